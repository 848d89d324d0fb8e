package seq2see.training.benchmark;

import java.util.Arrays;

/**
 * How long something took, over many runs.
 *
 * @param median microseconds
 * @param low    below which 5 % of the runs lie, microseconds
 * @param high   above which 5 % of the runs lie, microseconds
 * @param runs   how many were timed
 */
public record Timing(double median, double low, double high, int runs) {
    private static final int RUNS = 1000;
    /** A run lasts at least so long, in nanoseconds, so that the clock's own grain does not count: short work is repeated in it. */
    private static final double RUN_NANOS = 10_000;
    private static final double WARM_UP_NANOS = 500e6;

    /** Two ways of doing the same, timed in turn, so that whatever else the machine does falls on both. */
    public record Pair(Timing one, Timing other) {
        /** How many times as long the other took, by the medians. */
        public double ratio() {
            return other.median / one.median;
        }
    }

    /** Warms both up, then times 1,000 runs of each. It takes the calling thread most of a second for small work. */
    public static Pair ofBoth(Work one, Work other) {
        long began = System.nanoTime();
        long rounds = 0;
        do {
            one.once();
            other.once();
            rounds++;
        } while (System.nanoTime() - began < WARM_UP_NANOS && !Thread.currentThread().isInterrupted());
        double roundNanos = (System.nanoTime() - began) / (double) rounds;
        int repetitions = (int) Math.max(1, Math.ceil(2 * RUN_NANOS / roundNanos));
        double[] first = new double[RUNS];
        double[] second = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            first[run] = time(one, repetitions);
            second[run] = time(other, repetitions);
        }
        return new Pair(of(first), of(second));
    }

    /** @return microseconds a round */
    private static double time(Work work, int repetitions) {
        long began = System.nanoTime();
        for (int i = 0; i < repetitions; i++) {
            work.once();
        }
        return (System.nanoTime() - began) / 1e3 / repetitions;
    }

    /** @param microseconds of each run */
    static Timing of(double[] microseconds) {
        double[] sorted = microseconds.clone();
        Arrays.sort(sorted);
        return new Timing(at(sorted, 0.5), at(sorted, 0.05), at(sorted, 0.95), sorted.length);
    }

    private static double at(double[] sorted, double part) {
        return sorted[(int) Math.round(part * (sorted.length - 1))];
    }
}
