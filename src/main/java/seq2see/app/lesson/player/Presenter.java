package seq2see.app.lesson.player;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import seq2see.app.lesson.ChangeTask;
import seq2see.app.lesson.Facts;
import seq2see.app.lesson.Task;
import seq2see.app.lesson.TaskReader;
import seq2see.app.theme.Appearance;
import seq2see.app.theme.Text;
import seq2see.lesson.LessonStep;
import seq2see.lesson.Setting;

/** Goes through the slides of a step, one sentence at a time. */
final class Presenter {
    private final SentencePane pane;
    /** Hears that an answer is told, with the moment that it reveals. */
    private final Consumer<Optional<Setting>> told;
    private Optional<Path> folder = Optional.empty();
    private LessonStep step;
    private List<Slide> slides = List.of();
    private int index;
    /** The facts behind the answer of this step, where they have to be trained for. */
    private CompletableFuture<Facts> attempt;

    Presenter(Appearance appearance, Consumer<Optional<Setting>> light, Consumer<Optional<Setting>> told) {
        this.pane = new SentencePane(appearance, light);
        this.told = told;
    }

    Node node() {
        return pane.node();
    }

    /** The steps that follow have their corpora there; empty for those of the program. */
    void corporaIn(Optional<Path> place) {
        folder = place;
    }

    /** Begins with a step: at its title, or at its last sentence where one comes from behind. */
    void show(LessonStep newStep, boolean fromBehind, Optional<Facts> facts) {
        step = newStep;
        attempt = null;
        slides = Slide.of(step, Text.language().locale());
        index = fromBehind ? slides.size() - 1 : 0;
        show(facts);
        if (isAnswer()) {
            told.accept(Optional.empty());
        }
    }

    private void show(Optional<Facts> facts) {
        Optional<Facts> known = known(facts);
        pane.show(isAnswer() && attempt != null && attempt.isCompletedExceptionally() ? Slide.failed() : slides.get(index), known);
    }

    /** Goes on by so many slides. @return whether the step has as many */
    boolean move(int by, Optional<Facts> facts) {
        if (index + by < 0 || index + by >= slides.size()) {
            return false;
        }
        index += by;
        show(facts);
        if (isAnswer() && by > 0) {
            told.accept(step.exercise().map(asked -> asked.settings().get(TaskReader.REVEAL)));
        }
        return true;
    }

    /** The slide that is shown, from 1. */
    int slide() {
        return index + 1;
    }

    /** How far one has come in the step. */
    String progress() {
        return index + 1 + " / " + slides.size();
    }

    /** Writes the facts anew. */
    void refresh(Optional<Facts> facts) {
        pane.refresh(known(facts));
    }

    private boolean isAnswer() {
        return slides.get(index).kind() == Slide.Kind.ANSWER;
    }

    /** An answer is told by the facts of the right one, which the engine finds now. */
    private Optional<Facts> known(Optional<Facts> facts) {
        if (!isAnswer()) {
            return facts;
        }
        Optional<Task> task = facts.flatMap(known -> TaskReader.of(step, known));
        if (attempt == null && task.isPresent() && task.get() instanceof ChangeTask change) {
            attempt(change.in(folder));
        }
        if (attempt != null) {
            return Optional.ofNullable(attempt.isCompletedExceptionally() ? null : attempt.getNow(null));
        }
        return task.map(asked -> asked.judge(asked.right()).facts());
    }

    /** What a change leads to may take some training: not on the toolkit's thread. */
    private void attempt(ChangeTask change) {
        CompletableFuture<Facts> begun = CompletableFuture.supplyAsync(() -> change.judge(change.right()).facts());
        attempt = begun;
        begun.whenComplete((facts, failure) -> Platform.runLater(() -> {
            if (attempt == begun && isAnswer()) {
                show(Optional.empty());
            }
        }));
    }
}
