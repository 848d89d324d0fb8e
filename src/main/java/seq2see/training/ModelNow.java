package seq2see.training;

import seq2see.model.Parameters;

/**
 * The model as it was at one moment of its training.
 *
 * @param plan         what is being trained, on what
 * @param trainingStep how many steps it had learnt
 * @param parameters   a copy, which no longer follows the training
 */
public record ModelNow(TrainingPlan plan, long trainingStep, Parameters parameters) {
}
