package seq2see.training;

import java.util.List;
import seq2see.corpus.Choice;
import seq2see.corpus.InputException;

/**
 * How the share of true tokens goes from the first to the last over a training (scheduled sampling; Bengio et al., 2015).
 * Spelled as on the command line by {@link #toString}.
 */
public enum TeacherForcingSchedule {
    /** It stays at the first. */
    CONSTANT("constant"),
    /** In a straight line. */
    LINEAR("linear"),
    /**
     * Slowly, then fast, half of the way in the middle of the training, then slowly: k / (k + e^{i/k}), its argument
     * stretched over the planned steps and its ends brought to 1 and 0.
     */
    INVERSE_SIGMOID("inverse-sigmoid");

    /** How steep the sigmoid is: from −6 to 6 over the training. */
    private static final double STEEPNESS = 12;

    private final String label;

    TeacherForcingSchedule(String label) {
        this.label = label;
    }

    /**
     * How much of the way is left.
     *
     * @param done the share of the training that is done, 0 to 1
     * @return from 1 to 0
     */
    double left(double done) {
        return switch (this) {
            case CONSTANT -> 1;
            case LINEAR -> 1 - done;
            case INVERSE_SIGMOID -> (falling(done) - falling(1)) / (falling(0) - falling(1));
        };
    }

    private static double falling(double done) {
        return 1 / (1 + StrictMath.exp(STEEPNESS * (done - 0.5)));
    }

    /** @throws InputException where there is none of that name */
    public static TeacherForcingSchedule named(String label) throws InputException {
        return Choice.named("teacher forcing schedule", label, List.of(values()), TeacherForcingSchedule::toString);
    }

    @Override
    public String toString() {
        return label;
    }
}
