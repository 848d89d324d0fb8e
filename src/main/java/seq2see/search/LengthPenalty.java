package seq2see.search;

import seq2see.corpus.Limits;

/**
 * Makes hypotheses of different lengths comparable: score = log-probability / length^α. At α = 0 it is the
 * log-probability itself, which favours short outputs; at α = 1 the mean over the tokens.
 *
 * @param alpha α, at least 0
 */
public record LengthPenalty(double alpha) {
    /** What α may be. */
    public static final Limits ALPHA = new Limits(0, 10);
    /** α = 0.75. */
    public static final LengthPenalty USUAL = new LengthPenalty(0.75);

    public LengthPenalty {
        if (!(alpha >= ALPHA.least() && alpha <= ALPHA.most())) {
            throw new IllegalArgumentException("alpha " + alpha);
        }
    }

    /**
     * The normalized score.
     *
     * @param logProbability in nats, at most 0
     * @param length         in tokens, {@code <eos>} counted, at least 1
     */
    public double score(double logProbability, int length) {
        return logProbability / divisor(length);
    }

    /** length^α. */
    public double divisor(int length) {
        // The same bits interpreted or compiled.
        return StrictMath.pow(length, alpha);
    }

    /** The score of a hypothesis as it stands, {@code <eos>} counted where it has one. */
    public double score(Hypothesis hypothesis) {
        return score(hypothesis.logProbability(), hypothesis.length());
    }

    /**
     * What no continuation of a prefix can exceed: its log-probability only falls, and the greatest length divides what is
     * lost by the most.
     *
     * @param maximumLength the longest output, in tokens
     */
    public double bound(double logProbability, int maximumLength) {
        return score(logProbability, maximumLength);
    }
}
