package seq2see.model;

import seq2see.corpus.InputException;

/**
 * What a model is built from; nothing here changes while it learns.
 *
 * @param cell             the recurrent cell of encoder and decoder
 * @param layers           L, the same in encoder and decoder
 * @param bidirectional    whether the encoder reads in both directions
 * @param context          what the decoder is told of the source where it has no attention
 * @param attention        how the decoder looks back at the source
 * @param attentionBias    whether additive attention adds a bias inside its tanh
 * @param output           what the output layer reads
 * @param sourceVocabulary V, tokens of the source side, specials included
 * @param targetVocabulary V′, tokens of the target side, specials included
 * @param embeddingSize    D
 * @param hiddenSize       H
 * @param maximumLength    the longest output in tokens, {@code <eos>} counted, where a search is not told otherwise
 */
public record ModelConfig(CellType cell, int layers, boolean bidirectional, ContextType context, AttentionType attention,
                          boolean attentionBias, OutputType output, int sourceVocabulary, int targetVocabulary,
                          int embeddingSize, int hiddenSize, int maximumLength) {

    private static final long MOST_PARAMETERS = 200_000_000;

    /** One layer in one direction; the context is the last state; the output reads the state. */
    public ModelConfig(CellType cell, AttentionType attention, int sourceVocabulary, int targetVocabulary,
                       int embeddingSize, int hiddenSize, int maximumLength) {
        this(cell, 1, false, ContextType.LAST, attention, false, OutputType.STATE, sourceVocabulary, targetVocabulary,
                embeddingSize, hiddenSize, maximumLength);
    }

    /** Refuses what no model can have, naming the field and what it may be. */
    public ModelConfig checked() throws InputException {
        check("layers", layers, 1, 4);
        check("sourceVocabulary", sourceVocabulary, 4, 1_000_000);
        check("targetVocabulary", targetVocabulary, 4, 1_000_000);
        check("embeddingSize", embeddingSize, 1, 4096);
        check("hiddenSize", hiddenSize, 1, 4096);
        check("maximumLength", maximumLength, 1, 100_000);
        if (isTooLarge()) {
            throw new InputException("configuration.tooLarge", String.valueOf(MOST_PARAMETERS));
        }
        return this;
    }

    private boolean isTooLarge() {
        try {
            return Parameters.count(this) > MOST_PARAMETERS;
        } catch (ArithmeticException _) {
            return true;
        }
    }

    private static void check(String field, int value, int least, int most) throws InputException {
        if (value < least || value > most) {
            throw new InputException("configuration.range", field, String.valueOf(value), String.valueOf(least), String.valueOf(most));
        }
    }

    /** How many directions the encoder reads in. */
    public int directions() {
        return bidirectional ? 2 : 1;
    }

    /** C, the width of the encoder's outputs and of the context vector: H, or 2H with two directions. */
    public int contextSize() {
        return directions() * hiddenSize;
    }

    /** A, the width of the attention layer. */
    public int attentionSize() {
        return hiddenSize;
    }

    /** The width of what the output layer reads. */
    public int outputSize() {
        return output == OutputType.STATE ? hiddenSize : hiddenSize + embeddingSize + contextSize();
    }

    public boolean hasAttention() {
        return attention != AttentionType.NONE;
    }

    /** Whether dot attention projects its keys: it must where the query is of another width. */
    boolean projectsKeys() {
        return attention == AttentionType.ADDITIVE || hasAttention() && contextSize() != hiddenSize;
    }
}
