package seq2see.training;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * Runs the parts of a batch on a fixed number of threads, the caller's among them. Which thread runs which is fixed. A small
 * model's step takes less than waking a thread does, so whoever waits looks again and again for a moment before it sleeps.
 */
final class PartRunner implements AutoCloseable {
    /** How long to look before sleeping: a little longer than what one thread does alone between two rounds. */
    private static final long LOOKING_NANOS = 100_000;

    private final int threads;
    private final Helper[] helpers;
    private volatile boolean closed;

    PartRunner(int threads) {
        this.threads = threads;
        this.helpers = new Helper[threads - 1];
        for (int i = 0; i < helpers.length; i++) {
            helpers[i] = new Helper(i + 1);
            helpers[i].setDaemon(true);
            helpers[i].start();
        }
    }

    /** A thread that does its share of each round. */
    private final class Helper extends Thread {
        private final int first;
        /** Rounds begun and done; each is counted by one side and read by the other. */
        private final AtomicInteger begun = new AtomicInteger();
        private final AtomicInteger done = new AtomicInteger();
        private Thread caller;
        private int count;
        private IntConsumer part;
        private Throwable failure;

        Helper(int first) {
            super("seq2see-part");
            this.first = first;
        }

        /** Called by the thread that runs the round. */
        void begin(int count, IntConsumer part) {
            this.caller = Thread.currentThread();
            this.count = count;
            this.part = part;
            begun.incrementAndGet();
            LockSupport.unpark(this);
        }

        /** @return what failed, or null. An interruption waits until the part is done: nobody may write on behind it */
        Throwable await() {
            boolean interrupted = false;
            long began = System.nanoTime();
            while (done.get() != begun.get()) {
                interrupted |= lookOrSleep(began);
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            return failure;
        }

        @Override
        public void run() {
            while (true) {
                long began = System.nanoTime();
                while (begun.get() == done.get() && !closed) {
                    lookOrSleep(began);
                }
                if (begun.get() == done.get()) {
                    return;
                }
                failure = null;
                try {
                    every(first, count, part);
                } catch (RuntimeException | Error own) {
                    failure = own;
                }
                Thread waiting = caller;
                done.incrementAndGet();
                LockSupport.unpark(waiting);
            }
        }
    }

    /** @return whether the thread was interrupted; it is not any more, or it could not sleep */
    private boolean lookOrSleep(long began) {
        if (System.nanoTime() - began < LOOKING_NANOS) {
            Thread.onSpinWait();
            return false;
        }
        LockSupport.park(this);
        return Thread.interrupted();
    }

    /** Runs parts 0 to count − 1 and returns when all are done, also where one fails; then what failed is thrown on. */
    void run(int count, IntConsumer part) {
        int helping = Math.max(0, Math.min(threads, count) - 1);
        for (int i = 0; i < helping; i++) {
            helpers[i].begin(count, part);
        }
        Throwable failure = null;
        try {
            every(0, count, part);
        } catch (RuntimeException | Error own) {
            failure = own;
        }
        for (int i = 0; i < helping; i++) {
            Throwable theirs = helpers[i].await();
            failure = failure == null ? theirs : failure;
        }
        throwOn(failure);
    }

    private void every(int first, int count, IntConsumer part) {
        for (int index = first; index < count; index += threads) {
            part.accept(index);
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
        closed = true;
        for (Helper helper : helpers) {
            LockSupport.unpark(helper);
        }
    }
}
