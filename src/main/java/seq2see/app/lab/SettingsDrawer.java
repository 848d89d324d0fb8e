package seq2see.app.lab;

import atlantafx.base.controls.ToggleSwitch;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import seq2see.app.control.Parts;
import seq2see.app.control.ValueSlider;
import seq2see.app.session.LabSession;
import seq2see.app.theme.Appearance;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Text;
import seq2see.training.TrainingMethod;
import seq2see.training.TrainingPlan;
import seq2see.training.TrainingSettings;
import seq2see.training.TrainingSnapshot;

/** The settings of the training: those that change at once, and those that need a new model. */
final class SettingsDrawer {
    /** Whether there is a scroll bar beside the content, which then keeps its right edge. */
    private static final PseudoClass SCROLLED = PseudoClass.getPseudoClass("scrolled");

    private final LabSession session;
    private final ValueSlider learningRate = new ValueSlider("settings.learningRate", "accent", value -> Numbers.significant(value, 2),
            0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.003, 0.005, 0.007, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1);
    private final ValueSlider clip = new ValueSlider("settings.clip", "accent", value -> Numbers.significant(value, 2),
            0.1, 0.25, 0.5, 1, 2, 5, 10);
    private final ValueSlider teacherForcing = new ValueSlider("settings.teacherForcing", "accent",
            ModelForm::percent, 0, 0.25, 0.5, 0.6, 0.7, 0.8, 0.9, 1);
    private final ModelForm model = new ModelForm();
    private final AdvancedForm advanced = new AdvancedForm(model.attentionProperty(), this::proposeRate);
    private final ValueSlider batch = new ValueSlider("settings.batch", "axis-batch", ModelForm::count,
            1, 2, 4, 8, 16, 32, 48, 64, 96, 128, 256);
    private final ValueSlider steps = new ValueSlider("settings.steps", "accent", ModelForm::count,
            200, 500, 1000, 1500, 2000, 3000, 4000, 6000, 8000, 12_000, 20_000);
    private final ValueSlider patience = new ValueSlider("settings.patience", "accent", SettingsDrawer::validations, 0, 3, 5, 10, 20);
    private final ToggleSwitch motion = new ToggleSwitch();
    private final TextField seed = new TextField("1");
    private final Label parameters = Parts.figure("small");
    private final Button restart;
    private final Button close;
    private final VBox node;
    private TrainingPlan shown;
    private boolean showing;
    /** The learning rate of what trains now; the slider may stand on one that is only proposed for the next model. */
    private double rateInForce;

    SettingsDrawer(LabSession session, Appearance appearance, Runnable onClose) {
        this.session = session;
        restart = Parts.button("fth-rotate-ccw", "settings.restart", this::restart);
        restart.setId("settings-restart");
        restart.setMaxWidth(Double.MAX_VALUE);
        motion.setId("setting-motion");
        motion.accessibleTextProperty().bind(Text.binding("settings.motion"));
        motion.selectedProperty().bindBidirectional(appearance.motionProperty());
        seed.setTextFormatter(new TextFormatter<>(change -> isSeed(change.getControlNewText()) ? change : null));
        seed.setId("setting-seed");
        seed.getStyleClass().add("figure");
        seed.accessibleTextProperty().bind(Text.binding("settings.seed"));
        seed.setOnAction(event -> restart());
        seed.textProperty().subscribe((before, now) -> nameRestart());
        Text.follow(restart, this::nameRestart);
        learningRate.valueProperty().subscribe((before, now) -> changeRate());
        clip.valueProperty().subscribe((before, now) -> changeNow());
        teacherForcing.valueProperty().subscribe((before, now) -> changeNow());
        close = Parts.iconButton("fth-x", "settings.close", onClose);
        close.setId("settings-close");
        close.getStyleClass().add("bare");
        HBox head = new HBox(Parts.label("settings.title", "heading"), Parts.spring(), close);
        head.getStyleClass().add("drawer-head");
        VBox foot = new VBox(line("settings.parameters", parameters), line("settings.seed", seed), restart);
        foot.getStyleClass().add("drawer-foot");
        ScrollPane scroll = content();
        VBox.setVgrow(scroll, Priority.ALWAYS);
        node = new VBox(head, scroll, foot);
        node.getStyleClass().add("drawer");
        node.setId("settings-drawer");
    }

    private ScrollPane content() {
        List<Node> rows = new ArrayList<>(List.of(Parts.label("settings.now", "small", "medium", "muted"), learningRate, clip, teacherForcing,
                new Separator(), Parts.label("settings.new", "small", "medium", "muted")));
        rows.addAll(model.rows());
        HBox moving = new HBox(Parts.label("settings.motion", "control"), Parts.spring(), motion);
        moving.getStyleClass().add("choice-setting");
        model.tie(advanced.tiedProperty());
        rows.addAll(List.of(batch, steps, patience, advanced.node(), new Separator(), moving));
        VBox content = new VBox(rows.toArray(Node[]::new));
        content.getStyleClass().add("drawer-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.viewportBoundsProperty().subscribe(seen -> content.pseudoClassStateChanged(SCROLLED, content.getHeight() > seen.getHeight() + 0.5));
        content.heightProperty().subscribe(height -> content.pseudoClassStateChanged(SCROLLED,
                height.doubleValue() > scroll.getViewportBounds().getHeight() + 0.5));
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("edge-to-edge", "drawer-scroll");
        return scroll;
    }

    private static HBox line(String key, Region value) {
        HBox line = new HBox(Parts.label(key, "small", "muted"), Parts.spring(), value);
        line.getStyleClass().add("drawer-line");
        return line;
    }

    Node node() {
        return node;
    }

    /** Gives the focus to the first control. */
    void requestFocus() {
        close.requestFocus();
    }

    /** Takes over the numbers of a plan when another one is being trained. */
    void show(TrainingSnapshot snapshot) {
        TrainingPlan plan = snapshot.plan();
        if (plan == shown) {
            return;
        }
        showing = true;
        shown = plan;
        // Not the plan's: a training that goes on does so under what it was changed to.
        rateInForce = snapshot.learningRate();
        learningRate.show(rateInForce);
        clip.show(snapshot.clip());
        teacherForcing.show(snapshot.teacherForcing());
        model.show(plan);
        advanced.show(plan);
        batch.show(plan.batchSize());
        steps.show(plan.trainingSteps());
        patience.show(plan.recipe().validation().patience());
        seed.setText(String.valueOf(plan.seed()));
        parameters.setText(Numbers.count(plan.parameterCount()));
        showing = false;
    }

    private void nameRestart() {
        restart.textProperty().unbind();
        restart.setText(Text.of("settings.restart", seed()));
    }

    /** How many validations without a lower loss end the training. */
    private static String validations(double count) {
        return count == 0 ? Text.of("settings.patience.never") : Text.of("settings.patience.after", Math.round(count));
    }

    /** Whether a text is a seed, or will be one. */
    private static boolean isSeed(String text) {
        return text.isEmpty() || text.matches("-?\\d+") && new BigInteger(text).bitLength() < Long.SIZE;
    }

    private String seed() {
        return seed.getText().isEmpty() ? "1" : seed.getText();
    }

    /** For the new model: what trains now goes on as it does. */
    private void proposeRate(double rate) {
        showing = true;
        learningRate.show(rate);
        showing = false;
    }

    private void changeRate() {
        if (!showing) {
            rateInForce = learningRate.value();
            changeNow();
        }
    }

    private void changeNow() {
        if (!showing && shown != null) {
            session.change(rateInForce, clip.value(), teacherForcing.value());
        }
    }

    private void restart() {
        if (shown != null) {
            TrainingMethod method = advanced.method(shown.method(), learningRate.value(), teacherForcing.value())
                    .withClip(clip.value()).withDropout(model.dropout());
            TrainingSettings settings = new TrainingSettings(advanced.model(model.settings()), (int) batch.value(), (int) steps.value(), method,
                    null, (int) patience.value(), advanced.keep(), Long.parseLong(seed()), shown.threads());
            session.restart(settings, model.sourceTokenizer(), model.targetTokenizer());
        }
    }
}
