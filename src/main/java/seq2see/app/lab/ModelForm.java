package seq2see.app.lab;

import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import seq2see.app.control.Parts;
import seq2see.app.control.TokenizerChoice;
import seq2see.app.control.ValueSlider;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Text;
import seq2see.app.view.ChoiceRow;
import seq2see.corpus.Tokenizer;
import seq2see.model.AttentionType;
import seq2see.model.CellType;
import seq2see.model.ContextType;
import seq2see.model.ModelConfig;
import seq2see.model.OutputType;
import seq2see.training.ModelSettings;
import seq2see.training.TrainingPlan;

/** What a new model is built from, as a person can choose it; what they cannot is taken over from the model before. */
final class ModelForm {
    /** The style of a row whose words differ much: each choice is as wide as its word needs. */
    private static final String FITTED = "fitted";

    private final TokenizerChoice sourceTokens = new TokenizerChoice("settings.source.tokens", "setting-source-tokens");
    private final TokenizerChoice targetTokens = new TokenizerChoice("settings.target.tokens", "setting-target-tokens");
    private final ChoiceRow<CellType> cell = new ChoiceRow<>("settings.cell", List.of(CellType.values()), CellType.GRU,
            type -> Text.binding("settings.cell." + type));
    private final ChoiceRow<AttentionType> attention = new ChoiceRow<>("settings.attention", List.of(AttentionType.values()),
            AttentionType.ADDITIVE, type -> Text.binding("settings.attention." + type.name().toLowerCase(Locale.ROOT).replace("_", "")));
    private final ChoiceRow<ContextType> context = new ChoiceRow<>("settings.context", List.of(ContextType.values()), ContextType.LAST,
            type -> Text.binding("settings.context." + type));
    private final ChoiceRow<Integer> layers = new ChoiceRow<>("settings.layers", List.of(1, 2, 3), 1,
            count -> Text.binding("settings.layers.count", count));
    private final ToggleSwitch bidirectional = new ToggleSwitch();
    private final ValueSlider dropout = new ValueSlider("settings.dropout", "accent",
            ModelForm::percent, 0, 0.1, 0.2, 0.3, 0.4, 0.5);
    private final ValueSlider hidden = new ValueSlider("settings.hidden", "axis-hidden", ModelForm::count,
            8, 16, 24, 32, 48, 64, 96, 128, 192, 256);
    private final ValueSlider embedding = new ValueSlider("settings.embedding", "axis-embedding", ModelForm::count,
            4, 8, 16, 24, 32, 48, 64, 96, 128);

    ModelForm() {
        context.setId("setting-context");
        context.getStyleClass().add(FITTED);
        bidirectional.setId("setting-bidirectional");
        bidirectional.accessibleTextProperty().bind(Text.binding("settings.bidirectional"));
    }

    /** The rows of the form, from the top. */
    List<Node> rows() {
        VBox attentionRow = new VBox(Parts.label("settings.attention", "control"), attention);
        attentionRow.getStyleClass().add("wide-choice");
        return List.of(sourceTokens, targetTokens, inline("settings.cell", cell), attentionRow,
                onlyWhere(attention.valueProperty().isEqualTo(AttentionType.NONE), inline("settings.context", context)),
                inline("settings.bidirectional", bidirectional), inline("settings.layers", layers),
                onlyWhere(layers.valueProperty().isNotEqualTo(1), dropout), hidden, embedding);
    }

    static HBox inline(String key, Node control) {
        HBox row = new HBox(Parts.label(key, "control"), Parts.spring(), control);
        row.getStyleClass().add("choice-setting");
        return row;
    }

    /** Shows a row only where it makes a difference. */
    static Node onlyWhere(ObservableValue<Boolean> matters, Node row) {
        row.visibleProperty().bind(matters);
        row.managedProperty().bind(matters);
        return row;
    }

    static String percent(double share) {
        return Text.of("settings.percent", Math.round(share * 100));
    }

    static String count(double value) {
        return Numbers.count(Math.round(value));
    }

    /** Takes over what a plan was built from. */
    void show(TrainingPlan plan) {
        ModelConfig before = plan.config();
        sourceTokens.show(plan.codec().sourceTokenizer());
        targetTokens.show(plan.codec().targetTokenizer());
        cell.valueProperty().set(before.cell());
        attention.valueProperty().set(before.attention());
        bidirectional.setSelected(before.bidirectional());
        context.valueProperty().set(before.context());
        layers.valueProperty().set(before.layers());
        dropout.show(plan.dropout());
        hidden.show(before.hiddenSize());
        embedding.show(before.embeddingSize());
    }

    /** What was chosen here; of the rest the defaults. */
    ModelSettings settings() {
        return new ModelSettings(cell.valueProperty().get(), layers.valueProperty().get(), bidirectional.isSelected(), context.valueProperty().get(),
                attention.valueProperty().get(), false, OutputType.STATE, false, (int) embedding.value(), (int) hidden.value());
    }

    ObservableValue<AttentionType> attentionProperty() {
        return attention.valueProperty();
    }

    /** Takes D out of reach where it is no choice of its own. */
    void tie(ObservableValue<Boolean> tied) {
        embedding.disableProperty().bind(tied);
    }

    /** The chance that a unit between two layers is dropped. */
    double dropout() {
        return dropout.value();
    }

    Tokenizer sourceTokenizer() {
        return sourceTokens.valueProperty().get();
    }

    Tokenizer targetTokenizer() {
        return targetTokens.valueProperty().get();
    }
}
