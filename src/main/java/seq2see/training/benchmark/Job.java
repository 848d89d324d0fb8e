package seq2see.training.benchmark;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import seq2see.corpus.InputException;
import seq2see.tensor.Kernels;
import seq2see.tensor.SimdKernels;

/**
 * Something to be timed.
 *
 * @param group  what it belongs to: {@code d2l}, {@code d2l5k}, {@code lesson}, {@code gemm} or {@code growth}
 * @param name   the beginning of its lines, such as {@code seq2see.d2l.plain.train.t1}
 * @param unit   of its lines: {@code ms_per_step}, {@code ms_per_sentence} or {@code gflops}
 * @param flop   floating point operations of one round of work, for GFLOP/s; 0 where time is what counts
 * @param begin  makes the work ready
 */
public record Job(String group, String name, String unit, double flop, Supplier<Work> begin) {
    private static final int REPETITIONS = 7;
    /** Long enough for the compiler to have done its work. */
    private static final double WARM_UP_SECONDS = 0.4;
    /**
     * It is warm when so many short repetitions in a row were not faster than this part of the best, and the compiler rested;
     * up to so many. With a thread on every core the compiler comes to its work slowly.
     */
    private static final double STILL_FASTER = 0.9;
    private static final int STEADY = 3;
    private static final int LONGEST_WARM_UP = 50;
    /** So much of a repetition the compiler may work while it counts as resting. */
    private static final double RESTING = 0.1;
    /** Less than the slowest product reaches on the slowest machine with vectors, more than with vectors as objects. */
    private static final double LEAST_GIGAFLOPS = 2.5;

    private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();

    /** A figure and what it is called. */
    public record Line(String name, double value) {
    }

    /**
     * Warms up for half a second, or longer where it still gets faster or is still compiled, then takes the median of seven
     * repetitions of {@code seconds} each, and the minimum where time is what counts.
     *
     * @throws InputException where a product takes so long that the compiler must have kept its vectors as objects
     */
    public List<Line> measure(double seconds) throws InputException {
        try (Work work = begin.get()) {
            warmUp(work);
            double[] milliseconds = new double[REPETITIONS];
            for (int i = 0; i < REPETITIONS; i++) {
                milliseconds[i] = repeat(work, seconds);
            }
            Arrays.sort(milliseconds);
            double median = milliseconds[REPETITIONS / 2];
            double gigaflops = flop / median / 1e6;
            if (flop > 0 && gigaflops < LEAST_GIGAFLOPS && Kernels.best() instanceof SimdKernels) {
                throw new InputException("bench.implausible", name, String.format(Locale.ROOT, "%.2f", gigaflops));
            }
            return flop > 0 ? List.of(new Line(name + "." + unit, gigaflops))
                    : List.of(new Line(name + "." + unit, median), new Line(name + "." + unit + "_min", milliseconds[0]));
        }
    }

    private static void warmUp(Work work) {
        double best = repeat(work, WARM_UP_SECONDS);
        for (int i = 0, steady = 0; i < LONGEST_WARM_UP && steady < STEADY; i++) {
            long compiled = COMPILER.getTotalCompilationTime();
            double now = repeat(work, WARM_UP_SECONDS / 4);
            boolean rested = COMPILER.getTotalCompilationTime() - compiled < RESTING * 1e3 * WARM_UP_SECONDS / 4;
            steady = rested && now > STILL_FASTER * best ? steady + 1 : 0;
            best = Math.min(best, now);
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
