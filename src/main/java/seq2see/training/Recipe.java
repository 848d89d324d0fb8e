package seq2see.training;

import seq2see.corpus.InputException;

/**
 * The numbers that a training follows. The same recipe, corpus and configuration give the same weights.
 *
 * @param batchSize      N
 * @param trainingSteps  planned
 * @param optimizer      how weights follow their gradient
 * @param schedule       how the learning rate changes
 * @param learningRate   before the schedule
 * @param clip           the largest global norm of the gradient
 * @param teacherForcing the share of decoder steps fed with the true token
 * @param dropout        the chance that a unit between two layers is dropped
 * @param labelSmoothing the share of the target probability that is spread over the whole vocabulary
 * @param seed           of the initial weights, the split and the order of the batches
 */
public record Recipe(int batchSize, long trainingSteps, OptimizerType optimizer, ScheduleType schedule, double learningRate,
                     double clip, double teacherForcing, double dropout, double labelSmoothing, long seed) {

    /** Adam with decay, and nothing that makes learning harder. */
    public static Recipe plain(int batchSize, long trainingSteps, double learningRate, long seed) {
        return new Recipe(batchSize, trainingSteps, OptimizerType.ADAM, ScheduleType.DECAY, learningRate, 1, 1, 0, 0, seed);
    }

    /** Refuses numbers that no training can have, naming the field. */
    Recipe checked() throws InputException {
        TrainingSettings.BATCH_SIZE.check("batchSize", batchSize);
        TrainingSettings.TRAINING_STEPS.check("trainingSteps", trainingSteps);
        TrainingSettings.LEARNING_RATE.check("learningRate", learningRate);
        TrainingSettings.CLIP.check("clip", clip);
        TrainingSettings.TEACHER_FORCING.check("teacherForcing", teacherForcing);
        TrainingSettings.DROPOUT.check("dropout", dropout);
        TrainingSettings.LABEL_SMOOTHING.check("labelSmoothing", labelSmoothing);
        return this;
    }
}
