package seq2see.app.corpus;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import seq2see.app.session.CorpusRecipe;
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

/** A corpus on its way from a file to a training: what was chosen, and what came of it. It belongs to the JavaFX thread. */
final class CorpusDraft implements AutoCloseable {
    /** Where a person is on the way. */
    enum Step {
        FILE, COLUMNS, WORDS, LIMITS, REPORT
    }

    private final LatestWork work = new LatestWork();
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.FILE);
    private final ReadOnlyObjectWrapper<Inspection> inspection = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Encodings.Offer>> offers = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<CorpusPreview> preview = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<PreparedCorpus> prepared = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<TrainingEstimate> estimate = new ReadOnlyObjectWrapper<>();
    private CorpusChoices choices = CorpusChoices.of(List.of());
    /** What the inspection follows. */
    private ReadingOptions inspectedBy;
    /** All records of the files; null until they were read. */
    private IndexedCorpus index;
    /** What the rules leave of them. */
    private ParallelCorpus screened;
    private ScreeningRules screenedBy;
    /** What the report follows. */
    private CorpusChoices preparedBy;

    CorpusDraft() {
        work.busyProperty().subscribe(busy -> {
            if (!busy) {
                takeBack();
            }
        });
    }

    ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** What is under way. */
    LatestWork work() {
        return work;
    }

    /** How the file begins; null until one was looked at. */
    ReadOnlyObjectProperty<Inspection> inspectionProperty() {
        return inspection.getReadOnlyProperty();
    }

    /** Encodings to choose from where the present one seems wrong; else empty. */
    ReadOnlyObjectProperty<List<Encodings.Offer>> offersProperty() {
        return offers.getReadOnlyProperty();
    }

    /** Some lines as the present choices prepare them; null until the file was read. */
    ReadOnlyObjectProperty<CorpusPreview> previewProperty() {
        return preview.getReadOnlyProperty();
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
        if (areOneOrTwo(paths)) {
            beginWith(CorpusChoices.of(paths));
            read(ReadingOptions.FOLLOWING);
        }
    }

    /** Says so where files are none or too many. */
    boolean areOneOrTwo(List<Path> paths) {
        boolean possible = paths.size() == 1 || paths.size() == 2;
        if (!possible) {
            work.tell(new InputException("corpus.manyFiles", String.valueOf(paths.size())));
        }
        return possible;
    }

    /** Takes a corpus up again as it was prepared, up to its report; says so where its files have changed since. */
    void beginAgain(CorpusRecipe recipe) {
        CorpusChoices before;
        try {
            before = CorpusChoices.of(recipe);
        } catch (InputException refused) {
            work.tell(refused);
            return;
        }
        beginWith(before);
        run(told -> {
            Inspection seen = Inspection.of(before.files(), before.options());
            IndexedCorpus all = CorpusReader.index(seen, share -> told.at(0.8 * share));
            ParallelCorpus left = screened(all, before.rules(), told);
            return new Again(seen, all, PreparedCorpus.of(left, before), recipe.change().orElse(null));
        }, again -> {
            inspectedBy = before.options();
            inspection.set(again.inspection());
            index = again.index();
            screened = again.prepared().corpus();
            screenedBy = before.rules();
            show(again.prepared(), before);
            work.tell(again.change());
        });
    }

    private void beginWith(CorpusChoices other) {
        choices = other;
        index = null;
        screened = null;
        screenedBy = null;
        inspection.set(null);
        offers.set(List.of());
        step.set(Step.COLUMNS);
    }

    private record Again(Inspection inspection, IndexedCorpus index, PreparedCorpus prepared, InputException change) {
    }

    /** What was seen of the file, and what else it may be where that looks wrong. */
    private record Look(Inspection inspection, List<Encodings.Offer> offers, InputException problem) {
    }

    /** Looks at the file again, with these choices. Where they are refused, what was seen before them stays, and so do its choices. */
    void read(ReadingOptions wanted) {
        choices = choices.with(wanted);
        CorpusFiles files = choices.files();
        run(told -> look(files, wanted), look -> {
            offers.set(look.offers());
            work.tell(look.problem());
            if (look.inspection() != null) {
                index = null;
                choices = choices.with(wanted);
                inspectedBy = wanted;
                inspection.set(look.inspection());
            } else if (inspection.get() == null && look.offers().isEmpty()) {
                // Nothing is to be chosen of a file that cannot be used, but another file.
                step.set(Step.FILE);
            }
        });
    }

    /** The file is read as it was seen: choices that were refused, or left before anything was seen by them, are given up. */
    private void takeBack() {
        if (inspection.get() != null) {
            choices = choices.with(inspectedBy);
        }
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
        if (index != null) {
            screen(Step.WORDS);
            return;
        }
        Inspection present = inspection.get();
        run(told -> {
            try {
                return CorpusReader.index(present, share -> told.at(0.8 * share));
            } catch (InputException refused) {
                if (refused.key().equals("corpus.encodings")) {
                    List<Encodings.Offer> found = Encodings.offers(present.files().source(), present.encoding());
                    Platform.runLater(() -> offer(present, found));
                }
                throw refused;
            }
        }, read -> {
            index = read;
            screen(Step.WORDS);
        });
    }

    private void offer(Inspection of, List<Encodings.Offer> found) {
        if (inspection.get() == of) {
            offers.set(found);
        }
    }

    private static ParallelCorpus screened(IndexedCorpus read, ScreeningRules rules, ReadingProgress told) throws InputException {
        ParallelCorpus corpus = Screening.of(read, rules, share -> told.at(0.8 + 0.1 * share));
        Screening.refuseUseless(corpus, read);
        return corpus;
    }

    /** Judges the pairs anew and goes on. */
    private void screen(Step next) {
        IndexedCorpus read = index;
        ScreeningRules rules = choices.rules();
        run(told -> screened(read, rules, told), corpus -> {
            screened = corpus;
            screenedBy = rules;
            if (next == Step.REPORT) {
                prepare();
            } else {
                step.set(next);
                preview();
            }
        });
    }

    /** Shows what the choices make of some pairs, of those that the present rules leave. */
    private void preview() {
        if (!choices.rules().equals(screenedBy)) {
            screen(step.get());
            return;
        }
        ParallelCorpus corpus = screened;
        CorpusChoices present = choices;
        work.runQuietly(present.files().name(), stopped -> CorpusPreview.of(corpus, present), preview::set);
    }

    /** Goes on to the report, of the pairs that the present rules leave. */
    private void prepare() {
        if (!choices.rules().equals(screenedBy)) {
            screen(Step.REPORT);
            return;
        }
        ParallelCorpus corpus = screened;
        CorpusChoices present = choices;
        run(told -> PreparedCorpus.of(corpus, present), ready -> show(ready, present));
    }

    /** Shows the report, and trains for a second to see how long all of it would take; the page need not wait for that. */
    private void show(PreparedCorpus ready, CorpusChoices by) {
        preparedBy = by;
        prepared.set(ready);
        step.set(Step.REPORT);
        estimate.set(null);
        work.runQuietly(choices.files().name(), stopped -> TrainingEstimate.of(ready, stopped), estimate::set);
    }

    private <T> void run(LatestWork.Work<T> job, Consumer<T> done) {
        work.run(choices.files().name(), job, done);
    }

    /** Takes other choices of what becomes of the pairs. What was under way followed the choices before. */
    void choose(CorpusChoices wanted) {
        if (wanted.equals(choices)) {
            return;
        }
        choices = wanted;
        work.stop();
        work.tell(null);
        if (step.get() == Step.REPORT) {
            prepare();
        } else {
            preview();
        }
    }

    /** Whether the report is there and follows the present choices, so that they can be trained with. */
    boolean isPrepared() {
        return step.get() == Step.REPORT && choices.equals(preparedBy);
    }

    /** Goes on, or prepares anew what other choices were taken for since. */
    void next() {
        switch (step.get()) {
            case FILE -> step.set(Step.COLUMNS);
            case COLUMNS -> readAll();
            case WORDS -> step.set(Step.LIMITS);
            case LIMITS, REPORT -> prepare();
        }
    }

    /** Back to the step before; what was chosen stays. */
    void back() {
        work.stop();
        work.tell(null);
        step.set(Step.values()[Math.max(0, step.get().ordinal() - 1)]);
        if (step.get() == Step.WORDS || step.get() == Step.LIMITS) {
            preview();
        }
    }

    /** Back to where the way begins; what was chosen stays, to go on with it. */
    void cancel() {
        work.stop();
        work.tell(null);
        step.set(Step.FILE);
    }

    @Override
    public void close() {
        work.close();
    }
}
