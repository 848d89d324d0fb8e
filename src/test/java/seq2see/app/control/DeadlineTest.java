package seq2see.app.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** By a clock that only waiting moves. */
class DeadlineTest {
    private long now = 17;
    private final Deadline deadline = new Deadline(Duration.ofSeconds(10), () -> now);

    @BeforeAll
    static void expectWarnings() {
        Logger.getLogger(Deadline.class.getName()).setLevel(Level.OFF);
    }

    /** Needs so long to write what it was asked for, counted from the first that is waited for. */
    private final class Writer extends AbstractExecutorService {
        private final long ready;
        private boolean shutDown;

        Writer(int seconds) {
            ready = now + Duration.ofSeconds(seconds).toNanos();
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            assertTrue(shutDown, "it would never end");
            now = Math.min(Math.max(now, ready), now + unit.toNanos(timeout));
            return now >= ready;
        }

        @Override
        public void shutdown() {
            shutDown = true;
        }

        @Override
        public List<Runnable> shutdownNow() {
            throw new AssertionError("what was asked for would be lost");
        }

        @Override
        public boolean isShutdown() {
            return shutDown;
        }

        @Override
        public boolean isTerminated() {
            return shutDown && now >= ready;
        }

        @Override
        public void execute(Runnable command) {
            throw new AssertionError("nothing new");
        }
    }

    /** The seconds after which all are waited for. */
    private double waited(int... seconds) {
        long begun = now;
        List<Writer> writers = new ArrayList<>();
        for (int needed : seconds) {
            writers.add(new Writer(needed));
        }
        writers.forEach(writer -> deadline.end(writer, "a file"));
        assertTrue(writers.stream().allMatch(Writer::isShutdown));
        return (now - begun) / 1e9;
    }

    @Test
    void howeverManyHangTheyAreWaitedForOnce() {
        assertEquals(10, waited(1000, 1000, 1000, 1000, 1000));
    }

    @Test
    void allAreWaitedForTogether() {
        assertEquals(8, waited(3, 8, 0, 6));
    }
}
