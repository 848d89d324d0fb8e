package seq2see.app.corpus;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import seq2see.corpus.InputException;
import seq2see.corpus.reading.ReadingProgress;

/**
 * Work on a background thread, of which only what was asked for last counts, so that a cancel answers at once. All but the
 * work itself belongs to the JavaFX thread.
 */
final class LatestWork implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(LatestWork.class.getName());
    private static final long TELL_EVERY_NANOS = 50_000_000;

    private final ExecutorService background = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("corpus draft").factory());
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger askedQuietly = new AtomicInteger();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyObjectWrapper<InputException> problem = new ReadOnlyObjectWrapper<>();

    /** A piece of work that tells how far it is. */
    interface Work<T> {
        T run(ReadingProgress told) throws InputException;
    }

    /** A piece of work that nobody waits for. */
    interface QuietWork<T> {
        /** @param stopped whether it no longer counts */
        T run(BooleanSupplier stopped) throws InputException;
    }

    /** Whether something is under way that a person waits for. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** The share of it that is done, 0 to 1. */
    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** What was wrong with the last thing asked for; null where nothing is. */
    ReadOnlyObjectProperty<InputException> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    void tell(InputException refused) {
        problem.set(refused);
    }

    /**
     * Does something in place of whatever was asked for before.
     *
     * @param name what it is done with, for a fault
     */
    <T> void run(String name, Work<T> job, Consumer<T> done) {
        int number = asked.incrementAndGet();
        busy.set(true);
        progress.set(0);
        problem.set(null);
        background.execute(() -> attempt(name, () -> number == asked.get(), () -> job.run(progressOf(number)), result -> {
            busy.set(false);
            done.accept(result);
        }));
    }

    /** Does something beside it, unless more is asked for before. */
    <T> void runQuietly(String name, QuietWork<T> job, Consumer<T> done) {
        int number = asked.get();
        int quiet = askedQuietly.incrementAndGet();
        BooleanSupplier counts = () -> number == asked.get() && quiet == askedQuietly.get();
        background.execute(() -> {
            if (counts.getAsBoolean()) {
                attempt(name, counts, () -> job.run(() -> !counts.getAsBoolean()), done);
            }
        });
    }

    private interface Attempt<T> {
        T run() throws InputException;
    }

    private <T> void attempt(String name, BooleanSupplier counts, Attempt<T> attempt, Consumer<T> done) {
        try {
            T result = attempt.run();
            show(counts, () -> done.accept(result));
        } catch (CancellationException _) {
            // Nobody waits for it any more.
        } catch (InputException refused) {
            fail(counts, refused);
        } catch (OutOfMemoryError full) {
            fail(counts, new InputException("corpus.tooLarge", name));
        } catch (RuntimeException | StackOverflowError fault) {
            LOGGER.log(System.Logger.Level.ERROR, "corpus not read", fault);
            fail(counts, new InputException("program.fault", String.valueOf(fault)));
        }
    }

    private void fail(BooleanSupplier counts, InputException refused) {
        show(counts, () -> {
            busy.set(false);
            problem.set(refused);
        });
    }

    private static void show(BooleanSupplier counts, Runnable outcome) {
        Platform.runLater(() -> {
            if (counts.getAsBoolean()) {
                outcome.run();
            }
        });
    }

    /** Leaves what is under way. */
    void stop() {
        asked.incrementAndGet();
        busy.set(false);
    }

    private ReadingProgress progressOf(int number) {
        long[] toldAt = {0};
        return share -> {
            if (number != asked.get()) {
                throw new CancellationException();
            }
            if (System.nanoTime() - toldAt[0] > TELL_EVERY_NANOS) {
                toldAt[0] = System.nanoTime();
                show(() -> number == asked.get(), () -> progress.set(share));
            }
        };
    }

    @Override
    public void close() {
        stop();
        background.shutdownNow();
    }
}
