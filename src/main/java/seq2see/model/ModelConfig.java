package seq2see.model;

import seq2see.corpus.InputException;

/**
 * What a model is built from; nothing here changes while it learns.
 *
 * @param cell             the recurrent cell of encoder and decoder
 * @param attention        none (the context is the encoder's final state) or additive
 * @param sourceVocabulary V, tokens of the source side, specials included
 * @param targetVocabulary V′, tokens of the target side, specials included
 * @param embeddingSize    D
 * @param hiddenSize       H
 * @param maximumLength    the longest output in tokens, {@code <eos>} counted, where a search is not told otherwise
 */
public record ModelConfig(CellType cell, AttentionType attention, int sourceVocabulary, int targetVocabulary,
                          int embeddingSize, int hiddenSize, int maximumLength) {

    /** Refuses sizes that no model can have, naming the field. */
    public ModelConfig checked() throws InputException {
        check("sourceVocabulary", sourceVocabulary, 4, 1_000_000);
        check("targetVocabulary", targetVocabulary, 4, 1_000_000);
        check("embeddingSize", embeddingSize, 1, 4096);
        check("hiddenSize", hiddenSize, 1, 4096);
        check("maximumLength", maximumLength, 1, 100_000);
        return this;
    }

    private static void check(String field, int value, int least, int most) throws InputException {
        if (value < least || value > most) {
            throw new InputException("configuration.range", field, String.valueOf(value), String.valueOf(least), String.valueOf(most));
        }
    }

    /** L; one layer so far. */
    public int layers() {
        return 1;
    }

    public boolean bidirectional() {
        return false;
    }

    /** C, the width of the context vector. */
    public int contextSize() {
        return hiddenSize;
    }

    /** A, the width of the attention layer. */
    public int attentionSize() {
        return hiddenSize;
    }

    public boolean hasAttention() {
        return attention != AttentionType.NONE;
    }
}
