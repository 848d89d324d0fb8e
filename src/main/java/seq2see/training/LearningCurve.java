package seq2see.training;

import java.util.List;
import java.util.Optional;
import seq2see.corpus.InputException;
import seq2see.corpus.Limits;

/**
 * The whole course of a training so far, thinned to a few hundred points.
 *
 * @param training   means over runs of neighbouring steps, in step order
 * @param validation in step order
 * @param open       the steps since the last point
 * @param changes    what a person changed, in step order; the first says what held at the first step. Empty where nothing was
 *                   changed
 */
public record LearningCurve(List<TrainingPoint> training, List<ValidationPoint> validation, OpenPoint open,
                            List<SettingsChange> changes) {
    /** How many points, validations or changes a file may hold; a training keeps a few hundred. */
    private static final Limits SIZE = new Limits(0, 10_000);

    public static final LearningCurve EMPTY = new LearningCurve(List.of(), List.of());

    /** A curve with no steps since its last point. */
    public LearningCurve(List<TrainingPoint> training, List<ValidationPoint> validation) {
        this(training, validation, OpenPoint.NONE, List.of());
    }

    public LearningCurve {
        training = List.copyOf(training);
        validation = List.copyOf(validation);
        changes = List.copyOf(changes);
    }

    /** What held at the end where a person had changed anything. */
    Optional<SettingsChange> lastChange() {
        return changes.isEmpty() ? Optional.empty() : Optional.of(changes.getLast());
    }

    /** Refuses numbers that no training can have, naming the field. */
    LearningCurve checked() throws InputException {
        SIZE.check("curve.training", training.size());
        SIZE.check("curve.validation", validation.size());
        SIZE.check("curve.changes", changes.size());
        for (SettingsChange change : changes) {
            change.checked();
        }
        return this;
    }

    /**
     * Settings that hold from a step on.
     *
     * @param trainingStep   steps done when they were set
     * @param learningRate   before its schedule
     * @param clip           the limit of the gradient's norm
     * @param teacherForcing before its schedule
     */
    public record SettingsChange(long trainingStep, double learningRate, double clip, double teacherForcing) {
        boolean saysTheSameAs(SettingsChange other) {
            return learningRate == other.learningRate && clip == other.clip && teacherForcing == other.teacherForcing;
        }

        private void checked() throws InputException {
            LearningRate.RATE.check("curve.changes.learningRate", learningRate);
            TrainingMethod.CLIP.check("curve.changes.clip", clip);
            TeacherForcing.SHARE.check("curve.changes.teacherForcing", teacherForcing);
        }
    }

    /**
     * Means over a run of steps.
     *
     * @param trainingStep   the last step of the run, from 1
     * @param loss           masked cross-entropy, nats a target token
     * @param gradientNorm   global norm before clipping
     * @param clip           the limit that was in force
     * @param learningRate   of the steps, as the schedule had it
     * @param teacherForcing of the steps, as its schedule had it
     * @param clipped        the share of the steps whose gradient was clipped, 0 to 1
     */
    public record TrainingPoint(long trainingStep, double loss, double gradientNorm, double clip, double learningRate,
                                double teacherForcing, double clipped) {
        static final TrainingPoint ZERO = new TrainingPoint(0, 0, 0, 0, 0, 0, 0);

        static TrainingPoint of(TrainingStepResult step) {
            return new TrainingPoint(step.trainingStep(), step.loss(), step.gradientNorm(), step.clip(), step.learningRate(),
                    step.teacherForcing(), step.clipped() ? 1 : 0);
        }

        /** The same with something else in the loss's place. */
        public TrainingPoint withLoss(double other) {
            return new TrainingPoint(trainingStep, other, gradientNorm, clip, learningRate, teacherForcing, clipped);
        }

        /** The sums of both, at the later step. */
        TrainingPoint plus(TrainingPoint later) {
            return new TrainingPoint(later.trainingStep, loss + later.loss, gradientNorm + later.gradientNorm, clip + later.clip,
                    learningRate + later.learningRate, teacherForcing + later.teacherForcing, clipped + later.clipped);
        }

        TrainingPoint dividedBy(int count) {
            return new TrainingPoint(trainingStep, loss / count, gradientNorm / count, clip / count, learningRate / count,
                    teacherForcing / count, clipped / count);
        }
    }

    /**
     * A point that is not yet whole.
     *
     * @param stepsAPoint how many steps share a point
     * @param steps       how many are gathered
     * @param sums        of those
     */
    public record OpenPoint(int stepsAPoint, int steps, TrainingPoint sums) {
        static final OpenPoint NONE = new OpenPoint(1, 0, TrainingPoint.ZERO);

        /** @throws IllegalArgumentException where the numbers cannot be */
        public OpenPoint {
            if (stepsAPoint < 1 || steps < 0 || steps >= stepsAPoint) {
                throw new IllegalArgumentException(steps + " steps of " + stepsAPoint);
            }
        }
    }

    /** @param loss over a sample of the validation pairs, nats a target token */
    public record ValidationPoint(long trainingStep, double loss) {
    }
}
