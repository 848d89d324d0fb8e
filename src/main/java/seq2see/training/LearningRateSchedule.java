package seq2see.training;

/**
 * How the learning rate changes over a training: it rises in a straight line over the first steps, stays, and falls in a
 * straight line to nearly nothing over the last part. It depends on the step and the plan alone.
 */
final class LearningRateSchedule {
    private static final int WARM_UP_STEPS = 20;
    private static final double DECAY_SHARE = 0.6;
    private static final double LAST_SHARE = 0.01;

    private LearningRateSchedule() {
    }

    /**
     * The rate of a step.
     *
     * @param trainingStep from 1; beyond the plan the last rate holds
     */
    static double at(long trainingStep, long plannedSteps, double learningRate) {
        double rising = Math.min(1, (double) trainingStep / WARM_UP_STEPS);
        double left = Math.max(0, plannedSteps - trainingStep) / (plannedSteps * DECAY_SHARE);
        return learningRate * rising * Math.max(LAST_SHARE, Math.min(1, left));
    }
}
