package seq2see.search;

import java.util.List;

/**
 * What every search is told.
 *
 * @param maximumLength of an output in tokens, {@code <eos>} counted, at least 1; what is still open there is cut
 * @param lengthPenalty by which finished hypotheses are ranked
 * @param blockedNGram  n: no run of n tokens comes twice in an output; 0 where that is allowed
 * @param forced        the tokens that an output has to begin with, at most as many as the maximum length
 */
public record SearchSettings(int maximumLength, LengthPenalty lengthPenalty, int blockedNGram, List<Integer> forced) {
    public SearchSettings {
        if (maximumLength < 1 || blockedNGram < 0 || forced.size() > maximumLength) {
            throw new IllegalArgumentException("maximum length " + maximumLength + ", n-gram " + blockedNGram + ", forced " + forced);
        }
        forced = List.copyOf(forced);
    }

    /** Nothing is blocked or forced. */
    public SearchSettings(int maximumLength, LengthPenalty lengthPenalty) {
        this(maximumLength, lengthPenalty, 0, List.of());
    }
}
