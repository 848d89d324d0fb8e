package seq2see.app.session;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import seq2see.app.session.Openings.Outcome;
import seq2see.corpus.InputException;
import seq2see.corpus.Tokenizer;
import seq2see.training.BatchLosses;
import seq2see.training.HeldOutScores;
import seq2see.training.ModelNow;
import seq2see.training.SavedModel;
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

    private final CorpusSource source;
    private final TrainingWorker worker = new TrainingWorker();
    private final Openings openings = new Openings();
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
    /** Who wants more computed of the sentence. */
    private final Map<Watched, Set<Object>> watching = new EnumMap<>(Watched.class);
    private long shownAt;
    /** What waits for the first snapshot of a plan; null where nothing does. */
    private Awaited awaited;
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

    /** What is to be done once a snapshot of the plan is shown. */
    record Awaited(TrainingPlan plan, Runnable action) {
    }

    /** The newest state of the training, at most ten times a second; null until there is a model. */
    public ReadOnlyObjectProperty<TrainingSnapshot> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<OpenedCorpus> corpusProperty() {
        return corpus.getReadOnlyProperty();
    }

    /** Sources worth trying with this corpus. */
    public ReadOnlyObjectProperty<List<String>> examplesProperty() {
        return examples.getReadOnlyProperty();
    }

    /** The sentence that is being looked at. */
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /** The token ids of the hypothesis that every view follows instead of the model's own output; empty for that. */
    public ReadOnlyObjectProperty<List<Integer>> hypothesisProperty() {
        return hypothesis.getReadOnlyProperty();
    }

    /** Whether a corpus is being read. */
    public ReadOnlyBooleanProperty openingProperty() {
        return opening.getReadOnlyProperty();
    }

    /** What was wrong with the last thing asked for; null where nothing is. */
    public ReadOnlyObjectProperty<InputException> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether anything was asked for yet. */
    public boolean isUnderWay() {
        return openings.isUnderWay();
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
        openings.begin(number -> open(number, source, id, sentence, "", null));
    }

    /**
     * The same for a corpus that was used before: where it can no longer be used, says so and takes another.
     *
     * @param choices what it was trained with, as {@link #choices} told it
     */
    public void openAgain(String id, String sentence, String choices, String otherwise) {
        openings.begin(number -> {
            try {
                open(number, source, id, sentence, choices, null);
            } catch (InputException refused) {
                open(number, source, otherwise, "", "", refused);
            }
        });
    }

    /** What somebody had the corpus in use trained with, as a text to remember; empty where that is the usual. */
    public String choices() {
        return corpus.get() == null ? "" : corpus.get().chosen().map(TrainingChoices::text).orElse("");
    }

    /** Begins to train on a corpus that was read already. */
    public void train(OpenedCorpus prepared) {
        openings.begin(number -> open(number, id -> prepared, prepared.id(), "", "", null));
    }

    /**
     * Goes on with the model of a scene where it stopped, at rest, looking at its sentence. Where that cannot be, nothing changes
     * and {@link #problemProperty} says why. JavaFX thread.
     *
     * @param whenShown is done once the model is there
     */
    public void open(SavedScene scene, Runnable whenShown) {
        String within = SentenceLimit.within(scene.state().sight().sentence());
        openings.begin(number -> Openings.guarded(scene.corpus().name(), () -> {
            OpenedCorpus opened = OpenedCorpus.of(scene);
            TrainingPlan plan = TrainingPlan.continuing(scene.model(), opened.corpus(), opened.given(), TrainingSettings.besideAWindow().threads());
            List<String> toTry = opened.examples(plan);
            if (openings.isLast(number)) {
                worker.start(plan, scene.model(), within);
                openings.tell(new Outcome(number, opened, toTry, within, null, Optional.of(new Awaited(plan, whenShown))));
            }
        }));
    }

    /** Tells, on another thread, what is to be kept of the training now; empty where there is none. */
    public void save(Consumer<Optional<SavedModel>> keeper) {
        worker.save(keeper);
    }

    /** Begins again on the corpus in use with these settings; the sentence stays, also one typed in the meantime. */
    public void restart(TrainingSettings settings, Tokenizer sourceTokenizer, Tokenizer targetTokenizer) {
        OpenedCorpus current = corpus.get();
        if (current != null) {
            openings.begin(number -> Openings.guarded(current.id(), () -> {
                OpenedCorpus again = current.with(TrainingChoices.of(settings, sourceTokenizer, targetTokenizer));
                TrainingPlan plan = again.plan(settings);
                List<String> toTry = again.examples(plan);
                if (openings.isLast(number)) {
                    worker.start(plan);
                    openings.tell(new Outcome(number, again, toTry, null, null));
                }
            }));
        }
    }

    /** Makes a plan, which may take long. */
    public interface Planning {
        TrainingPlan plan() throws InputException;

        /** A saved training by this plan to go on from; empty to begin from its seed. */
        Optional<SavedModel> saved(TrainingPlan plan) throws InputException;
    }

    /** Trains by a plan from its seed, or from what is saved, up to a step and rests, looking at a sentence. JavaFX thread. */
    public void begin(Planning planning, String wanted, long until) {
        String within = SentenceLimit.within(wanted);
        sentence.set(within);
        hypothesis.set(List.of());
        openings.begin(number -> Openings.guarded(within, () -> {
            TrainingPlan plan = planning.plan();
            Optional<SavedModel> saved = planning.saved(plan);
            if (openings.isLast(number)) {
                saved.ifPresentOrElse(model -> {
                    worker.start(plan, model, within);
                    worker.resumeUntil(until);
                }, () -> worker.start(plan, within, until));
                openings.tell(Outcome.done(number));
            }
        }));
    }

    /** Goes on with what is being trained up to a step and rests. */
    public void resumeUntil(long step) {
        worker.resumeUntil(step);
    }

    private void open(int number, CorpusSource from, String id, String wanted, String choices, InputException problemBefore) throws InputException {
        Openings.guarded(id, () -> {
            OpenedCorpus.Planned planned = from.read(id).planned(choices);
            List<String> toTry = planned.corpus().examples(planned.plan());
            String first = SentenceLimit.within(wanted.isBlank() && !toTry.isEmpty() ? toTry.getFirst() : wanted);
            if (openings.isLast(number)) {
                worker.start(planned.plan(), first);
                InputException change = CorpusRecipe.parse(id).flatMap(CorpusRecipe::change).orElse(null);
                openings.tell(new Outcome(number, planned.corpus(), toTry, first, problemBefore == null ? change : problemBefore));
            }
        });
    }

    /** Begins to show what the worker does. */
    public void show() {
        pulse.start();
    }

    private void takeNews(long now) {
        Outcome news = openings.take();
        if (news != null) {
            take(news);
        }
        opening.set(!openings.isLast(taken));
        TrainingSnapshot newest = worker.latest();
        if (newest != snapshot.get() && newest != null && now - shownAt >= SHOW_EVERY_NANOS) {
            shownAt = now;
            tellOfFailure(snapshot.get(), newest);
            snapshot.set(newest);
        }
        if (awaited != null && snapshot.get() != null && snapshot.get().plan() == awaited.plan()) {
            Runnable action = awaited.action();
            awaited = null;
            action.run();
        }
    }

    private void take(Outcome news) {
        taken = news.number();
        problem.set(news.problem());
        if (news.corpus() != null) {
            awaited = news.awaited().orElse(null);
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
    public void follow(List<Integer> tokenIds) {
        if (!tokenIds.equals(hypothesis.get())) {
            hypothesis.set(List.copyOf(tokenIds));
            worker.follow(tokenIds);
        }
    }

    /** Whether the sentence's trace comes with what the cells computed with. */
    public void lookInDepth(boolean wanted) {
        watch(Watched.WORKINGS, this, wanted);
    }

    /** Has more computed of the sentence, as long as any owner wants it. */
    public void watch(Watched what, Object owner, boolean wanted) {
        Set<Object> owners = watching.computeIfAbsent(what, none -> new HashSet<>());
        if (wanted ? owners.add(owner) : owners.remove(owner)) {
            worker.watch(what, !owners.isEmpty());
        }
    }

    /** Asks for the losses of a batch of the corpus by the weights of that moment. */
    public void measureBatch(int number) {
        worker.measureBatch(number);
    }

    /** What was measured last; null until something was. */
    public BatchLosses latestBatch() {
        return worker.latestBatch();
    }

    /** Asks for a copy of the running model; a new snapshot follows it. */
    public void copyModel() {
        worker.copyModel();
    }

    /** The copy that was made last; null until one was. */
    public ModelNow latestModel() {
        return worker.latestModel();
    }

    /** Asks for a search of a sentence by the weights of now; a new snapshot follows it. */
    public void search(SentenceSearch.Question question) {
        worker.search(question);
    }

    /** Asks how well what was held out is translated by the weights of now; a new snapshot follows it. */
    public void measureHeldOut() {
        worker.measureHeldOut();
    }

    /** What was measured last; null until something was. */
    public HeldOutScores latestHeldOut() {
        return worker.latestHeldOut();
    }

    /** Lets the training rest and hands out a copy of the model for a search that takes long. */
    public void lendAtRest(Consumer<ModelNow> taken) {
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

    public void dismissProblem() {
        problem.set(null);
    }

    /** Says that something asked for did not come about. */
    public void tell(InputException refused) {
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
        openings.close();
        worker.close();
    }
}
