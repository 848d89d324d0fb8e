package seq2see.training;

import java.util.List;

/**
 * The whole course of a training so far, thinned to a few hundred points.
 *
 * @param training   means over runs of neighbouring steps, in step order
 * @param validation in step order
 */
public record LearningCurve(List<TrainingPoint> training, List<ValidationPoint> validation) {
    public static final LearningCurve EMPTY = new LearningCurve(List.of(), List.of());

    public LearningCurve {
        training = List.copyOf(training);
        validation = List.copyOf(validation);
    }

    /**
     * @param trainingStep the last step of the run that the point stands for, from 1
     * @param loss         mean masked cross-entropy, nats a target token
     * @param gradientNorm mean global norm before clipping
     */
    public record TrainingPoint(long trainingStep, double loss, double gradientNorm) {
    }

    /** @param loss over the validation pairs, nats a target token */
    public record ValidationPoint(long trainingStep, double loss) {
    }
}
