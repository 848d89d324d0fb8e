package seq2see.search;

import java.util.List;

/**
 * An output, whole or cut.
 *
 * @param tokenIds       what was said, {@code <eos>} at the end unless cut
 * @param logProbability the sum of the tokens' log-probabilities, in nats
 * @param cut            whether it met the maximum length before it ended
 */
public record Hypothesis(List<Integer> tokenIds, double logProbability, boolean cut) {
    public Hypothesis {
        tokenIds = List.copyOf(tokenIds);
    }

    /** In tokens, {@code <eos>} counted. */
    public int length() {
        return tokenIds.size();
    }
}
