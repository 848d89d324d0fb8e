package seq2see.search;

import java.util.BitSet;

/** Is told by a search what it does, as it does it. */
public interface SearchObserver {
    /** Looks away: a search that nobody observes makes nothing to look at. */
    SearchObserver NONE = new SearchObserver() {
    };

    /**
     * A prefix was expanded: each of its candidates has a probability now.
     *
     * @param logProbabilities (V′) of the next token; not to be changed
     * @param blocked          the tokens that would repeat an n-gram
     */
    default void expanded(Prefix prefix, double[] logProbabilities, BitSet blocked) {
    }

    /** A candidate of an expanded prefix lives on. */
    default void kept(Prefix candidate) {
    }

    /** A candidate of an expanded prefix is a whole output, or is cut at the maximum length. */
    default void finished(Prefix candidate, boolean cut) {
    }
}
