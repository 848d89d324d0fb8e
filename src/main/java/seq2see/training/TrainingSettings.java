package seq2see.training;

import seq2see.model.AttentionType;
import seq2see.model.CellType;

/**
 * What a person chose. A field that is null follows from the corpus; {@link TrainingPlan} says what became of it.
 *
 * @param embeddingSize  D, or null
 * @param hiddenSize     H, or null
 * @param batchSize      N, or null
 * @param trainingSteps  or null
 * @param learningRate   or null
 * @param clip           the largest global norm of the gradient
 * @param teacherForcing the share of decoder steps fed with the true token, 0 to 1
 * @param seed           of the initial weights, the split and the order of the batches
 * @param threads        how many threads compute; the weights do not depend on it
 */
public record TrainingSettings(CellType cell, AttentionType attention, Integer embeddingSize, Integer hiddenSize,
                               Integer batchSize, Integer trainingSteps, Double learningRate, double clip,
                               double teacherForcing, long seed, int threads) {

    /** A GRU with additive attention; all sizes follow from the corpus. */
    public static TrainingSettings defaults() {
        return new TrainingSettings(CellType.GRU, AttentionType.ADDITIVE, null, null, null, null, null, 1.0, 1.0, 1,
                Math.min(2, Runtime.getRuntime().availableProcessors()));
    }
}
