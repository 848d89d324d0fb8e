package seq2see.model;

import java.util.List;
import seq2see.corpus.Choice;
import seq2see.corpus.InputException;

/** What the output layer reads. Spelled as on the command line by {@link #toString}. */
public enum OutputType {
    /** The decoder's top state. */
    STATE("state"),
    /** State, embedded token and context side by side: p(y | y_{t′−1}, s_{t′}, c). */
    FULL("full");

    private final String label;

    OutputType(String label) {
        this.label = label;
    }

    /** @throws InputException where there is none of that name */
    public static OutputType named(String label) throws InputException {
        return Choice.named("output", label, List.of(values()), OutputType::toString);
    }

    @Override
    public String toString() {
        return label;
    }
}
