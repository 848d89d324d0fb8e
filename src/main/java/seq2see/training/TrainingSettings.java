package seq2see.training;

import seq2see.corpus.Limits;

/**
 * What a person chose. A field that is null follows from the corpus; {@link TrainingPlan} says what became of it.
 *
 * @param batchSize      N, or null
 * @param trainingSteps  or null
 * @param learningRate   or null, then what suits the optimizer
 * @param clip           the largest global norm of the gradient
 * @param teacherForcing the share of decoder steps fed with the true token, 0 to 1
 * @param dropout        the chance that a unit between two layers is dropped while training, 0 to below 1
 * @param labelSmoothing the share of the target probability that is spread over the whole vocabulary, 0 to below 1
 * @param seed           of the initial weights, the split and the order of the batches
 * @param threads        how many threads compute; the weights do not depend on it
 */
public record TrainingSettings(ModelSettings model, Integer batchSize, Integer trainingSteps, OptimizerType optimizer,
                               ScheduleType schedule, Double learningRate, double clip, double teacherForcing, double dropout,
                               double labelSmoothing, long seed, int threads) {
    /** What N may be. */
    public static final Limits BATCH_SIZE = new Limits(1, 100_000);
    /** How many training steps there may be. */
    public static final Limits TRAINING_STEPS = new Limits(1, Integer.MAX_VALUE);
    public static final Limits LEARNING_RATE = new Limits(1e-9, 10);
    public static final Limits CLIP = new Limits(1e-9, 1e9);
    public static final Limits TEACHER_FORCING = new Limits(0, 1);
    public static final Limits DROPOUT = new Limits(0, 0.99);
    public static final Limits LABEL_SMOOTHING = new Limits(0, 0.99);
    public static final Limits THREADS = new Limits(1, 1024);

    /** The default model; all sizes follow from the corpus. */
    public static TrainingSettings defaults() {
        return withThreads(Math.min(2, Runtime.getRuntime().availableProcessors()));
    }

    /** The same for a training beside a window, which needs a core of its own to stay smooth. */
    public static TrainingSettings besideAWindow() {
        return withThreads(Math.clamp(Runtime.getRuntime().availableProcessors() - 1, 1, 2));
    }

    private static TrainingSettings withThreads(int threads) {
        return new TrainingSettings(ModelSettings.defaults(), null, null, OptimizerType.ADAM, ScheduleType.DECAY, null, 1.0, 1.0, 0.0, 0.0, 1,
                threads);
    }
}
