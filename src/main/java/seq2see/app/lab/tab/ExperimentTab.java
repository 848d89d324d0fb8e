package seq2see.app.lab.tab;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.animation.AnimationTimer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import seq2see.app.control.Parts;
import seq2see.app.control.TimeLeft;
import seq2see.app.scrubber.Timeline;
import seq2see.app.theme.Text;
import seq2see.app.view.experiment.ExperimentScene;
import seq2see.app.view.experiment.ExperimentView;
import seq2see.training.Experiment;
import seq2see.training.ExperimentResult;

/** Configurations trained side by side: their charts, how far they are, and the commands to them. */
public final class ExperimentTab implements LabTab {
    private static final long SHOW_EVERY_NANOS = 100_000_000;

    private final ExperimentView view;
    private final Runnable heard;
    private final ProgressBar progress = new ProgressBar(0);
    private final Label state = new Label();
    private final Button pause = Parts.button("fth-pause", "line.pause", this::pauseOrResume);
    private final Button stop = Parts.button("fth-square", "experiment.stop", this::stop);
    private final Button again = Parts.button("fth-rotate-ccw", "experiment.again", this::begin);
    private final VBox node;
    private final AnimationTimer pulse = new AnimationTimer() {
        @Override
        public void handle(long now) {
            if (now - shownAt >= SHOW_EVERY_NANOS) {
                shownAt = now;
                take();
            }
        }
    };
    private ExperimentChoice choice;
    private Experiment running;
    private Optional<ExperimentResult> result = Optional.empty();
    private List<String> tokens = List.of();
    private boolean paused;
    /** Whether what is shown was kept from another time, and not trained here. */
    private boolean kept;
    private long beganAt;
    private long shownAt;

    /** @param heard is told when an experiment is through */
    public ExperimentTab(LabDesk desk, Runnable heard) {
        this.heard = heard;
        view = new ExperimentView(desk.appearance());
        progress.getStyleClass().add("training-progress");
        progress.accessibleTextProperty().bind(Text.binding("line.progress"));
        pause.textProperty().unbind();
        pause.setId("experiment-pause");
        stop.setId("experiment-stop");
        again.setId("experiment-again");
        state.setId("experiment-state");
        state.getStyleClass().add("small");
        state.setWrapText(true);
        state.setMinWidth(0);
        HBox.setHgrow(state, Priority.SOMETIMES);
        HBox row = new HBox(progress, state, Parts.spring(), again, stop, pause);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setSpacing(10);
        Node card = desk.card(view).node();
        VBox.setVgrow(card, Priority.ALWAYS);
        node = new VBox(row, card);
        node.getStyleClass().add("cards-below");
        node.setMinHeight(0);
        Text.follow(node, this::showState);
    }

    /** Begins an experiment, or shows what is kept of it; the same one as before stays as it is. */
    public void show(ExperimentChoice wanted) {
        if (wanted.equals(choice)) {
            return;
        }
        giveUp();
        choice = wanted;
        if (wanted.kept().isPresent()) {
            kept = true;
            takeResult(wanted.kept().get());
        } else {
            begin();
        }
    }

    /** Trains it here from the beginning. */
    private void begin() {
        giveUp();
        kept = false;
        beganAt = System.nanoTime();
        running = new Experiment(choice.configurations(), choice.until(), choice.sentence());
        pulse.start();
        takeResult(running.latest());
    }

    private void giveUp() {
        if (running != null) {
            running.close();
            running = null;
        }
        paused = false;
        pulse.stop();
    }

    /** Leaves it. One that is through is kept; else it begins anew when somebody comes back. */
    public void end() {
        giveUp();
        if (result().isEmpty()) {
            choice = null;
            result = Optional.empty();
        }
    }

    /** What came of the experiment where it is through. */
    public Optional<ExperimentResult> result() {
        return result.filter(ExperimentResult::isFinished);
    }

    private void take() {
        ExperimentResult newest = running.latest();
        if (newest.isFinished()) {
            giveUp();
        }
        takeResult(newest);
        if (newest.isFinished()) {
            heard.run();
        }
    }

    private void takeResult(ExperimentResult newest) {
        result = Optional.of(newest);
        view.show(new ExperimentScene(result, choice.measures(), tokens));
        showState();
    }

    private void pauseOrResume() {
        if (paused) {
            paused = false;
            beganAt = System.nanoTime();
            running.resume();
            pulse.start();
            showState();
        } else {
            pause();
        }
    }

    /** Rests where something is being trained. */
    public void pause() {
        if (running != null) {
            paused = true;
            running.pause();
            pulse.stop();
            takeResult(running.latest());
        }
    }

    private void stop() {
        ExperimentResult reached = running.latest();
        giveUp();
        takeResult(reached);
    }

    private void showState() {
        boolean going = running != null;
        pause.setDisable(!going);
        stop.setDisable(!going);
        again.setDisable(going || choice == null);
        pause.setText(Text.of(paused ? "line.resume" : "line.pause"));
        pause.setGraphic(Parts.icon(paused ? "fth-play" : "fth-pause"));
        double share = result.map(ExperimentResult::progress).orElse(0.0);
        progress.setProgress(share);
        String name = kept ? "kept" : paused ? "paused" : going ? "going" : result.filter(ExperimentResult::isFinished).isPresent() ? "finished" : "stopped";
        TimeLeft left = TimeLeft.of(share <= 0 || !going ? OptionalDouble.empty() : OptionalDouble.of((System.nanoTime() - beganAt) / 1e9 * (1 - share) / share));
        state.setText(name.equals("going") ? Text.of("experiment.state.going", left.figure() + " " + Text.of("line.left." + left.unit()))
                : Text.of("experiment.state." + name));
    }

    @Override
    public String name() {
        return "experiment";
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public boolean aboutSentence() {
        return false;
    }

    @Override
    public Timeline timeline(LabState shown) {
        return Timeline.EMPTY;
    }

    @Override
    public void show(LabState shown) {
        List<String> now = shown.trace().map(trace -> trace.source().tokens()).orElse(List.of());
        if (!now.equals(tokens)) {
            tokens = now;
            result.ifPresent(this::takeResult);
        }
    }
}
