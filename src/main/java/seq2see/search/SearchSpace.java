package seq2see.search;

import java.math.BigInteger;
import seq2see.corpus.InputException;

/**
 * How much there is to search: the numbers that texts state, and what they come to when it is taken into account that
 * nothing follows {@code <eos>}.
 *
 * @param vocabularySize V′, {@code <eos>} counted
 * @param maximumLength  L, in tokens
 */
public record SearchSpace(int vocabularySize, int maximumLength) {
    /** How many sequences an exhaustive search may have where no other budget is given. */
    public static final long USUAL_BUDGET = 1_000_000;
    /** Beyond this the sequences are not counted out: no budget is near it. */
    private static final int MOST_DIGITS = 1_000;

    /** |V′|^L: all sequences of L tokens, as texts count them. */
    public BigInteger sequences() {
        return BigInteger.valueOf(vocabularySize).pow(maximumLength);
    }

    /** All outputs: those that end at 1 … L tokens and those that are cut at L, Σ_{t=1…L} (|V′| − 1)^{t−1} + (|V′| − 1)^L. */
    public BigInteger outputs() {
        return expansions().add(BigInteger.valueOf(vocabularySize - 1).pow(maximumLength));
    }

    /** How many prefixes exhaustive search expands, Σ_{t=0…L−1} (|V′| − 1)^t. */
    public BigInteger expansions() {
        BigInteger others = BigInteger.valueOf(vocabularySize - 1);
        return others.equals(BigInteger.ONE) ? BigInteger.valueOf(maximumLength)
                : others.pow(maximumLength).subtract(BigInteger.ONE).divide(others.subtract(BigInteger.ONE));
    }

    /** |V′| · L: the candidates that greedy search looks at, as texts count them. */
    public long greedyCandidates() {
        return (long) vocabularySize * maximumLength;
    }

    /** k · |V′| · L: the candidates that beam search looks at, as texts count them. */
    public long beamCandidates(int width) {
        return Math.multiplyExact(width, greedyCandidates());
    }

    /** log₁₀ of |V′|^L. */
    public double digits() {
        return maximumLength * Math.log10(vocabularySize);
    }

    /** Whether |V′|^L is no more than a budget. */
    public boolean isWithin(long budget) {
        return digits() < MOST_DIGITS && sequences().compareTo(BigInteger.valueOf(budget)) <= 0;
    }

    /** Refuses an exhaustive search of more sequences than the budget, and offers what is exact all the same. */
    public void check(long budget) throws InputException {
        if (!isWithin(budget)) {
            throw new InputException("search.budget", String.valueOf(vocabularySize), String.valueOf(maximumLength), written(), String.valueOf(budget));
        }
    }

    /** The number of sequences as a person reads it: exact as far as it is short, else as a power of ten. */
    public String written() {
        return digits() < 15 ? sequences().toString() : "10^" + (long) digits();
    }
}
