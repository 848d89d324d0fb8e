package seq2see.search;

import java.util.Comparator;
import java.util.List;
import seq2see.search.NextTokenModel.State;

/** The first tokens of an output, linked to the prefix without the last of them. Immutable. */
public final class Prefix {
    /**
     * The better of two prefixes of one length comes first: the more probable one; of equal ones the one whose parent is the
     * better; of those with one parent the one with the lower token.
     */
    static final Comparator<Prefix> RANK = Prefix::compareRank;

    private final Prefix parent;
    private final int tokenId;
    private final int length;
    private final double logProbability;
    private final State state;

    private Prefix(Prefix parent, int tokenId, int length, double logProbability, State state) {
        this.parent = parent;
        this.tokenId = tokenId;
        this.length = length;
        this.logProbability = logProbability;
        this.state = state;
    }

    /** The empty prefix: the model is fed its first token. */
    static Prefix empty(NextTokenModel model, State begin) {
        return new Prefix(null, model.beginToken(), 0, 0, begin);
    }

    /** This prefix and one more token. */
    Prefix child(int token, NextTokenModel.Continuation next) {
        return new Prefix(this, token, length + 1, logProbability + next.logProbabilities()[token], next.state());
    }

    /**
     * The same in a search that writes in place, so that no state is remembered.
     *
     * @param logProbability of prefix and token together
     */
    Prefix child(int token, double logProbability) {
        return new Prefix(this, token, length + 1, logProbability, null);
    }

    private static int compareRank(Prefix one, Prefix other) {
        if (one == other) {
            return 0;
        }
        if (one.logProbability != other.logProbability) {
            return Double.compare(other.logProbability, one.logProbability);
        }
        int byParent = one.length == 0 ? 0 : compareRank(one.parent, other.parent);
        return byParent != 0 ? byParent : Integer.compare(one.tokenId, other.tokenId);
    }

    /** The prefix without its last token; null for the empty one. */
    public Prefix parent() {
        return parent;
    }

    /** The last token; the model's first for the empty prefix. */
    public int tokenId() {
        return tokenId;
    }

    /** In tokens. */
    public int length() {
        return length;
    }

    /** The sum of the tokens' log-probabilities, in nats. */
    public double logProbability() {
        return logProbability;
    }

    /** What the model remembers before it is fed the last token; null in a search that writes in place. */
    State state() {
        return state;
    }

    /** From the first token on. */
    public List<Integer> tokenIds() {
        Integer[] ids = new Integer[length];
        for (Prefix prefix = this; prefix.length > 0; prefix = prefix.parent) {
            ids[prefix.length - 1] = prefix.tokenId;
        }
        return List.of(ids);
    }
}
