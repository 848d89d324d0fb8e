package seq2see.model;

import java.util.List;
import seq2see.corpus.Choice;
import seq2see.corpus.InputException;

/** How the decoder looks back at the source. Spelled as on the command line by {@link #toString}. */
public enum AttentionType {
    /** It does not: the context is the same at every step. */
    NONE("none"),
    /** w_v⊤ tanh(W_q q + W_k k); see {@link AdditiveAttention}. */
    ADDITIVE("additive"),
    /** q · k; see {@link DotAttention}. */
    DOT("dot"),
    /** q · k / √H; see {@link DotAttention}. */
    SCALED_DOT("scaled-dot");

    private final String label;

    AttentionType(String label) {
        this.label = label;
    }

    /** @throws InputException where there is none of that name */
    public static AttentionType named(String label) throws InputException {
        return Choice.named("attention", label, List.of(values()), AttentionType::toString);
    }

    @Override
    public String toString() {
        return label;
    }
}
