package seq2see.app.lesson.player;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import seq2see.app.lab.LessonStage;
import seq2see.app.lab.tab.ExperimentChoice;
import seq2see.app.lesson.ExperimentFacts;
import seq2see.app.lesson.FactSource;
import seq2see.app.lesson.Facts;
import seq2see.app.lesson.GradientFacts;
import seq2see.app.lesson.LessonCheckpoints;
import seq2see.app.lesson.LessonCheckpoints.Kept;
import seq2see.app.lesson.LessonCorpora;
import seq2see.app.lesson.ModelState;
import seq2see.app.lesson.Need;
import seq2see.app.lesson.ProductFacts;
import seq2see.app.lesson.ScoreFacts;
import seq2see.app.lesson.SearchFacts;
import seq2see.app.lesson.SearchState;
import seq2see.app.lesson.StepState;
import seq2see.app.theme.Text;
import seq2see.corpus.InputException;
import seq2see.search.SampleTable;
import seq2see.training.SavedModel;
import seq2see.training.SavedTraining;
import seq2see.training.SentenceSearch;
import seq2see.training.TrainingPlan;
import seq2see.training.TrainingSnapshot;
import seq2see.training.Translation;

/** Brings the stage's model into the state of a step: the same bits, wherever the reader comes from. */
final class StepRun {
    private final LessonStage stage;
    /** The plan that is being trained; set on the thread that makes it. */
    private final AtomicReference<TrainingPlan> plan = new AtomicReference<>();
    private ModelState model;
    /** Where the corpora of the lesson lie; empty for those of the program. */
    private Optional<Path> folder = Optional.empty();
    private Optional<Path> folderOfModel = Optional.empty();
    private StepState state;
    private Optional<SearchFacts> found = Optional.empty();
    /** The search through the step's table; null where none was begun. */
    private CompletableFuture<SearchFacts> throughTable;
    /** What a scene kept of the training that is begun next. */
    private Optional<SavedModel> resumed = Optional.empty();
    private boolean asked;
    private boolean askedForScores;
    /** By sizes. */
    private final Map<List<Object>, CompletableFuture<ProductFacts>> timed = new HashMap<>();

    StepRun(LessonStage stage) {
        this.stage = stage;
    }

    /** The steps that follow find their corpora there. */
    void in(Optional<Path> newFolder) {
        folder = newFolder;
    }

    /** Trains on where the step's model is further in the same training; else from what is kept of it, or from the seed. */
    void show(StepState wanted) {
        show(wanted, LessonCheckpoints.nearest(wanted.model()));
    }

    /** The next state goes on from a saved model, where that is of its training. */
    void resume(SavedModel saved) {
        model = null;
        resumed = Optional.of(saved);
    }

    /** Trains the state that is shown from its seed, however long that takes. */
    void trainHere() {
        if (state != null) {
            model = null;
            show(state, Optional.empty());
        }
    }

    private void show(StepState wanted, Optional<Kept> kept) {
        boolean further = model != null && folder.equals(folderOfModel) && model.isSameTraining(wanted.model()) && snapshot().isPresent()
                && snapshot().get().trainingStep() <= wanted.model().steps() && snapshot().get().failure().isEmpty()
                && kept.filter(checkpoint -> checkpoint.trainingStep() > snapshot().get().trainingStep()).isEmpty();
        folderOfModel = folder;
        model = wanted.model();
        state = wanted;
        found = Optional.empty();
        throughTable = null;
        asked = false;
        askedForScores = false;
        stage.watchGradients(wanted.needs().contains(Need.GRADIENTS));
        wanted.search().ifPresent(search -> stage.search(search.choice()));
        wanted.experiment().ifPresentOrElse(experiment -> stage.experiment(new ExperimentChoice(List.of(experiment, wanted.sentence(), Text.language()),
                experiment.configurations(folder), experiment.until(), experiment.measures(), experiment.watched(wanted.sentence()), LessonCheckpoints.result(experiment, wanted.sentence()))),
                stage::endExperiment);
        long until = wanted.until().orElse(wanted.model().steps());
        if (further) {
            stage.goOn(wanted.sentence(), until);
            return;
        }
        plan.set(null);
        stage.tellOfCheckpoint(kept.map(Kept::trainingStep));
        stage.begin(new Beginning(wanted.model(), kept, resumed, folder), wanted.sentence(), until);
        resumed = Optional.empty();
    }

    /** How the training of a state begins. */
    private final class Beginning implements LessonStage.Planning {
        private final ModelState wanted;
        private final Optional<Kept> kept;
        private final Optional<SavedModel> resumed;
        private final Optional<Path> place;

        Beginning(ModelState wanted, Optional<Kept> kept, Optional<SavedModel> resumed, Optional<Path> place) {
            this.wanted = wanted;
            this.kept = kept;
            this.resumed = resumed;
            this.place = place;
        }

        @Override
        public TrainingPlan plan() throws InputException {
            TrainingPlan made = LessonCorpora.plan(wanted, place);
            plan.set(made);
            return made;
        }

        @Override
        public Optional<SavedModel> saved(TrainingPlan made) throws InputException {
            Optional<SavedModel> own = resumed.filter(saved -> saved.config().equals(made.config()) && saved.training().recipe().equals(made.recipe())
                    && saved.training().corpusFingerprint().equals(SavedTraining.fingerprint(made.corpus().pairs())));
            return own.isPresent() ? own : kept.isPresent() ? kept.get().read(made) : Optional.empty();
        }
    }

    /** The newest snapshot of the step's own training. */
    private Optional<TrainingSnapshot> snapshot() {
        return stage.snapshot().filter(shown -> plan.get() != null && shown.plan() == plan.get());
    }

    /** The facts of the step's state; empty while it is not there yet. */
    Optional<Facts> facts() {
        return snapshot().filter(shown -> state != null && shown.trainingStep() >= state.model().steps())
                .filter(shown -> shown.translation().filter(translation -> translation.source().equals(state.sentence())).isPresent())
                .filter(shown -> state.search().isEmpty() || search(shown).isPresent())
                .map(shown -> new Facts(shown, sources(shown)));
    }

    /** The facts once all is known that the step speaks of. */
    Optional<Facts> allFacts() {
        return isThrough() ? facts() : Optional.empty();
    }

    /** Whether all is known that the step speaks of. */
    boolean isThrough() {
        return state == null || (state.experiment().isEmpty() || stage.experimentResult().isPresent())
                && snapshot().map(shown -> needed(shown).size() == state.needs().size()).orElse(false);
    }

    private List<FactSource> sources(TrainingSnapshot shown) {
        List<FactSource> sources = new ArrayList<>(found.stream().toList());
        state.experiment().flatMap(experiment -> stage.experimentResult()).map(ExperimentFacts::new).ifPresent(sources::add);
        sources.addAll(needed(shown));
        return sources;
    }

    /** What is known of that which the step needs; what is not is asked for once. */
    private List<FactSource> needed(TrainingSnapshot shown) {
        List<FactSource> known = new ArrayList<>();
        if (state.needs().contains(Need.GRADIENTS)) {
            shown.translation().flatMap(Translation::gradients).map(gradients -> new GradientFacts(gradients.now())).ifPresent(known::add);
        }
        if (state.needs().contains(Need.SCORES)) {
            Optional<ScoreFacts> scores = stage.latestHeldOut().filter(latest -> latest.trainingStep() >= state.model().steps()).map(ScoreFacts::new);
            scores.ifPresent(known::add);
            if (scores.isEmpty() && !askedForScores) {
                askedForScores = true;
                stage.measureHeldOut();
            }
        }
        if (state.needs().contains(Need.PRODUCTS) && shown.translation().isPresent()) {
            Optional.ofNullable(products(shown).getNow(null)).ifPresent(known::add);
        }
        return known;
    }

    /** Times the products once for the sizes of the step, beside the toolkit's thread. */
    private CompletableFuture<ProductFacts> products(TrainingSnapshot shown) {
        int sourceTime = shown.translation().orElseThrow().trace().sourceTime();
        return timed.computeIfAbsent(List.of(shown.plan().config(), shown.plan().batchSize(), sourceTime), sizes -> {
            CompletableFuture<ProductFacts> timing = CompletableFuture.supplyAsync(() -> ProductFacts.timed(shown.plan().config(), shown.plan().batchSize(), sourceTime));
            timing.thenRun(() -> Platform.runLater(stage::tellAgain));
            return timing;
        });
    }

    /** Searches a table beside the toolkit's thread: how long that takes is the table's affair. */
    private CompletableFuture<SearchFacts> throughTable(SearchState wanted, SampleTable table) {
        if (throughTable == null) {
            throughTable = CompletableFuture.supplyAsync(() -> SearchFacts.of(wanted, table.read()), Thread::startVirtualThread);
            throughTable.thenRun(() -> Platform.runLater(stage::tellAgain));
        }
        return throughTable;
    }

    /** What came of the step's search, which is carried out once; empty while it is under way. */
    private Optional<SearchFacts> search(TrainingSnapshot shown) {
        if (found.isPresent()) {
            return found;
        }
        SearchState wanted = state.search().orElseThrow();
        if (wanted.choice().table().isPresent()) {
            found = Optional.ofNullable(throughTable(wanted, wanted.choice().table().get()).getNow(null));
            return found;
        }
        SentenceSearch.Question question = wanted.choice().question(state.sentence(), shown.plan());
        found = stage.latestSearch().filter(latest -> latest.question().equals(question) && latest.trainingStep() >= state.model().steps())
                .map(latest -> SearchFacts.of(wanted, latest, shown.plan()));
        if (found.isEmpty() && !asked) {
            asked = true;
            stage.ask(question);
        }
        return found;
    }
}
