package seq2see.app.control;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The one time that a window that closes gives to all that is still being written. Each is written on a thread of its own, so
 * that asking one after the other waits for all together.
 */
public final class Deadline {
    private static final System.Logger LOGGER = System.getLogger(Deadline.class.getName());

    private final LongSupplier clock;
    private final long end;

    /** @param clock nanoseconds, as {@link System#nanoTime} */
    Deadline(Duration patience, LongSupplier clock) {
        this.clock = clock;
        end = clock.getAsLong() + patience.toNanos();
    }

    /** From now on. */
    public static Deadline inSeconds(int seconds) {
        return new Deadline(Duration.ofSeconds(seconds), System::nanoTime);
    }

    /**
     * Lets a writer take nothing new and waits until it has written what it was asked for, or the time is over.
     *
     * @param what it writes, for the log
     */
    public void end(ExecutorService writer, String what) {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(Math.max(0, end - clock.getAsLong()), TimeUnit.NANOSECONDS)) {
                LOGGER.log(System.Logger.Level.WARNING, "closed before everything was written: {0}", what);
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
