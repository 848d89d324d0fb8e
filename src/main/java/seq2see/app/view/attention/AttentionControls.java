package seq2see.app.view.attention;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import seq2see.app.theme.Text;
import seq2see.app.view.ChoiceRow;

/** What a person chooses about the attention view: how it is drawn, for which steps, and whether the sentence stands in a batch. */
final class AttentionControls extends HBox {
    /** A hint as wide as that has two lines. */
    private static final double WIDEST_HINT = 340;

    private final ChoiceRow<AttentionMode> mode = new ChoiceRow<>("attention.mode", List.of(AttentionMode.values()), AttentionMode.MAP,
            choice -> Text.binding("attention.mode." + choice.name().toLowerCase(Locale.ROOT)));
    private final ChoiceRow<Boolean> steps = new ChoiceRow<>("attention.steps", List.of(true, false), true,
            all -> Text.binding(all ? "attention.steps.all" : "attention.steps.present"));
    private final ToggleButton batch = new ToggleButton();

    AttentionControls() {
        mode.setId("attention-mode");
        steps.setId("attention-steps");
        batch.setId("attention-batch");
        batch.textProperty().bind(Text.binding("attention.batch"));
        Tooltip hint = new Tooltip();
        hint.textProperty().bind(Text.binding("attention.batch.hint"));
        hint.setMaxWidth(WIDEST_HINT);
        batch.setTooltip(hint);
        batch.accessibleHelpProperty().bind(hint.textProperty());
        batch.getStyleClass().addAll("choice", "first", "last", "medium", "lone");
        mode.getStyleClass().add("fitted");
        steps.getStyleClass().add("fitted");
        getStyleClass().add("view-controls");
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        mode.valueProperty().subscribe(chosen -> getChildren().setAll(switch (chosen) {
            case MAP -> List.of(batch, mode);
            case RIBBONS -> List.of(steps, batch, mode);
            case SUM -> List.of(mode);
        }));
    }

    ObjectProperty<AttentionMode> mode() {
        return mode.valueProperty();
    }

    ObjectProperty<Boolean> allSteps() {
        return steps.valueProperty();
    }

    BooleanProperty inBatch() {
        return batch.selectedProperty();
    }
}
