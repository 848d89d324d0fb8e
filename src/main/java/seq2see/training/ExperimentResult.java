package seq2see.training;

import java.util.List;

/**
 * What an experiment has come to.
 *
 * @param arms  in the order in which they were named
 * @param until the training step that each goes up to
 */
public record ExperimentResult(List<ExperimentArm> arms, long until) {
    public ExperimentResult {
        arms = List.copyOf(arms);
    }

    /** Whether every arm is through. */
    public boolean isFinished() {
        return arms.stream().allMatch(arm -> arm.failed() || arm.trainingStep() >= until);
    }

    /** 0 to 1. */
    public double progress() {
        return arms.stream().mapToDouble(arm -> arm.failed() ? 1 : Math.min(1, (double) arm.trainingStep() / until)).average().orElse(1);
    }
}
