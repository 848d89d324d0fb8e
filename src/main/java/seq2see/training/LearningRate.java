package seq2see.training;

import seq2see.corpus.InputException;
import seq2see.corpus.Limits;

/**
 * The learning rate η and how it changes from step to step:
 *
 * <pre>
 * η_t = rate · min(1, t / warmUpSteps) · max(0.01, min(1, (planned − t) / (0.6 · planned)))
 * </pre>
 *
 * where the last factor is 1 throughout under {@link ScheduleType#CONSTANT}.
 *
 * @param rate        the highest that is reached
 * @param schedule    how it falls
 * @param warmUpSteps over so many first steps it rises in a straight line; 0 or 1 for none
 */
public record LearningRate(double rate, ScheduleType schedule, int warmUpSteps) {
    /** What η may be. */
    public static final Limits RATE = new Limits(1e-9, 10);
    /** What the training steps of a warm-up may be. */
    public static final Limits WARM_UP_STEPS = new Limits(0, Integer.MAX_VALUE);
    private static final double DECAY_SHARE = 0.6;
    private static final double LAST_SHARE = 0.01;

    /** The rate under a schedule with its usual warm-up. */
    public LearningRate(double rate, ScheduleType schedule) {
        this(rate, schedule, schedule.usualWarmUpSteps());
    }

    /** The same course at another height. */
    public LearningRate withRate(double other) {
        return new LearningRate(other, schedule, warmUpSteps);
    }

    /**
     * η of a step; it depends on the step and the plan alone.
     *
     * @param trainingStep t, from 1; beyond the plan the last rate holds
     */
    public double at(long trainingStep, long plannedSteps) {
        double rising = Math.min(1, (double) trainingStep / Math.max(1, warmUpSteps));
        if (schedule == ScheduleType.CONSTANT) {
            return rate * rising;
        }
        double left = Math.max(0, plannedSteps - trainingStep) / (plannedSteps * DECAY_SHARE);
        return rate * rising * Math.max(LAST_SHARE, Math.min(1, left));
    }

    /** Refuses numbers that no training can have, naming the field. */
    LearningRate checked() throws InputException {
        RATE.check("learningRate", rate);
        WARM_UP_STEPS.check("warmUpSteps", warmUpSteps);
        return this;
    }
}
