package seq2see.app.lesson.player;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import seq2see.app.lab.LessonStage;
import seq2see.app.lesson.Facts;
import seq2see.app.lesson.LessonCorpora;
import seq2see.app.lesson.ModelState;
import seq2see.app.lesson.StepState;
import seq2see.training.TrainingPlan;
import seq2see.training.TrainingSnapshot;

/** Brings the stage's model into the state of a step: the same bits, wherever the reader comes from. */
final class StepRun {
    private final LessonStage stage;
    /** The plan that is being trained; set on the thread that makes it. */
    private final AtomicReference<TrainingPlan> plan = new AtomicReference<>();
    private ModelState model;
    private StepState state;

    StepRun(LessonStage stage) {
        this.stage = stage;
    }

    /** Trains on where the step's model is further in the same training, and from the seed where it is not. */
    void show(StepState wanted) {
        boolean further = model != null && model.isSameTraining(wanted.model()) && snapshot().isPresent()
                && snapshot().get().trainingStep() <= wanted.model().steps() && snapshot().get().failure().isEmpty();
        model = wanted.model();
        state = wanted;
        long until = wanted.until().orElse(wanted.model().steps());
        if (further) {
            stage.goOn(wanted.sentence(), until);
            return;
        }
        plan.set(null);
        stage.begin(() -> {
            TrainingPlan made = LessonCorpora.plan(wanted.model(), Optional.empty());
            plan.set(made);
            return made;
        }, wanted.sentence(), until);
    }

    /** The newest snapshot of the step's own training. */
    private Optional<TrainingSnapshot> snapshot() {
        return stage.snapshot().filter(shown -> plan.get() != null && shown.plan() == plan.get());
    }

    /** The facts of the step's model; empty while it is not there yet. */
    Optional<Facts> facts() {
        return snapshot().filter(shown -> state != null && shown.trainingStep() >= state.model().steps())
                .filter(shown -> shown.translation().filter(translation -> translation.source().equals(state.sentence())).isPresent())
                .map(Facts::new);
    }
}
