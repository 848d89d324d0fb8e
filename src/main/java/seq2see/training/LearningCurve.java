package seq2see.training;

import java.util.List;

/**
 * The whole course of a training so far, thinned to a few hundred points.
 *
 * @param training   means over runs of neighbouring steps, in step order
 * @param validation in step order
 * @param open       the steps since the last point
 */
public record LearningCurve(List<TrainingPoint> training, List<ValidationPoint> validation, OpenPoint open) {
    public static final LearningCurve EMPTY = new LearningCurve(List.of(), List.of());

    /** A curve with no steps since its last point. */
    public LearningCurve(List<TrainingPoint> training, List<ValidationPoint> validation) {
        this(training, validation, OpenPoint.NONE);
    }

    public LearningCurve {
        training = List.copyOf(training);
        validation = List.copyOf(validation);
    }

    /**
     * @param trainingStep the last step of the run that the point stands for, from 1
     * @param loss         mean masked cross-entropy, nats a target token
     * @param gradientNorm mean global norm before clipping
     * @param clip         mean limit that was in force
     */
    public record TrainingPoint(long trainingStep, double loss, double gradientNorm, double clip) {
    }

    /**
     * A point that is not yet whole.
     *
     * @param stepsAPoint how many steps share a point
     * @param steps       how many are gathered
     * @param lossSum     of those
     * @param normSum     of those
     * @param clipSum     of those
     */
    public record OpenPoint(int stepsAPoint, int steps, double lossSum, double normSum, double clipSum) {
        static final OpenPoint NONE = new OpenPoint(1, 0, 0, 0, 0);

        /** @throws IllegalArgumentException where the numbers cannot be */
        public OpenPoint {
            if (stepsAPoint < 1 || steps < 0 || steps >= stepsAPoint) {
                throw new IllegalArgumentException(steps + " steps of " + stepsAPoint);
            }
        }
    }

    /** @param loss over the validation pairs, nats a target token */
    public record ValidationPoint(long trainingStep, double loss) {
    }
}
