package seq2see.model;

import seq2see.corpus.InputException;
import seq2see.corpus.Limits;

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
 * @param tiedWeights      whether the output layer's weights are those of the target embedding (Press and Wolf, 2017); only where
 *                         the output reads the state and D = H
 * @param sourceVocabulary V, tokens of the source side, specials included
 * @param targetVocabulary V′, tokens of the target side, specials included
 * @param embeddingSize    D
 * @param hiddenSize       H
 * @param maximumLength    the longest output in tokens, {@code <eos>} counted, where a search is not told otherwise
 */
public record ModelConfig(CellType cell, int layers, boolean bidirectional, ContextType context, AttentionType attention,
                          boolean attentionBias, OutputType output, boolean tiedWeights, int sourceVocabulary, int targetVocabulary,
                          int embeddingSize, int hiddenSize, int maximumLength) {
    /** What L may be. */
    public static final Limits LAYERS = new Limits(1, 4);
    /** What D and H may be. */
    public static final Limits SIZE = new Limits(1, 4096);
    /** What the longest output may be, in tokens. */
    public static final Limits MAXIMUM_LENGTH = new Limits(1, 100_000);
    private static final Limits VOCABULARY = new Limits(4, 1_000_000);
    private static final long MOST_PARAMETERS = 200_000_000;

    /** One layer in one direction; the context is the last state; the output reads the state. */
    public ModelConfig(CellType cell, AttentionType attention, int sourceVocabulary, int targetVocabulary,
                       int embeddingSize, int hiddenSize, int maximumLength) {
        this(cell, 1, false, ContextType.LAST, attention, false, OutputType.STATE, false, sourceVocabulary, targetVocabulary,
                embeddingSize, hiddenSize, maximumLength);
    }

    /** The same with another cell. */
    public ModelConfig withCell(CellType other) {
        return new ModelConfig(other, layers, bidirectional, context, attention, attentionBias, output, tiedWeights, sourceVocabulary, targetVocabulary,
                embeddingSize, hiddenSize, maximumLength);
    }

    /** Refuses what no model can have, naming the field and what it may be. */
    public ModelConfig checked() throws InputException {
        LAYERS.check("layers", layers);
        VOCABULARY.check("sourceVocabulary", sourceVocabulary);
        VOCABULARY.check("targetVocabulary", targetVocabulary);
        SIZE.check("embeddingSize", embeddingSize);
        SIZE.check("hiddenSize", hiddenSize);
        MAXIMUM_LENGTH.check("maximumLength", maximumLength);
        if (tiedWeights) {
            checkTied(output, embeddingSize, hiddenSize);
        }
        if (isTooLarge()) {
            throw new InputException("configuration.tooLarge", String.valueOf(MOST_PARAMETERS));
        }
        return this;
    }

    /**
     * Refuses what the output layer's weights cannot be tied with.
     *
     * @param embeddingSize D, or null where it may follow
     * @param hiddenSize    H, or null where it may follow
     */
    public static void checkTied(OutputType output, Integer embeddingSize, Integer hiddenSize) throws InputException {
        boolean alike = embeddingSize == null || hiddenSize == null || embeddingSize.equals(hiddenSize);
        if (output != OutputType.STATE || !alike) {
            throw new InputException("configuration.tied", output.toString(), String.valueOf(embeddingSize), String.valueOf(hiddenSize));
        }
    }

    private boolean isTooLarge() {
        try {
            return Parameters.count(this) > MOST_PARAMETERS;
        } catch (ArithmeticException _) {
            return true;
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

    /** Whether the context follows the decoder step by step; else it is one for all. */
    public boolean hasAttention() {
        return attention != AttentionType.NONE;
    }

    /** Whether there is a W_k: always in additive attention, in dot attention where the keys are not as wide as the query. */
    boolean projectsKeys() {
        return attention == AttentionType.ADDITIVE || hasAttention() && contextSize() != hiddenSize;
    }
}
