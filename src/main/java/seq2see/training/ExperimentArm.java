package seq2see.training;

import java.util.List;
import java.util.Optional;
import seq2see.corpus.InputException;
import seq2see.training.HeldOutScores.LengthScore;

/**
 * One of the configurations that an experiment trains side by side, as far as it has come. Immutable.
 *
 * @param name          what is different about it
 * @param trainingStep  steps done
 * @param loss          of the newest step, nats a target token; NaN before the first
 * @param losses        on what is held out, in step order
 * @param accuracies    the share of held-out sources translated rightly, in step order
 * @param byLength      the newest of these by the source's length
 * @param gradientNorms ‖∂loss/∂h_t‖ at each source position of the sentence that is looked at; empty where nobody asked
 * @param problem       why it failed: it could not begin, or its numbers left the finite ones
 */
public record ExperimentArm(String name, long trainingStep, double loss, List<Point> losses, List<Point> accuracies, List<LengthScore> byLength,
                            List<Double> gradientNorms, Optional<InputException> problem) {

    /** Something measured after so many training steps. */
    public record Point(long trainingStep, double value) {
    }

    public ExperimentArm {
        losses = List.copyOf(losses);
        accuracies = List.copyOf(accuracies);
        byLength = List.copyOf(byLength);
        gradientNorms = List.copyOf(gradientNorms);
    }

    static ExperimentArm waiting(String name) {
        return new ExperimentArm(name, 0, Double.NaN, List.of(), List.of(), List.of(), List.of(), Optional.empty());
    }

    /** Whether it could not begin, or stopped by itself. */
    public boolean failed() {
        return problem.isPresent();
    }
}
