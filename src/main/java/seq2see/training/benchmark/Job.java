package seq2see.training.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Something to be timed.
 *
 * @param group  what it belongs to: {@code d2l}, {@code d2l5k}, {@code lesson} or {@code gemm}
 * @param name   the beginning of its lines, such as {@code seq2see.d2l.plain.train.t1}
 * @param unit   of its lines: {@code ms_per_step}, {@code ms_per_sentence} or {@code gflops}
 * @param flop   floating point operations of one round of work, for GFLOP/s; 0 where time is what counts
 * @param begin  makes the work ready
 */
public record Job(String group, String name, String unit, double flop, Supplier<Work> begin) {
    private static final int REPETITIONS = 7;
    /** Long enough for the compiler to have done its work. */
    private static final double WARM_UP_SECONDS = 0.5;

    /** A figure and what it is called. */
    public record Line(String name, double value) {
    }

    /** Warms up for half a second, then takes the median of seven repetitions of {@code seconds} each, and the minimum where time is what counts. */
    public List<Line> measure(double seconds) {
        try (Work work = begin.get()) {
            repeat(work, WARM_UP_SECONDS);
            double[] milliseconds = new double[REPETITIONS];
            for (int i = 0; i < REPETITIONS; i++) {
                milliseconds[i] = repeat(work, seconds);
            }
            Arrays.sort(milliseconds);
            double median = milliseconds[REPETITIONS / 2];
            return flop > 0 ? List.of(new Line(name + "." + unit, flop / median / 1e6))
                    : List.of(new Line(name + "." + unit, median), new Line(name + "." + unit + "_min", milliseconds[0]));
        }
    }

    /** @return milliseconds a round */
    private static double repeat(Work work, double seconds) {
        long began = System.nanoTime();
        long rounds = 0;
        long elapsed;
        do {
            work.once();
            rounds++;
            elapsed = System.nanoTime() - began;
        } while (elapsed < seconds * 1e9);
        return elapsed / 1e6 / rounds;
    }
}
