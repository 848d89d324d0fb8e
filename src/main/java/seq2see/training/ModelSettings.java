package seq2see.training;

import seq2see.model.AttentionType;
import seq2see.model.CellType;
import seq2see.model.ContextType;
import seq2see.model.OutputType;

/**
 * What a person chose of the model. A size that is null follows from the corpus.
 *
 * @param layers        L
 * @param tiedWeights   whether the output layer's weights are those of the target embedding; then D and H are one size
 * @param embeddingSize D, or null
 * @param hiddenSize    H, or null
 */
public record ModelSettings(CellType cell, int layers, boolean bidirectional, ContextType context, AttentionType attention,
                            boolean attentionBias, OutputType output, boolean tiedWeights, Integer embeddingSize, Integer hiddenSize) {

    /** One layer of GRU in one direction with additive attention; sizes follow from the corpus. */
    public static ModelSettings defaults() {
        return new ModelSettings(CellType.GRU, 1, false, ContextType.LAST, AttentionType.ADDITIVE, false, OutputType.STATE, false, null, null);
    }
}
