package seq2see.app.corpus;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import seq2see.corpus.InputException;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.ReadingReport.Reason;
import seq2see.corpus.reading.CorpusFiles;
import seq2see.corpus.reading.CorpusReader;
import seq2see.corpus.reading.Encodings;
import seq2see.corpus.reading.IndexedCorpus;
import seq2see.corpus.reading.Inspection;
import seq2see.corpus.reading.ReadingOptions;
import seq2see.corpus.reading.ReadingProgress;
import seq2see.corpus.reading.Screening;
import seq2see.corpus.reading.ScreeningRules;

/**
 * A corpus on its way from a file to a training: what was chosen, and what came of it. Files are read on a background
 * thread; whatever is asked for takes the place of what was asked for before, so that a cancel answers at once. Everything
 * else belongs to the JavaFX thread.
 */
final class CorpusDraft implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(CorpusDraft.class.getName());
    private static final long TELL_EVERY_NANOS = 50_000_000;

    /** Where a person is on the way. */
    enum Step {
        FILE, COLUMNS, WORDS, REPORT
    }

    private final ExecutorService background = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("corpus draft").factory());
    private final AtomicInteger asked = new AtomicInteger();
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.FILE);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyObjectWrapper<InputException> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Inspection> inspection = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Encodings.Offer>> offers = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<IndexedCorpus> index = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ParallelCorpus> screened = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<PreparedCorpus> prepared = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<TrainingEstimate> estimate = new ReadOnlyObjectWrapper<>();
    private CorpusChoices choices = CorpusChoices.of(List.of());

    ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** Whether something is being read. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** The share of the present work that is done, 0 to 1. */
    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** What was wrong with the last thing asked for; null where nothing is. */
    ReadOnlyObjectProperty<InputException> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** How the file begins; null until one was looked at. */
    ReadOnlyObjectProperty<Inspection> inspectionProperty() {
        return inspection.getReadOnlyProperty();
    }

    /** Encodings to choose from where the present one seems wrong; else empty. */
    ReadOnlyObjectProperty<List<Encodings.Offer>> offersProperty() {
        return offers.getReadOnlyProperty();
    }

    /** What the rules leave; null until the file was read. */
    ReadOnlyObjectProperty<ParallelCorpus> screenedProperty() {
        return screened.getReadOnlyProperty();
    }

    /** The corpus as it would be trained on; null until it was prepared. */
    ReadOnlyObjectProperty<PreparedCorpus> preparedProperty() {
        return prepared.getReadOnlyProperty();
    }

    /** What training would take; null until it was measured. */
    ReadOnlyObjectProperty<TrainingEstimate> estimateProperty() {
        return estimate.getReadOnlyProperty();
    }

    /** What was chosen so far. */
    CorpusChoices choices() {
        return choices;
    }

    /** Begins with one file, or two whose lines belong together. */
    void begin(List<Path> paths) {
        if (paths.isEmpty() || paths.size() > 2) {
            problem.set(new InputException("corpus.manyFiles", String.valueOf(paths.size())));
            return;
        }
        choices = CorpusChoices.of(paths);
        inspection.set(null);
        step.set(Step.COLUMNS);
        read(ReadingOptions.FOLLOWING);
    }

    /** What was seen of the file, and what else it may be where that looks wrong. */
    private record Look(Inspection inspection, List<Encodings.Offer> offers, InputException problem) {
    }

    /** Looks at the file again, with these choices. */
    void read(ReadingOptions wanted) {
        choices = choices.with(wanted);
        CorpusFiles files = choices.files();
        index.set(null);
        work(told -> look(files, wanted), look -> {
            offers.set(look.offers());
            problem.set(look.problem());
            if (look.inspection() != null) {
                inspection.set(look.inspection());
            }
        });
    }

    private static Look look(CorpusFiles files, ReadingOptions wanted) throws InputException {
        try {
            Inspection seen = Inspection.of(files, wanted);
            boolean unreadable = seen.firstRecords().stream().anyMatch(record -> record.fault().isPresent()
                    && record.fault().get() == Reason.UNDECODABLE);
            boolean chosen = wanted.encoding() != null;
            return new Look(seen, unreadable || chosen ? Encodings.offers(files.source(), seen.encoding()) : List.of(), null);
        } catch (InputException refused) {
            boolean otherEncoding = refused.key().equals("corpus.encoding");
            return new Look(null, otherEncoding ? Encodings.offers(files.source(), StandardCharsets.UTF_8) : List.of(), refused);
        }
    }

    /** Reads the whole file, unless that was done, and goes on to its words. */
    private void readAll() {
        Inspection present = inspection.get();
        if (index.get() != null) {
            step.set(Step.WORDS);
            return;
        }
        work(told -> {
            try {
                return CorpusReader.index(present, share -> told.at(0.8 * share));
            } catch (InputException refused) {
                if (refused.key().equals("corpus.encodings")) {
                    List<Encodings.Offer> found = Encodings.offers(present.files().source(), present.encoding());
                    Platform.runLater(() -> offers.set(found));
                }
                throw refused;
            }
        }, read -> {
            index.set(read);
            screen(Step.WORDS);
        });
    }

    /** Judges the pairs anew and goes on. */
    private void screen(Step next) {
        IndexedCorpus read = index.get();
        ScreeningRules present = choices.rules();
        work(told -> {
            ParallelCorpus corpus = Screening.of(read, present, share -> told.at(0.8 + 0.1 * share));
            Screening.refuseUseless(corpus, read);
            return corpus;
        }, corpus -> {
            screened.set(corpus);
            if (next == Step.REPORT) {
                prepare();
            } else {
                step.set(next);
            }
        });
    }

    private void prepare() {
        ParallelCorpus corpus = screened.get();
        CorpusChoices present = choices;
        work(told -> PreparedCorpus.of(corpus, present), ready -> {
            prepared.set(ready);
            step.set(Step.REPORT);
            measure(ready);
        });
    }

    /** Trains for a second to see how long all of it would take; the page need not wait for that. */
    private void measure(PreparedCorpus ready) {
        estimate.set(null);
        int number = asked.get();
        background.execute(() -> {
            try {
                TrainingEstimate found = TrainingEstimate.of(ready, () -> number != asked.get());
                show(number, () -> estimate.set(found));
            } catch (InputException | RuntimeException | OutOfMemoryError failure) {
                LOGGER.log(System.Logger.Level.DEBUG, "not measured", failure);
            }
        });
    }

    /** Judges the pairs by other rules. */
    void screenBy(ScreeningRules wanted) {
        choices = choices.with(wanted);
        screen(Step.REPORT);
    }

    /** Takes other choices of what is made of the pairs. */
    void choose(CorpusChoices wanted) {
        choices = wanted;
    }

    void next() {
        switch (step.get()) {
            case COLUMNS -> readAll();
            case WORDS -> prepare();
            case FILE, REPORT -> throw new IllegalStateException("there is nothing next to " + step.get());
        }
    }

    /** Back to the step before; what was chosen stays. */
    void back() {
        stop();
        problem.set(null);
        step.set(Step.values()[Math.max(0, step.get().ordinal() - 1)]);
    }

    /** Leaves what is being read; what was there before stays. */
    void stop() {
        asked.incrementAndGet();
        busy.set(false);
    }

    /** Leaves all of it. */
    void cancel() {
        stop();
        problem.set(null);
        step.set(Step.FILE);
    }

    private interface Work<T> {
        T run(ReadingProgress told) throws InputException;
    }

    private <T> void work(Work<T> job, Consumer<T> done) {
        int number = asked.incrementAndGet();
        busy.set(true);
        progress.set(0);
        problem.set(null);
        background.execute(() -> {
            try {
                T result = job.run(progressOf(number));
                show(number, () -> done.accept(result));
            } catch (CancellationException _) {
                // Nobody waits for it any more.
            } catch (InputException refused) {
                show(number, () -> problem.set(refused));
            } catch (OutOfMemoryError full) {
                show(number, () -> problem.set(new InputException("corpus.tooLarge", choices.files().name())));
            } catch (RuntimeException fault) {
                LOGGER.log(System.Logger.Level.ERROR, "corpus not read", fault);
                show(number, () -> problem.set(new InputException("program.fault", String.valueOf(fault))));
            }
        });
    }

    /** Shows what came of a request, unless another was made since. */
    private void show(int number, Runnable outcome) {
        Platform.runLater(() -> {
            if (number == asked.get()) {
                busy.set(false);
                outcome.run();
            }
        });
    }

    private ReadingProgress progressOf(int number) {
        long[] toldAt = {0};
        return share -> {
            if (number != asked.get()) {
                throw new CancellationException();
            }
            if (System.nanoTime() - toldAt[0] > TELL_EVERY_NANOS) {
                toldAt[0] = System.nanoTime();
                Platform.runLater(() -> {
                    if (number == asked.get()) {
                        progress.set(share);
                    }
                });
            }
        };
    }

    @Override
    public void close() {
        stop();
        background.shutdownNow();
    }
}
