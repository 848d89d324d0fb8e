package seq2see.app.lesson.player;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import seq2see.app.control.Parts;
import seq2see.app.lesson.Answer;
import seq2see.app.lesson.ChangeTask;
import seq2see.app.lesson.Facts;
import seq2see.app.lesson.StepState;
import seq2see.app.lesson.Task;
import seq2see.app.lesson.TaskReader;
import seq2see.app.lesson.Verdict;
import seq2see.app.theme.Appearance;
import seq2see.app.theme.Text;
import seq2see.lesson.Exercise;
import seq2see.lesson.Inline;
import seq2see.lesson.LessonStep;

/** One question with one control and one button. The engine of the moment says whether an answer is right, and why. */
final class ExerciseBox {
    private final Exercise exercise;
    private final Appearance appearance;
    private final LessonStep step;
    private final Supplier<Optional<Facts>> engine;
    private final Supplier<Optional<Facts>> settled;
    private final Consumer<StepState> changed;
    private final Consumer<Answer> answered;
    private final ProseFlow prose;
    private final StackPane controlPlace = new StackPane();
    private final VBox verdictPlace = new VBox();
    private final VBox hintPlace = new VBox();
    private final Button check = Parts.button("fth-check", "exercise.check", this::check);
    private final Button hint = Parts.button("fth-help-circle", "exercise.hint", this::showHint);
    private final VBox node;
    private TaskControl control;
    private Optional<ChangeTask> change = Optional.empty();
    /** An answer that changed the state, until that is there. */
    private Optional<Answer> tried = Optional.empty();
    private int hintsShown;

    /**
     * @param step     whose exercise it is
     * @param engine   the facts of the step's model; empty while it is not ready
     * @param settled  the same once all of them are known
     * @param changed  brings the step into another state, which the engine is in when it has facts again
     * @param answered told of every answer that was judged
     */
    ExerciseBox(LessonStep step, Appearance appearance, Supplier<Optional<Facts>> engine, Supplier<Optional<Facts>> settled, Consumer<StepState> changed, Consumer<Answer> answered) {
        this.step = step;
        this.exercise = step.exercise().orElseThrow();
        this.settled = settled;
        this.changed = changed;
        this.appearance = appearance;
        this.engine = engine;
        this.answered = answered;
        this.prose = new ProseFlow(appearance, target -> { });
        Label verb = Parts.label("exercise.predict", "control", "semi-bold", "exercise-verb");
        verb.setGraphic(Parts.icon("fth-crosshair"));
        check.getStyleClass().add("primary-button");
        check.setId("exercise-check");
        check.setDisable(true);
        hint.setId("exercise-hint");
        hint.setVisible(!exercise.hints().isEmpty());
        verdictPlace.setId("exercise-verdict");
        HBox buttons = new HBox(hint, Parts.spring(), check);
        buttons.setAlignment(Pos.CENTER_LEFT);
        Label waiting = Parts.label("exercise.waiting", "small", "muted");
        controlPlace.getChildren().add(waiting);
        controlPlace.setAlignment(Pos.CENTER_LEFT);
        node = new VBox(verb, prose.line(exercise.question()), controlPlace, hintPlace, verdictPlace, buttons);
        node.getStyleClass().add("exercise");
        hintPlace.getStyleClass().add("hints");
    }

    Node node() {
        return node;
    }

    /** Whether there is something to answer with. */
    boolean isReady() {
        return control != null;
    }

    /** The model has become ready, or has changed. @param before the answer that was given before, or null */
    void refresh(Answer before) {
        prose.refresh(engine.get());
        if (tried.isPresent() && settled.get().isPresent()) {
            Answer answer = tried.get();
            tried = Optional.empty();
            check.setDisable(false);
            tell(change.orElseThrow().judge(answer, settled.get().orElseThrow()), answer);
        }
        if (control == null) {
            engine.get().flatMap(facts -> TaskReader.of(step, facts)).ifPresent(task -> {
                change = task instanceof ChangeTask asked ? Optional.of(asked) : Optional.empty();
                control = TaskControl.of(task);
                controlPlace.getChildren().setAll(control.node());
                check.setDisable(false);
                if (before != null) {
                    control.show(before);
                }
            });
        }
    }

    /** The training stopped by itself: what was tried does not come about. */
    void giveUp() {
        if (tried.isPresent()) {
            tried = Optional.empty();
            check.setDisable(false);
            verdict(false, "exercise.failed", Optional.empty());
        }
    }

    private void check() {
        Optional<Answer> answer = control.answer();
        if (change.isPresent() && answer.isPresent()) {
            change.get().state(answer.get()).ifPresent(state -> attempt(answer.get(), state));
            return;
        }
        Optional<Task> task = engine.get().flatMap(facts -> TaskReader.of(step, facts));
        if (task.isEmpty() || answer.isEmpty()) {
            verdict(false, "exercise.none", Optional.empty());
            return;
        }
        tell(task.get().judge(answer.get()), answer.get());
    }

    /** The picture beside the prose comes into the changed state; the verdict follows when it is there. */
    private void attempt(Answer answer, StepState state) {
        tried = Optional.of(answer);
        check.setDisable(true);
        Label waiting = Parts.label("exercise.trying", "small", "muted");
        waiting.setWrapText(true);
        verdictPlace.getStyleClass().setAll("exercise-verdict");
        verdictPlace.getChildren().setAll(waiting);
        changed.accept(state);
    }

    private void tell(Verdict verdict, Answer answer) {
        verdict(verdict.isRight(), verdict.isRight() ? "exercise.right" : "exercise.wrong", Optional.of(verdict));
        answered.accept(answer);
    }

    private void verdict(boolean right, String key, Optional<Verdict> verdict) {
        Label head = new Label((right ? "✓ " : "✗ ") + Text.of(key));
        head.getStyleClass().addAll("control", "semi-bold", "verdict-head");
        verdictPlace.getChildren().setAll(head);
        verdictPlace.getStyleClass().setAll("exercise-verdict", right ? "right" : "wrong");
        verdict.ifPresent(given -> {
            ProseFlow explanation = new ProseFlow(appearance, target -> { });
            verdictPlace.getChildren().add(explanation.line(right ? exercise.right() : exercise.wrong()));
            explanation.refresh(Optional.of(given.facts()));
        });
    }

    private void showHint() {
        if (hintsShown < exercise.hints().size()) {
            List<Inline> next = exercise.hints().get(hintsShown++);
            hintPlace.getChildren().add(prose.line(next));
            prose.refresh(engine.get());
        }
        hint.setDisable(hintsShown == exercise.hints().size());
    }
}
