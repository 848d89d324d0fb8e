package seq2see.training.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Measures how fast the engine is on this machine. */
public final class Benchmark {
    private static final double MODEL_SECONDS = 0.4;
    private static final double PRODUCT_SECONDS = 0.04;

    private Benchmark() {
    }

    /** Everything that can be measured with so many threads; the products and the searches take one. */
    public static List<Job> jobs(int threads) {
        List<Job> jobs = new ArrayList<>(ModelJobs.all(threads));
        if (threads == 1) {
            jobs.addAll(ProductJobs.all());
        }
        return jobs;
    }

    /** Runs jobs one after the other and hands on each figure as it comes. */
    public static void run(List<Job> jobs, Consumer<Job.Line> lines) {
        for (Job job : jobs) {
            job.measure(job.group().equals("gemm") ? PRODUCT_SECONDS : MODEL_SECONDS).forEach(lines);
        }
    }
}
