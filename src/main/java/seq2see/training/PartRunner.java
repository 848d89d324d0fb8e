package seq2see.training;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Runs the parts of a batch on a fixed number of threads, the caller's among them. Which thread runs which is fixed. */
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

    /** Runs parts 0 to count − 1 and returns when all are done, also where one fails; then what failed is thrown on. */
    void run(int count, IntConsumer part) {
        List<Future<?>> running = new ArrayList<>();
        for (int thread = 1; thread < Math.min(threads, count); thread++) {
            int first = thread;
            running.add(helpers.submit(() -> every(first, count, part)));
        }
        Throwable failure = null;
        try {
            every(0, count, part);
        } catch (RuntimeException | Error own) {
            failure = own;
        }
        for (Future<?> future : running) {
            Throwable theirs = await(future);
            failure = failure == null ? theirs : failure;
        }
        throwOn(failure);
    }

    private void every(int first, int count, IntConsumer part) {
        for (int index = first; index < count; index += threads) {
            part.accept(index);
        }
    }

    /** @return what failed there, or null. An interruption waits until the part is done: nobody may write on behind it */
    private static Throwable await(Future<?> future) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    future.get();
                    return null;
                } catch (ExecutionException failure) {
                    return failure.getCause();
                } catch (InterruptedException _) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void throwOn(Throwable failure) {
        switch (failure) {
            case null -> { }
            case Error error -> throw error;
            case RuntimeException exception -> throw exception;
            default -> throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        if (helpers != null) {
            helpers.shutdown();
        }
    }
}
