package seq2see.training;

import seq2see.corpus.InputException;
import seq2see.corpus.SplitShares;

/**
 * The numbers that a training follows. The same recipe, corpus and configuration give the same weights.
 *
 * @param batchSize     N
 * @param trainingSteps planned
 * @param method        how it learns
 * @param validation    when it is measured, and when that ends it
 * @param split         how the corpus is parted
 * @param seed          of the initial weights, the split and the order of the batches
 */
public record Recipe(int batchSize, long trainingSteps, TrainingMethod method, Validation validation, SplitShares split, long seed) {

    /** The usual method at a learning rate. */
    public static Recipe plain(int batchSize, long trainingSteps, double learningRate, long seed) {
        return new Recipe(batchSize, trainingSteps, TrainingMethod.usual().withLearningRate(learningRate),
                new Validation(Validation.usualDistance(trainingSteps), 0, KeptWeights.BEST), SplitShares.USUAL, seed);
    }

    /** Refuses numbers that no training can have, naming the field. */
    Recipe checked() throws InputException {
        TrainingSettings.BATCH_SIZE.check("batchSize", batchSize);
        TrainingSettings.TRAINING_STEPS.check("trainingSteps", trainingSteps);
        method.checked();
        validation.checked();
        split.checked("split.validation", "split.test");
        return this;
    }
}
