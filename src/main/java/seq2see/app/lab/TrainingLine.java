package seq2see.app.lab;

import java.util.Locale;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.javafx.FontIcon;
import seq2see.app.control.CrowdedRow;
import seq2see.app.control.Parts;
import seq2see.app.control.TimeLeft;
import seq2see.app.control.TinyCurve;
import seq2see.app.session.LabSession;
import seq2see.app.theme.Appearance;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Text;
import seq2see.corpus.InputException;
import seq2see.training.TrainingSnapshot;
import seq2see.training.TrainingSnapshot.State;

/** The line at the window's foot: what the training is doing, how far it is, and the commands to it. */
final class TrainingLine {
    private final Circle dot = new Circle();
    private final Label state = Parts.figure();
    private final Label reason = Parts.figure();
    private final Label step = Parts.figure("now-figure");
    private final Label steps = Parts.figure("muted");
    private final ProgressBar progress = new ProgressBar(0);
    private final Label loss = Parts.figure();
    private final TinyCurve curve;
    private final Label validation = Parts.figure();
    private final Label gradientNorm = Parts.figure();
    private final Label speed = Parts.figure();
    private final Label left = Parts.figure();
    private final Label leftUnit = Parts.figure();
    private final Button pause;
    private final FontIcon pauseIcon = Parts.icon("fth-pause");
    private final Button stepOnce;
    private final Button reset;
    private final Node[] lively;
    private final CrowdedRow row = new CrowdedRow(20);
    private TrainingSnapshot shown;

    TrainingLine(LabSession session, Appearance appearance) {
        curve = new TinyCurve(appearance);
        pause = Parts.button("fth-pause", "line.pause", () -> {
            if (shown != null && shown.state() == State.TRAINING) {
                session.pause();
            } else {
                session.resume();
            }
        });
        stepOnce = Parts.button("fth-skip-forward", "line.step.once", session::stepOnce);
        reset = Parts.button("fth-rotate-ccw", "line.reset", session::reset);
        pause.setId("training-pause");
        pause.textProperty().unbind();
        pause.setGraphic(pauseIcon);
        stepOnce.setId("training-step-once");
        reset.setId("training-reset");
        step.setId("training-step");
        state.setId("training-state");
        reason.setId("training-reason");
        dot.getStyleClass().add("state-dot");
        state.getStyleClass().setAll("label", "small", "medium");
        leftUnit.getStyleClass().setAll("label", "small", "muted");
        progress.getStyleClass().add("training-progress");
        progress.accessibleTextProperty().bind(Text.binding("line.progress"));
        for (Label figure : new Label[] {step, steps, loss, validation, gradientNorm, speed, left}) {
            figure.getStyleClass().add("small");
        }
        Node speedPart = part(speed, Parts.label("line.speed", "small", "muted"));
        Node leftPart = part(left, leftUnit);
        Node normPart = part(Parts.label("line.norm", "small", "muted"), gradientNorm);
        lively = new Node[] {speedPart, leftPart, normPart};
        row.getStyleClass().add("training-line");
        row.add(part(dot, state), 0);
        row.add(reason, 1);
        row.add(part(Parts.label("line.step", "small", "muted"), step, steps), 1);
        row.add(progress, 4);
        row.add(part(Parts.label("line.loss", "small", "muted"), loss), 2);
        row.add(curve, 6);
        row.add(part(Parts.label("line.validation", "small", "muted"), validation), 3);
        row.add(normPart, 8);
        row.add(speedPart, 5);
        row.add(leftPart, 4);
        row.addAtRight(part(stepOnce, reset, pause));
        appearance.scaleProperty().subscribe(scale -> {
            row.setScale(scale.doubleValue());
            dot.setRadius(4 * scale.doubleValue());
        });
        Text.follow(node(), () -> show(shown));
    }

    private static HBox part(Node... nodes) {
        HBox part = new HBox(nodes);
        part.getStyleClass().add("line-part");
        part.setAlignment(Pos.CENTER_LEFT);
        return part;
    }

    Node node() {
        return row;
    }

    /** Shows the newest snapshot; null while there is no model yet. */
    void show(TrainingSnapshot snapshot) {
        shown = snapshot;
        boolean training = snapshot != null && snapshot.state() == State.TRAINING;
        boolean ended = snapshot == null || snapshot.state() == State.FINISHED || snapshot.state() == State.FAILED;
        pause.setDisable(ended);
        stepOnce.setDisable(ended || training);
        reset.setDisable(snapshot == null);
        pause.setText(Text.of(training || ended ? "line.pause" : "line.resume"));
        pauseIcon.setIconLiteral(training || ended ? "fth-pause" : "fth-play");
        showState(snapshot);
        for (Node part : lively) {
            part.setManaged(training);
        }
        if (snapshot != null) {
            showFigures(snapshot);
        }
        row.requestLayout();
    }

    private void showState(TrainingSnapshot snapshot) {
        String name = snapshot == null ? "opening" : snapshot.state().name().toLowerCase(Locale.ROOT);
        dot.getStyleClass().setAll("state-dot", name);
        state.setText(Text.of("line.state." + name));
        boolean training = snapshot != null && snapshot.state() == State.TRAINING;
        reason.setManaged(!training);
        reason.getStyleClass().setAll("label", "small", name.equals("failed") ? "failure" : "muted");
        reason.setText(snapshot == null ? "" : switch (snapshot.state()) {
            case TRAINING -> "";
            case PAUSED -> Text.of("line.reason.paused");
            case FINISHED -> snapshot.stoppedEarly() ? Text.of("line.reason.stoppedEarly", snapshot.best().trainingStep())
                    : Text.of("line.reason.finished");
            case FAILED -> snapshot.failure().map(failure -> "✗ " + reason(failure)).orElse("");
        });
    }

    /** In few words what happened; the whole of it, and what to do about it, stands in the problem bar. */
    private static String reason(InputException failure) {
        return Text.of(switch (failure.key()) {
            case "training.lossNotFinite", "training.gradientNotFinite" -> "line.reason.notFinite";
            case "training.tooLarge", "training.cannotBegin" -> "line.reason.memory";
            default -> "line.reason.fault";
        });
    }

    private void showFigures(TrainingSnapshot snapshot) {
        String total = Numbers.count(snapshot.plan().trainingSteps());
        step.setText(Parts.padded(Numbers.count(snapshot.trainingStep()), total.length()));
        steps.setText("/ " + total);
        progress.setProgress((double) snapshot.trainingStep() / Math.max(1, snapshot.plan().trainingSteps()));
        loss.setText(figure(snapshot.trainingLoss()));
        validation.setText(figure(snapshot.validationLoss()));
        gradientNorm.setText(figure(snapshot.gradientNorm()));
        curve.show(snapshot.curve().training());
        OptionalDouble tokens = snapshot.tokensPerSecond();
        speed.setText(Parts.padded(tokens.isPresent() ? Numbers.significant(tokens.getAsDouble(), 2) : "–", 7));
        TimeLeft timeLeft = TimeLeft.of(snapshot.secondsLeft());
        left.setText(Parts.padded(timeLeft.figure(), 2));
        leftUnit.setText(Text.of("line.left." + timeLeft.unit()));
    }

    /** A loss or a norm as the charts' legends write it, in six characters. */
    private static String figure(OptionalDouble value) {
        return Parts.padded(Numbers.loss(value.orElse(Double.NaN)), 6);
    }
}
