package seq2see.training;

import java.util.List;
import seq2see.corpus.Choice;
import seq2see.corpus.InputException;

/** Which weights are kept of a training. Spelled as on the command line by {@link #toString}. */
public enum KeptWeights {
    /** Those with the lowest validation loss. */
    BEST("best"),
    /** Those after the last training step. */
    LAST("last");

    private final String label;

    KeptWeights(String label) {
        this.label = label;
    }

    /** @throws InputException where there is none of that name */
    public static KeptWeights named(String label) throws InputException {
        return Choice.named("keep", label, List.of(values()), KeptWeights::toString);
    }

    @Override
    public String toString() {
        return label;
    }
}
