package seq2see.model;

import java.util.List;
import seq2see.corpus.Choice;
import seq2see.corpus.InputException;

/**
 * c = q(h₁ … h_T): what the decoder is told of the source where it has no attention. Spelled as on the command line by
 * {@link #toString}.
 */
public enum ContextType {
    /** The top layer's final state; with two directions both, side by side. */
    LAST("last"),
    /** The mean of the encoder's outputs over the valid positions. */
    MEAN("mean"),
    /** The largest of the encoder's outputs over the valid positions, unit by unit. */
    MAX("max");

    private final String label;

    ContextType(String label) {
        this.label = label;
    }

    /** @throws InputException where there is none of that name */
    public static ContextType named(String label) throws InputException {
        return Choice.named("context", label, List.of(values()), ContextType::toString);
    }

    @Override
    public String toString() {
        return label;
    }
}
