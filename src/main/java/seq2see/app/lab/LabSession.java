package seq2see.app.lab;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import seq2see.app.scene.SavedScene;
import seq2see.corpus.InputException;
import seq2see.corpus.Tokenizer;
import seq2see.training.BatchLosses;
import seq2see.training.HeldOutScores;
import seq2see.training.SavedModel;
import seq2see.training.ModelNow;
import seq2see.training.SentenceSearch;
import seq2see.training.TrainingPlan;
import seq2see.training.TrainingSettings;
import seq2see.training.TrainingSnapshot;
import seq2see.training.TrainingWorker;
import seq2see.training.Watched;

/**
 * One training in the Lab, between the worker that trains and the page that shows. Files are read and planned with on a
 * background thread; what comes of it lies in slots, from which a pulse of the window takes it. So the session can begin
 * before there is a window, and never waits for anyone. Properties belong to the JavaFX thread.
 */
public final class LabSession implements AutoCloseable {
    /** The page is shown something new this often at most. */
    private static final long SHOW_EVERY_NANOS = 100_000_000;
    private static final System.Logger LOGGER = System.getLogger(LabSession.class.getName());

    private final CorpusSource source;
    private final TrainingWorker worker = new TrainingWorker();
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("corpus reader").factory());
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicReference<Outcome> outcome = new AtomicReference<>();
    private final ReadOnlyObjectWrapper<TrainingSnapshot> snapshot = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<OpenedCorpus> corpus = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<String>> examples = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<Integer>> hypothesis = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<InputException> problem = new ReadOnlyObjectWrapper<>();
    private final AnimationTimer pulse = new AnimationTimer() {
        @Override
        public void handle(long now) {
            takeNews(now);
        }
    };
    private long shownAt;
    /** The number of the last request whose outcome was taken. */
    private int taken;

    /** Reads a corpus by its id. */
    interface CorpusSource {
        OpenedCorpus read(String id) throws InputException;
    }

    public LabSession() {
        this(OpenedCorpus::read);
    }

    LabSession(CorpusSource source) {
        this.source = source;
    }

    /**
     * What came of opening a corpus: what is being trained now, or else null, and what was wrong, or else null. Where the
     * sentence is null, the one that is looked at stays.
     */
    private record Outcome(int number, OpenedCorpus corpus, List<String> examples, String sentence, InputException problem) {
        /** This one, with the corpus of one before it that nobody has taken yet: a fault must not hide what is trained. */
        Outcome after(Outcome untaken) {
            return untaken == null || corpus != null ? this : new Outcome(number, untaken.corpus, untaken.examples, untaken.sentence, problem);
        }
    }

    /** The newest state of the training, at most ten times a second; null until there is a model. */
    public ReadOnlyObjectProperty<TrainingSnapshot> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<OpenedCorpus> corpusProperty() {
        return corpus.getReadOnlyProperty();
    }

    /** Sources worth trying with this corpus. */
    ReadOnlyObjectProperty<List<String>> examplesProperty() {
        return examples.getReadOnlyProperty();
    }

    /** The sentence that is being looked at. */
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /** The token ids of the hypothesis that every view follows instead of the model's own output; empty for that. */
    ReadOnlyObjectProperty<List<Integer>> hypothesisProperty() {
        return hypothesis.getReadOnlyProperty();
    }

    /** Whether a corpus is being read. */
    ReadOnlyBooleanProperty openingProperty() {
        return opening.getReadOnlyProperty();
    }

    /** What was wrong with the last thing asked for; null where nothing is. */
    public ReadOnlyObjectProperty<InputException> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether anything was asked for yet. */
    public boolean isUnderWay() {
        return asked.get() > 0;
    }

    /** The id of the corpus in use; empty until one is. */
    public String corpusId() {
        return corpus.get() == null ? "" : corpus.get().id();
    }

    /**
     * Reads a corpus and begins to train on it. Where it cannot be used, what was trained goes on and
     * {@link #problemProperty} says why. Any thread, also before the toolkit runs.
     *
     * @param id       a sample's file name, or a path
     * @param sentence to look at; where it is empty, the corpus's first example
     */
    public void open(String id, String sentence) {
        inBackground(number -> open(number, source, id, sentence, null));
    }

    /** The same for a corpus that was used before: where it can no longer be used, says so and takes another. */
    public void openAgain(String id, String sentence, String otherwise) {
        inBackground(number -> {
            try {
                open(number, source, id, sentence, null);
            } catch (InputException refused) {
                open(number, source, otherwise, "", refused);
            }
        });
    }

    /** Begins to train on a corpus that was read already. */
    public void train(OpenedCorpus prepared) {
        inBackground(number -> open(number, id -> prepared, prepared.id(), "", null));
    }

    /** Goes on with the model of a scene where it stopped, at rest, looking at its sentence. JavaFX thread. */
    void open(SavedScene scene) {
        String within = SentenceLimit.within(scene.state().sight().sentence());
        sentence.set(within);
        hypothesis.set(List.of());
        inBackground(number -> guarded(scene.corpus().name(), () -> {
            OpenedCorpus opened = OpenedCorpus.of(scene);
            TrainingPlan plan = TrainingPlan.continuing(scene.model(), opened.corpus(), opened.given(), TrainingSettings.besideAWindow().threads());
            List<String> toTry = opened.examples(plan);
            if (number == asked.get()) {
                worker.start(plan, scene.model(), within);
                tell(new Outcome(number, opened, toTry, within, null));
            }
        }));
    }

    /** Tells, on another thread, what is to be kept of the training now; empty where there is none. */
    void save(Consumer<Optional<SavedModel>> keeper) {
        worker.save(keeper);
    }

    /** Begins again on the corpus in use with these settings; the sentence stays, also one typed in the meantime. */
    public void restart(TrainingSettings settings, Tokenizer sourceTokenizer, Tokenizer targetTokenizer) {
        OpenedCorpus current = corpus.get();
        if (current != null) {
            inBackground(number -> guarded(current.id(), () -> {
                OpenedCorpus again = current.withTokenizers(sourceTokenizer, targetTokenizer);
                TrainingPlan plan = again.plan(settings);
                List<String> toTry = again.examples(plan);
                if (number == asked.get()) {
                    worker.start(plan);
                    tell(new Outcome(number, again, toTry, null, null));
                }
            }));
        }
    }

    /** Makes a plan, which may take long. */
    interface Planning {
        TrainingPlan plan() throws InputException;

        /** A saved training by this plan to go on from; empty to begin from its seed. */
        Optional<SavedModel> saved(TrainingPlan plan) throws InputException;
    }

    /** Trains by a plan from its seed, or from what is saved, up to a step and rests, looking at a sentence. JavaFX thread. */
    void begin(Planning planning, String wanted, long until) {
        String within = SentenceLimit.within(wanted);
        sentence.set(within);
        hypothesis.set(List.of());
        inBackground(number -> guarded(within, () -> {
            TrainingPlan plan = planning.plan();
            Optional<SavedModel> saved = planning.saved(plan);
            if (number == asked.get()) {
                saved.ifPresentOrElse(model -> {
                    worker.start(plan, model, within);
                    worker.resumeUntil(until);
                }, () -> worker.start(plan, within, until));
                tell(new Outcome(number, null, null, null, null));
            }
        }));
    }

    /** Goes on with what is being trained up to a step and rests. */
    void resumeUntil(long step) {
        worker.resumeUntil(step);
    }

    private interface Work {
        void run(int number) throws InputException;
    }

    private void inBackground(Work work) {
        int number = asked.incrementAndGet();
        background.execute(() -> {
            if (number != asked.get()) {
                return;
            }
            try {
                work.run(number);
            } catch (InputException refused) {
                tell(new Outcome(number, null, null, null, refused));
            }
        });
    }

    private void open(int number, CorpusSource from, String id, String wanted, InputException problemBefore) throws InputException {
        guarded(id, () -> {
            OpenedCorpus opened = from.read(id);
            TrainingPlan plan = opened.plan(opened.usualSettings());
            List<String> toTry = opened.examples(plan);
            String first = SentenceLimit.within(wanted.isBlank() && !toTry.isEmpty() ? toTry.getFirst() : wanted);
            if (number == asked.get()) {
                worker.start(plan, first);
                InputException change = CorpusRecipe.parse(id).flatMap(CorpusRecipe::change).orElse(null);
                tell(new Outcome(number, opened, toTry, first, problemBefore == null ? change : problemBefore));
            }
        });
    }

    private void tell(Outcome news) {
        outcome.accumulateAndGet(news, (untaken, newest) -> newest.after(untaken));
    }

    private interface Opening {
        void run() throws InputException;
    }

    /** Whatever goes wrong with a corpus is told: nobody would hear of it on this thread. */
    private static void guarded(String id, Opening opening) throws InputException {
        try {
            opening.run();
        } catch (OutOfMemoryError full) {
            LOGGER.log(System.Logger.Level.ERROR, "corpus too large", full);
            throw new InputException("corpus.tooLarge", id);
        } catch (RuntimeException fault) {
            LOGGER.log(System.Logger.Level.ERROR, "corpus not opened", fault);
            throw new InputException("program.fault", String.valueOf(fault));
        }
    }

    /** Begins to show what the worker does. */
    public void show() {
        pulse.start();
    }

    private void takeNews(long now) {
        Outcome news = outcome.getAndSet(null);
        if (news != null) {
            take(news);
        }
        opening.set(asked.get() != taken);
        TrainingSnapshot newest = worker.latest();
        if (newest != snapshot.get() && newest != null && now - shownAt >= SHOW_EVERY_NANOS) {
            shownAt = now;
            tellOfFailure(snapshot.get(), newest);
            snapshot.set(newest);
        }
    }

    private void take(Outcome news) {
        taken = news.number();
        problem.set(news.problem());
        if (news.corpus() != null) {
            hypothesis.set(List.of());
            corpus.set(news.corpus());
            examples.set(news.examples());
            if (news.sentence() != null) {
                sentence.set(news.sentence());
            } else {
                // After a fault the worker looks at nothing.
                worker.look(sentence.get());
            }
        }
    }

    /** Looks at another sentence. */
    public void look(String source) {
        String within = SentenceLimit.within(source);
        sentence.set(within);
        hypothesis.set(List.of());
        worker.look(within);
    }

    /** Has every view follow a hypothesis for the sentence; empty for the model's own output. */
    void follow(List<Integer> tokenIds) {
        if (!tokenIds.equals(hypothesis.get())) {
            hypothesis.set(List.copyOf(tokenIds));
            worker.follow(tokenIds);
        }
    }

    /** Whether the sentence's trace comes with what the cells computed with. */
    void lookInDepth(boolean wanted) {
        watch(Watched.WORKINGS, wanted);
    }

    /** Has more computed of the sentence, or no longer. */
    void watch(Watched what, boolean wanted) {
        worker.watch(what, wanted);
    }

    /** Asks for the losses of a batch of the corpus by the weights of that moment. */
    void measureBatch(int number) {
        worker.measureBatch(number);
    }

    /** What was measured last; null until something was. */
    BatchLosses latestBatch() {
        return worker.latestBatch();
    }

    /** Asks for a copy of the running model; a new snapshot follows it. */
    void copyModel() {
        worker.copyModel();
    }

    /** The copy that was made last; null until one was. */
    ModelNow latestModel() {
        return worker.latestModel();
    }

    /** Asks for a search of a sentence by the weights of now; a new snapshot follows it. */
    void search(SentenceSearch.Question question) {
        worker.search(question);
    }

    /** Asks how well what was held out is translated by the weights of now; a new snapshot follows it. */
    void measureHeldOut() {
        worker.measureHeldOut();
    }

    /** What was measured last; null until something was. */
    HeldOutScores latestHeldOut() {
        return worker.latestHeldOut();
    }

    /** Lets the training rest and hands out a copy of the model for a search that takes long. */
    void lendAtRest(Consumer<ModelNow> taken) {
        worker.pause();
        worker.lend(model -> Platform.runLater(() -> taken.accept(model)));
    }

    /** The search that was carried out last; null until one was. */
    public SentenceSearch latestSearch() {
        return worker.latestSearch();
    }

    public void pause() {
        worker.pause();
    }

    public void resume() {
        worker.resume();
    }

    /** One training step, then pause. */
    public void stepOnce() {
        worker.stepOnce();
    }

    /** Back to the same initial weights; what was changed since holds on. */
    public void reset() {
        // After a fault the worker looks at nothing.
        worker.look(sentence.get());
        worker.follow(hypothesis.get());
        worker.reset();
    }

    /** Changes what may change while training. */
    public void change(double learningRate, double clip, double teacherForcing) {
        worker.change(learningRate, clip, teacherForcing);
    }

    void dismissProblem() {
        problem.set(null);
    }

    /** Says that something asked for did not come about. */
    void tell(InputException refused) {
        problem.set(refused);
    }

    /** A training that stopped by itself is a problem, until another one goes on. */
    private void tellOfFailure(TrainingSnapshot before, TrainingSnapshot now) {
        Optional<InputException> old = before == null ? Optional.empty() : before.failure();
        if (now.failure().isPresent() && !now.failure().equals(old)) {
            problem.set(now.failure().get());
        } else if (now.failure().isEmpty() && old.isPresent() && problem.get() == old.get()) {
            problem.set(null);
        }
    }

    /** Ends the training. */
    @Override
    public void close() {
        pulse.stop();
        background.shutdownNow();
        worker.close();
    }
}
