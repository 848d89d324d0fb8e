package seq2see.training;

import java.util.List;
import seq2see.corpus.Choice;
import seq2see.corpus.InputException;

/** How the learning rate changes over a training. Spelled as on the command line by {@link #toString}. */
public enum ScheduleType {
    /** It stays. */
    CONSTANT("constant"),
    /** It rises over the first steps, stays, and falls to nearly nothing over the last part. */
    DECAY("decay");

    private static final int WARM_UP_STEPS = 20;
    private static final double DECAY_SHARE = 0.6;
    private static final double LAST_SHARE = 0.01;

    private final String label;

    ScheduleType(String label) {
        this.label = label;
    }

    /**
     * The rate of a step; it depends on the step and the plan alone.
     *
     * @param trainingStep from 1; beyond the plan the last rate holds
     */
    double rate(long trainingStep, long plannedSteps, double learningRate) {
        if (this == CONSTANT) {
            return learningRate;
        }
        double rising = Math.min(1, (double) trainingStep / WARM_UP_STEPS);
        double left = Math.max(0, plannedSteps - trainingStep) / (plannedSteps * DECAY_SHARE);
        return learningRate * rising * Math.max(LAST_SHARE, Math.min(1, left));
    }

    public static ScheduleType named(String label) throws InputException {
        return Choice.named("schedule", label, List.of(values()), ScheduleType::toString);
    }

    @Override
    public String toString() {
        return label;
    }
}
