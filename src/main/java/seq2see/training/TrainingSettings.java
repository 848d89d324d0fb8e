package seq2see.training;

import seq2see.corpus.Limits;

/**
 * What a person chose. A field that is null follows from the corpus; {@link TrainingPlan} says what became of it.
 *
 * @param model         what is built
 * @param batchSize     N, or null
 * @param trainingSteps or null
 * @param method        how the model learns
 * @param validateEvery training steps from one validation to the next, or null
 * @param patience      validations in a row without a lower loss that end the training; 0 for never
 * @param keep          which weights are kept
 * @param seed          of the initial weights, the split and the order of the batches
 * @param threads       how many threads compute; the weights do not depend on it
 */
public record TrainingSettings(ModelSettings model, Integer batchSize, Integer trainingSteps, TrainingMethod method,
                               Integer validateEvery, int patience, KeptWeights keep, long seed, int threads) {
    /** What N may be. */
    public static final Limits BATCH_SIZE = new Limits(1, 100_000);
    /** How many training steps there may be. */
    public static final Limits TRAINING_STEPS = new Limits(1, Integer.MAX_VALUE);
    /** How many threads may compute. */
    public static final Limits THREADS = new Limits(1, 1024);

    /** Validates at the usual distance, never stops early, and keeps the best weights. */
    public TrainingSettings(ModelSettings model, Integer batchSize, Integer trainingSteps, TrainingMethod method, long seed, int threads) {
        this(model, batchSize, trainingSteps, method, null, 0, KeptWeights.BEST, seed, threads);
    }

    /** The default model; all sizes follow from the corpus. */
    public static TrainingSettings defaults() {
        return withThreads(Math.min(2, Runtime.getRuntime().availableProcessors()));
    }

    /** The same for a training beside a window, which needs a core of its own to stay smooth. */
    public static TrainingSettings besideAWindow() {
        return withThreads(Math.clamp(Runtime.getRuntime().availableProcessors() - 1, 1, 2));
    }

    /** The same with another method. */
    public TrainingSettings with(TrainingMethod other) {
        return new TrainingSettings(model, batchSize, trainingSteps, other, validateEvery, patience, keep, seed, threads);
    }

    private static TrainingSettings withThreads(int threads) {
        return new TrainingSettings(ModelSettings.defaults(), null, null, TrainingMethod.usual(), 1, threads);
    }
}
