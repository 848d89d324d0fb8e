package seq2see.golden;

import seq2see.training.LearningRate;
import seq2see.training.OptimizerType;
import seq2see.training.ScheduleType;

/** How the ten steps are taken that two engines are compared by; the gradient is clipped in all of them. */
public record GoldenMethod(OptimizerType optimizer, LearningRate learningRate, double labelSmoothing) {
    /** Adam at a constant rate. */
    public static final GoldenMethod USUAL = new GoldenMethod(OptimizerType.ADAM, new LearningRate(0.005, ScheduleType.CONSTANT), 0);

    /** Such as {@code momentum-decay-smoothed}. */
    public String name() {
        return optimizer + "-" + learningRate.schedule() + (labelSmoothing > 0 ? "-smoothed" : "");
    }
}
