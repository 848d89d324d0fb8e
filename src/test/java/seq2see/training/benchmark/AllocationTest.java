package seq2see.training.benchmark;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seq2see.ForkedJava;

/**
 * Training leaves next to nothing to the garbage collector, so a window that watches it never waits for one. It is
 * counted in a process of its own, as {@code seq2see train} is one: vectors are objects wherever the compiler does not
 * put a small method into its caller, and that depends on all that the process has run before.
 */
class AllocationTest {
    private static final int STEPS = 200;
    private static final long MOST_BYTES = 4096;
    /** Vectors are objects until the compiler has done its work; it gets so many rounds of {@link #STEPS} for that. */
    private static final int ROUNDS = 20;
    private static final List<String> FLAGS = List.of("--add-modules", "jdk.incubator.vector");

    @ParameterizedTest
    @CsvSource({"seq2see.lesson.plain.train.t1, 1", "seq2see.lesson.attention.train.t1, 1", "seq2see.lesson.plain.train.t2, 2"})
    void aSteadyTrainingStepAllocatesLessThanFourKilobytes(String name, String threads) throws IOException, InterruptedException {
        long bytes = Long.parseLong(ForkedJava.output(Redirect.DISCARD, FLAGS, Training.class, name, threads));
        assertTrue(bytes <= MOST_BYTES, bytes + " bytes a step");
    }

    /** The process: a job's name and its number of threads in, the bytes of a step over all threads out. */
    static final class Training {
        private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        private Training() {
        }

        public static void main(String[] arguments) {
            int threadCount = Integer.parseInt(arguments[1]);
            Job job = Benchmark.jobs(threadCount).stream().filter(one -> one.name().equals(arguments[0])).findFirst().orElseThrow();
            try (Work work = job.begin().get()) {
                long bytes = Long.MAX_VALUE;
                for (int round = 0; round < ROUNDS && bytes > MOST_BYTES; round++) {
                    bytes = bytesAStep(work);
                }
                System.out.println(bytes);
            }
        }

        private static long bytesAStep(Work work) {
            long before = THREADS.getTotalThreadAllocatedBytes();
            for (int step = 0; step < STEPS; step++) {
                work.once();
            }
            return (THREADS.getTotalThreadAllocatedBytes() - before) / STEPS;
        }
    }
}
