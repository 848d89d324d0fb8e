package seq2see.app;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Watches that the window answers. It asks the toolkit's thread for a sign of life a hundred times a second; where none comes
 * for 50 ms, it writes one line that says for how long, how much of that went into collecting garbage, and in whose code the
 * thread was found most often meanwhile; on a machine that cannot keep up, a line every five seconds that counts the others.
 * A pause counts from when the watchdog was to ask: what stops every thread stops this one too. While all is well it costs a
 * small task each time.
 */
public final class Watchdog implements AutoCloseable {
    /** A pause as long as this is told. */
    public static final long PAUSE_NANOS = 50_000_000;
    private static final long EVERY_NANOS = 10_000_000;
    /** From here on the thread's stack is looked at. */
    private static final long SUSPICION_NANOS = 20_000_000;
    private static final long SAMPLE_NANOS = 5_000_000;
    private static final long LINE_NANOS = 5_000_000_000L;
    /** What a collector does in cycles, it does while the program goes on. */
    private static final List<GarbageCollectorMXBean> COLLECTORS = ManagementFactory.getGarbageCollectorMXBeans().stream()
            .filter(collector -> !collector.getName().endsWith("Cycles")).toList();
    private static final System.Logger LOGGER = System.getLogger(Watchdog.class.getName());

    /**
     * A pause that is over.
     *
     * @param collecting the milliseconds of it in which garbage was collected and every thread stood still
     */
    public record Pause(long nanos, long collecting, String offender, int others) {
        @Override
        public String toString() {
            String line = "the window stood still for " + nanos / 1_000_000 + " ms: " + (collecting == 0 ? "" : "garbage was collected for " + collecting + " ms; ") + offender;
            return others == 0 ? line : line + "; and " + others + " times before, since the last such line";
        }
    }

    private final Executor window;
    private final Consumer<Pause> told;
    private final Thread thread;
    private volatile boolean closed;
    private volatile long answeredAt;
    private volatile Thread watched;
    private volatile long longest;
    /** When the last line was written, and how many pauses there were since. */
    private long lineAt = System.nanoTime() - LINE_NANOS;
    private int untold;

    /** @param window runs a task on the thread that is watched; {@code Platform::runLater} for the toolkit's */
    public Watchdog(Executor window) {
        this(window, pause -> LOGGER.log(System.Logger.Level.WARNING, pause::toString));
    }

    Watchdog(Executor window, Consumer<Pause> told) {
        this.window = window;
        this.told = told;
        thread = Thread.ofPlatform().daemon().name("seq2see-watchdog").priority(Thread.MAX_PRIORITY).unstarted(this::watch);
    }

    /** Begins to watch. */
    public void start() {
        thread.start();
    }

    /** The longest that the window took to answer, in nanoseconds, since the start or the last reset. */
    public long longestNanos() {
        return longest;
    }

    /** Begins anew to look for the longest pause. */
    public void reset() {
        longest = 0;
    }

    /** The milliseconds in which every thread stood still for a collection of garbage, since the program began. */
    static long collectingMillis() {
        return COLLECTORS.stream().mapToLong(GarbageCollectorMXBean::getCollectionTime).sum();
    }

    private void watch() {
        long due = System.nanoTime();
        long collectedBefore = collectingMillis();
        while (!closed) {
            answeredAt = 0;
            window.execute(() -> {
                watched = Thread.currentThread();
                answeredAt = System.nanoTime();
                LockSupport.unpark(thread);
            });
            Map<String, Integer> found = await(due);
            if (closed) {
                return;
            }
            long pause = answeredAt - due;
            longest = Math.max(longest, pause);
            long collected = collectingMillis();
            if (pause >= PAUSE_NANOS) {
                tell(pause, collected - collectedBefore, found);
            }
            collectedBefore = collected;
            due = System.nanoTime() + EVERY_NANOS;
            parkUntil(due);
        }
    }

    private void tell(long pause, long collecting, Map<String, Integer> found) {
        if (System.nanoTime() - lineAt < LINE_NANOS) {
            untold++;
            return;
        }
        told.accept(new Pause(pause, collecting, offender(found), untold));
        lineAt = System.nanoTime();
        untold = 0;
    }

    /** Waits for the answer. Where it is late, gives where the thread was found, and how often. */
    private Map<String, Integer> await(long due) {
        Map<String, Integer> found = new HashMap<>();
        while (answeredAt == 0 && !closed) {
            boolean late = System.nanoTime() - due >= SUSPICION_NANOS;
            if (late && watched != null) {
                found.merge(place(watched.getStackTrace()), 1, Integer::sum);
            }
            LockSupport.parkNanos(late ? SAMPLE_NANOS : EVERY_NANOS);
        }
        return found;
    }

    private void parkUntil(long until) {
        while (!closed && System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }

    /** The innermost method of ours on a stack, or else the innermost that is not the JDK's. */
    private static String place(StackTraceElement[] stack) {
        return Arrays.stream(stack).filter(frame -> frame.getClassName().startsWith("seq2see.")).findFirst()
                .or(() -> Arrays.stream(stack).filter(frame -> !frame.getClassName().matches("(java|jdk)\\..*")).findFirst())
                .map(frame -> frame.getClassName() + "." + frame.getMethodName() + " (line " + frame.getLineNumber() + ")").orElse("nowhere");
    }

    private static String offender(Map<String, Integer> found) {
        int all = found.values().stream().mapToInt(Integer::intValue).sum();
        return found.isEmpty() ? "nobody was seen"
                : Collections.max(found.entrySet(), Map.Entry.comparingByValue()).getKey() + " in " + Collections.max(found.values()) + " of " + all + " looks";
    }

    /** Ends the watch. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    /** Waits until a closed one has ended. */
    void join() throws InterruptedException {
        thread.join();
    }
}
