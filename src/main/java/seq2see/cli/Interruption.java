package seq2see.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a long run end between two steps when the process is asked to end, as by Ctrl-C: the process waits until what is
 * being written is whole.
 */
final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::waitForTheEnd, "interruption");
    private volatile boolean requested;

    /** Watches until it is closed. */
    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Whether the run should end now. */
    boolean requested() {
        return requested;
    }

    private void waitForTheEnd() {
        requested = true;
        try {
            ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing is being written any more. */
    @Override
    public void close() {
        ended.countDown();
        if (!requested) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
