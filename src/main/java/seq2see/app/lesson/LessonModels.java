package seq2see.app.lesson;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import seq2see.corpus.InputException;
import seq2see.training.Experiment;
import seq2see.training.ExperimentResult;
import seq2see.training.SavedModel;
import seq2see.training.TrainingPlan;
import seq2see.training.TrainingRun;
import seq2see.training.TrainingSnapshot;
import seq2see.training.Translation;
import seq2see.training.Watched;

/**
 * Makes the models of a lesson's steps one after the other, without a window: trains from the seed, and goes on from the step
 * before where that is the same training. It belongs to one thread.
 */
final class LessonModels implements AutoCloseable {
    private final Optional<Path> folder;
    private final Map<Asked, TrainingSnapshot> made = new HashMap<>();
    private final Map<Spoken, Facts> told = new HashMap<>();
    private final Map<List<Object>, ExperimentResult> experiments = new HashMap<>();
    private ModelState state;
    private TrainingRun run;

    LessonModels(Optional<Path> folder) {
        this.folder = folder;
    }

    /** What was made once, since another language asks for the same. */
    private record Asked(ModelState state, Optional<String> sentence) {
    }

    /** What the facts of a step depend on: not the view, and not the lines that say it. */
    private record Spoken(ModelState model, String sentence, Optional<SearchState> search, Optional<ExperimentState> experiment, Set<Need> needs) {
    }

    /** The model of a state as it looks at a sentence. */
    TrainingSnapshot at(ModelState wanted, Optional<String> sentence) throws InputException {
        Asked asked = new Asked(wanted, sentence);
        TrainingSnapshot known = made.get(asked);
        if (known == null) {
            known = make(wanted, sentence);
            made.put(asked, known);
        }
        return known;
    }

    /** All that a step can say of its state. */
    Facts facts(StepState step) throws InputException {
        Spoken spoken = new Spoken(step.model(), step.sentence(), step.search(), step.experiment(), step.needs());
        Facts known = told.get(spoken);
        if (known == null) {
            known = compute(step);
            told.put(spoken, known);
        }
        return known;
    }

    private Facts compute(StepState step) throws InputException {
        TrainingSnapshot snapshot = at(step.model(), Optional.of(step.sentence()));
        List<FactSource> sources = new ArrayList<>();
        if (step.search().isPresent()) {
            sources.add(search(step, step.search().get(), snapshot));
        }
        if (step.experiment().isPresent()) {
            sources.add(new ExperimentFacts(experiment(step)));
        }
        addNeeded(sources, step, snapshot);
        return new Facts(snapshot, sources);
    }

    private void addNeeded(List<FactSource> sources, StepState step, TrainingSnapshot snapshot) throws InputException {
        if (step.needs().contains(Need.GRADIENTS)) {
            come(step.model());
            run.snapshot(Optional.of(step.sentence()), List.of(), Set.of(Watched.GRADIENTS)).translation().flatMap(Translation::gradients)
                    .ifPresent(gradients -> sources.add(new GradientFacts(gradients.now())));
        }
        if (step.needs().contains(Need.SCORES)) {
            come(step.model());
            sources.add(new ScoreFacts(run.heldOutScores()));
        }
        if (step.needs().contains(Need.PRODUCTS)) {
            sources.add(ProductFacts.timed(snapshot.plan().config(), snapshot.plan().batchSize(), snapshot.translation().orElseThrow().trace().sourceTime()));
        }
    }

    private ExperimentResult experiment(StepState step) throws InputException {
        ExperimentState wanted = step.experiment().orElseThrow();
        ExperimentResult known = experiments.get(List.of(wanted, wanted.watched(step.sentence())));
        if (known == null && folder.isEmpty()) {
            known = LessonCheckpoints.result(wanted, step.sentence()).orElse(null);
        }
        if (known == null) {
            // Whatever is wrong with a plan is told here, not on the experiment's threads.
            for (ExperimentState.Arm arm : wanted.arms()) {
                LessonCorpora.plan(arm.model(), folder);
            }
            try (Experiment experiment = wanted.begin(step.sentence(), folder)) {
                known = experiment.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
            experiments.put(List.of(wanted, wanted.watched(step.sentence())), known);
        }
        return known;
    }

    private SearchFacts search(StepState step, SearchState wanted, TrainingSnapshot snapshot) throws InputException {
        if (wanted.choice().table().isPresent()) {
            return SearchFacts.of(wanted, wanted.choice().table().get().read());
        }
        come(step.model());
        return SearchFacts.of(wanted, run.search(wanted.choice().question(step.sentence(), snapshot.plan())), snapshot.plan());
    }

    private TrainingSnapshot make(ModelState wanted, Optional<String> sentence) throws InputException {
        come(wanted);
        return run.snapshot(sentence);
    }

    /**
     * Trains up to a state.
     *
     * @throws InputException        where the training fails or ends before
     * @throws CancellationException where the thread is interrupted: nobody waits for it any more
     */
    private void come(ModelState wanted) throws InputException {
        if (run == null || !state.isSameTraining(wanted) || run.trainer().trainingStep() > wanted.steps()) {
            close();
            TrainingPlan plan = LessonCorpora.plan(wanted, folder);
            Optional<LessonCheckpoints.Kept> kept = folder.isPresent() ? Optional.empty() : LessonCheckpoints.nearest(wanted);
            Optional<SavedModel> saved = kept.isPresent() ? kept.get().read(plan) : Optional.empty();
            run = saved.isPresent() ? new TrainingRun(plan, saved.get()) : new TrainingRun(plan);
        }
        state = wanted;
        while (!run.isOver() && run.trainer().trainingStep() < wanted.steps()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
            run.step();
        }
        if (run.trainer().trainingStep() < wanted.steps()) {
            throw run.snapshot(Optional.empty()).failure().orElse(new InputException("lesson.ended", wanted.steps(), run.trainer().trainingStep()));
        }
    }

    @Override
    public void close() {
        if (run != null) {
            run.close();
            run = null;
        }
    }
}
