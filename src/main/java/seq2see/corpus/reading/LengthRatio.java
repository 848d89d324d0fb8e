package seq2see.corpus.reading;

/**
 * How long targets are beside their sources in this corpus, and which pairs are far from that. Lengths are in characters,
 * with ten added to each so that short sentences, whose lengths vary, are not odd.
 */
final class LengthRatio {
    private static final double ADDED = 10;
    /** A pair is odd where one side is more than three times as long as usual. */
    private static final double ODD = Math.log(3);
    /** Logarithms of ratios are counted in steps of 1/20, from e⁻⁵ to e⁵. */
    private static final int STEPS = 20;
    private static final int REACH = 5;

    private final int[] counts = new int[2 * REACH * STEPS + 1];
    private int total;
    private double median = Double.NaN;

    void learn(String source, String target) {
        if (!source.isEmpty() && !target.isEmpty()) {
            counts[Math.clamp(Math.round((logarithm(source, target) + REACH) * STEPS), 0, counts.length - 1)]++;
            total++;
            median = Double.NaN;
        }
    }

    private static double logarithm(String source, String target) {
        return Math.log((target.length() + ADDED) / (source.length() + ADDED));
    }

    /** Whether the lengths of a pair are far from what is usual here. */
    boolean isOdd(String source, String target) {
        if (Double.isNaN(median)) {
            median = median();
        }
        return !source.isEmpty() && !target.isEmpty() && Math.abs(logarithm(source, target) - median) > ODD;
    }

    private double median() {
        int bucket = 0;
        for (int below = counts[0]; 2 * below < total; below += counts[bucket]) {
            bucket++;
        }
        return (double) bucket / STEPS - REACH;
    }
}
