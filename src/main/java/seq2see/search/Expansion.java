package seq2see.search;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A prefix and what may follow it.
 *
 * @param next    what the model says; its numbers are not to be changed
 * @param blocked tokens that would repeat an n-gram, and so may not follow; not to be changed
 */
public record Expansion(Prefix prefix, NextTokenModel.Continuation next, BitSet blocked) {
    /** The prefix with one more token. */
    Prefix child(int token) {
        return prefix.child(token, next);
    }

    /** The prefix with each token that may follow, in the order of their ids. */
    List<Prefix> children() {
        return IntStream.range(0, next.logProbabilities().length).filter(token -> !blocked.get(token)).mapToObj(this::child).toList();
    }
}
