package seq2see.training.benchmark;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Training leaves next to nothing to the garbage collector, so a window that watches it never waits for one. */
class AllocationTest {
    private static final int STEPS = 200;
    private static final long MOST_BYTES = 4096;
    /** Vectors are objects until the compiler has done its work; it gets so many rounds of {@link #STEPS} for that. */
    private static final int ROUNDS = 20;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @CsvSource({"seq2see.lesson.plain.train.t1, 1", "seq2see.lesson.attention.train.t1, 1", "seq2see.lesson.plain.train.t2, 2"})
    void aSteadyTrainingStepAllocatesLessThanFourKilobytes(String name, int threadCount) {
        Job job = Benchmark.jobs(threadCount).stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
        try (Work work = job.begin().get()) {
            long bytes = Long.MAX_VALUE;
            for (int round = 0; round < ROUNDS && bytes > MOST_BYTES; round++) {
                bytes = bytesAStep(work);
            }
            assertTrue(bytes <= MOST_BYTES, bytes + " bytes a step");
        }
    }

    /** Over all threads. */
    private long bytesAStep(Work work) {
        long before = threads.getTotalThreadAllocatedBytes();
        for (int step = 0; step < STEPS; step++) {
            work.once();
        }
        return (threads.getTotalThreadAllocatedBytes() - before) / STEPS;
    }
}
