package seq2see.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import seq2see.app.Watchdog.Pause;

class WatchdogTest {
    private final ExecutorService window = Executors.newSingleThreadExecutor();
    private final BlockingQueue<Pause> told = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        window.shutdownNow();
    }

    /** What keeps the window busy, by name. */
    private static void dawdle(CountDownLatch began, long nanos) {
        long start = System.nanoTime();
        began.countDown();
        while (System.nanoTime() - start < nanos) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aPauseIsToldOnceWithItsLengthAndWhoMadeIt() throws InterruptedException {
        try (Watchdog watchdog = new Watchdog(window, told::add)) {
            watchdog.start();
            CountDownLatch warm = new CountDownLatch(1);
            window.execute(warm::countDown);
            warm.await();
            window.execute(() -> dawdle(new CountDownLatch(1), 300_000_000));
            // A machine that is busy may make pauses of its own, after which no line is written for a while.
            Pause pause = told.poll(20, TimeUnit.SECONDS);
            while (pause != null && !pause.offender().contains("dawdle")) {
                window.execute(() -> dawdle(new CountDownLatch(1), 300_000_000));
                pause = told.poll(1, TimeUnit.SECONDS) instanceof Pause next ? next : pause;
            }
            assertTrue(pause != null, "the pause was not told");
            assertTrue(pause.nanos() >= Watchdog.PAUSE_NANOS, pause.toString());
            assertTrue(pause.toString().startsWith("the window stood still for ") && pause.offender().contains("seq2see.app.WatchdogTest.dawdle"), pause.toString());
            assertFalse(pause.toString().contains("\n"));
            assertTrue(watchdog.longestNanos() >= pause.nanos());
            watchdog.reset();
            assertTrue(watchdog.longestNanos() < pause.nanos());
        }
    }

    @Test
    void whatAnswersAtOnceIsNotTold() throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch enough = new CountDownLatch(20);
        try (Watchdog watchdog = new Watchdog(task -> {
            asked.incrementAndGet();
            task.run();
            enough.countDown();
        }, told::add)) {
            watchdog.start();
            assertTrue(enough.await(20, TimeUnit.SECONDS));
        }
        int before = asked.get();
        // A machine that is busy may keep the watchdog itself waiting for once.
        assertTrue(told.size() < before / 4, told.toString());
    }

    @Test
    void aClosedOneAsksNoMore() throws InterruptedException {
        Watchdog watchdog = new Watchdog(window, told::add);
        watchdog.start();
        watchdog.close();
        watchdog.join();
        AtomicInteger left = new AtomicInteger();
        window.execute(left::incrementAndGet);
        window.shutdown();
        assertTrue(window.awaitTermination(20, TimeUnit.SECONDS));
        assertEquals(1, left.get());
    }
}
