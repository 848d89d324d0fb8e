package seq2see.training;

import java.util.List;
import seq2see.corpus.Choice;
import seq2see.corpus.InputException;

/** How the learning rate changes over a training, after its warm-up. Spelled as on the command line by {@link #toString}. */
public enum ScheduleType {
    /** It stays. */
    CONSTANT("constant", 0),
    /** It stays, and falls in a straight line to nearly nothing over the last 60 % of the planned steps. */
    DECAY("decay", 20);

    private final String label;
    private final int warmUpSteps;

    ScheduleType(String label, int warmUpSteps) {
        this.label = label;
        this.warmUpSteps = warmUpSteps;
    }

    /** Used where no number of warm-up steps is given. */
    public int usualWarmUpSteps() {
        return warmUpSteps;
    }

    /** @throws InputException where there is none of that name */
    public static ScheduleType named(String label) throws InputException {
        return Choice.named("schedule", label, List.of(values()), ScheduleType::toString);
    }

    @Override
    public String toString() {
        return label;
    }
}
