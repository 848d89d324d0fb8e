package seq2see.training.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import seq2see.corpus.InputException;

/** Measures how fast the engine is on this machine. */
public final class Benchmark {
    private static final double MODEL_SECONDS = 0.25;
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

    /** How a training step's time grows with each size; not among the others, since it takes as long again. */
    public static List<Job> growth(int threads) {
        return ModelJobs.growth(threads);
    }

    /**
     * Runs jobs one after the other and hands on each figure as it comes.
     *
     * @throws InputException where a figure is not plausible
     */
    public static void run(List<Job> jobs, Consumer<Job.Line> lines) throws InputException {
        for (Job job : jobs) {
            job.measure(job.group().equals("gemm") ? PRODUCT_SECONDS : MODEL_SECONDS).forEach(lines);
        }
    }
}
