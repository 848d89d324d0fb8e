package seq2see.app.lab;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Text;
import seq2see.corpus.Tokenizer;
import seq2see.corpus.Tokenizers;
import seq2see.model.AttentionType;
import seq2see.model.ModelConfig;
import seq2see.training.ModelSettings;
import seq2see.training.TrainingPlan;
import seq2see.training.TrainingSettings;
import seq2see.training.TrainingSnapshot;

/** The settings of the training: those that change at once, and those that need a new model. */
final class SettingsDrawer {
    private final LabSession session;
    private final ValueSlider learningRate = new ValueSlider("settings.learning.rate", "accent", value -> Numbers.significant(value, 2),
            0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.003, 0.005, 0.007, 0.01, 0.02, 0.05);
    private final ValueSlider clip = new ValueSlider("settings.clip", "accent", value -> Numbers.significant(value, 2),
            0.1, 0.25, 0.5, 1, 2, 5, 10);
    private final ValueSlider teacherForcing = new ValueSlider("settings.teacher.forcing", "accent",
            value -> Numbers.count(Math.round(value * 100)) + " %", 0, 0.25, 0.5, 0.6, 0.7, 0.8, 0.9, 1);
    private final ValueSlider hidden = new ValueSlider("settings.hidden", "axis-hidden", SettingsDrawer::count,
            8, 16, 24, 32, 48, 64, 96, 128, 192, 256);
    private final ValueSlider embedding = new ValueSlider("settings.embedding", "axis-embedding", SettingsDrawer::count,
            4, 8, 16, 24, 32, 48, 64, 96, 128);
    private final ValueSlider batch = new ValueSlider("settings.batch", "axis-batch", SettingsDrawer::count,
            1, 2, 4, 8, 16, 32, 48, 64, 96, 128, 256);
    private final ValueSlider steps = new ValueSlider("settings.steps", "accent", SettingsDrawer::count,
            200, 500, 1000, 1500, 2000, 3000, 4000, 6000, 8000, 12_000, 20_000);
    private final ChoiceRow<AttentionType> attention = new ChoiceRow<>(List.of(AttentionType.values()), AttentionType.ADDITIVE,
            type -> Text.binding("settings.attention." + type));
    private final ChoiceRow<Tokenizer> sourceTokens = tokenChoice();
    private final ChoiceRow<Tokenizer> targetTokens = tokenChoice();
    private final TextField seed = new TextField("1");
    private final Label parameters = Parts.figure("small");
    private final Button restart;
    private final VBox node;
    private TrainingPlan shown;
    private boolean showing;

    SettingsDrawer(LabSession session, Runnable close) {
        this.session = session;
        restart = Parts.button("fth-rotate-ccw", "settings.restart", this::restart);
        restart.setId("settings-restart");
        restart.setMaxWidth(Double.MAX_VALUE);
        seed.setTextFormatter(new TextFormatter<>(change -> change.getControlNewText().matches("\\d{0,9}") ? change : null));
        seed.setId("setting-seed");
        seed.getStyleClass().add("figure");
        seed.accessibleTextProperty().bind(Text.binding("settings.seed"));
        seed.setOnAction(event -> restart());
        seed.textProperty().subscribe(this::nameRestart);
        Text.languageProperty().subscribe(language -> nameRestart());
        learningRate.valueProperty().subscribe((before, now) -> changeNow());
        clip.valueProperty().subscribe((before, now) -> changeNow());
        teacherForcing.valueProperty().subscribe((before, now) -> changeNow());
        VBox content = new VBox(Parts.label("settings.now", "small", "medium", "muted"), learningRate, clip, teacherForcing,
                new Separator(),
                Parts.label("settings.new", "small", "medium", "muted"), choice("settings.source.tokens", sourceTokens),
                choice("settings.target.tokens", targetTokens), choice("settings.attention", attention), hidden, embedding, batch, steps,
                new Separator(),
                line("settings.parameters", parameters), line("settings.seed", seed), restart);
        content.getStyleClass().add("drawer-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("edge-to-edge", "drawer-scroll");
        Button closeButton = Parts.iconButton("fth-x", "settings.close", close);
        closeButton.setId("settings-close");
        closeButton.getStyleClass().add("bare");
        HBox head = new HBox(Parts.label("settings.title", "heading"), Parts.spring(), closeButton);
        head.getStyleClass().add("drawer-head");
        node = new VBox(head, scroll);
        node.getStyleClass().add("drawer");
        node.setId("settings-drawer");
    }

    private static ChoiceRow<Tokenizer> tokenChoice() {
        return new ChoiceRow<>(Tokenizers.all(), Tokenizers.all().getFirst(), tokenizer -> Text.binding("settings.tokens." + tokenizer.name()));
    }

    private static HBox choice(String key, ChoiceRow<?> row) {
        HBox choice = new HBox(Parts.label(key, "control"), Parts.spring(), row);
        choice.getStyleClass().add("choice-setting");
        return choice;
    }

    private static HBox line(String key, Region value) {
        HBox line = new HBox(Parts.label(key, "small", "muted"), Parts.spring(), value);
        line.getStyleClass().add("drawer-line");
        return line;
    }

    private static String count(double value) {
        return Numbers.count(Math.round(value));
    }

    Node node() {
        return node;
    }

    /** Takes over the numbers of a plan when another one is being trained, and what changed at once. */
    void show(TrainingSnapshot snapshot) {
        TrainingPlan plan = snapshot.plan();
        if (plan == shown) {
            return;
        }
        showing = true;
        shown = plan;
        learningRate.show(plan.learningRate());
        clip.show(plan.clip());
        teacherForcing.show(plan.teacherForcing());
        sourceTokens.valueProperty().set(plan.codec().sourceTokenizer());
        targetTokens.valueProperty().set(plan.codec().targetTokenizer());
        attention.valueProperty().set(plan.config().attention());
        hidden.show(plan.config().hiddenSize());
        embedding.show(plan.config().embeddingSize());
        batch.show(plan.batchSize());
        steps.show(plan.trainingSteps());
        seed.setText(String.valueOf(plan.seed()));
        parameters.setText(Numbers.count(plan.parameterCount()));
        showing = false;
    }

    private void nameRestart() {
        restart.textProperty().unbind();
        restart.setText(Text.of("settings.restart", seed()));
    }

    private String seed() {
        return seed.getText().isEmpty() ? "1" : seed.getText();
    }

    private void changeNow() {
        if (!showing && shown != null) {
            session.change(learningRate.value(), clip.value(), teacherForcing.value());
        }
    }

    private void restart() {
        if (shown != null) {
            ModelConfig now = shown.config();
            ModelSettings model = new ModelSettings(now.cell(), now.layers(), now.bidirectional(), now.context(),
                    attention.valueProperty().get(), now.attentionBias(), now.output(), (int) embedding.value(), (int) hidden.value());
            TrainingSettings settings = new TrainingSettings(model, (int) batch.value(), (int) steps.value(), learningRate.value(),
                    clip.value(), teacherForcing.value(), shown.dropout(), Long.parseLong(seed()), shown.threads());
            session.restart(settings, sourceTokens.valueProperty().get(), targetTokens.valueProperty().get());
        }
    }
}
