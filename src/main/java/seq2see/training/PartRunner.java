package seq2see.training;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Runs numbered pieces of work on a fixed number of threads, the caller's among them. Which thread runs which is fixed. */
final class PartRunner implements AutoCloseable {
    private final int threads;
    private final ExecutorService helpers;

    PartRunner(int threads) {
        this.threads = threads;
        this.helpers = threads > 1 ? Executors.newFixedThreadPool(threads - 1, PartRunner::daemon) : null;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "seq2see-part");
        thread.setDaemon(true);
        return thread;
    }

    /** Runs pieces 0 to count − 1 and returns when all are done. */
    void run(int count, IntConsumer piece) {
        List<Future<?>> running = new ArrayList<>();
        for (int thread = 1; thread < Math.min(threads, count); thread++) {
            int first = thread;
            running.add(helpers.submit(() -> every(first, count, piece)));
        }
        every(0, count, piece);
        for (Future<?> future : running) {
            await(future);
        }
    }

    private void every(int first, int count, IntConsumer piece) {
        for (int index = first; index < count; index += threads) {
            piece.accept(index);
        }
    }

    private static void await(Future<?> future) {
        try {
            future.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in the middle of a training step", interruption);
        }
    }

    @Override
    public void close() {
        if (helpers != null) {
            helpers.shutdown();
        }
    }
}
