package seq2see.app.view.training;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import seq2see.app.theme.Text;
import seq2see.app.view.ChoiceRow;

/** What a person chooses about the view of the training. */
final class TrainingControls extends HBox {
    private final ChoiceRow<TrainingMode> mode = new ChoiceRow<>("training.mode", List.of(TrainingMode.values()), TrainingMode.CURVES,
            choice -> Text.binding("training.mode." + choice.name().toLowerCase(Locale.ROOT)));
    private final ToggleButton logarithmic = toggle("training-logarithmic", "training.logarithmic.choice");
    private final ToggleButton perplexity = toggle("training-perplexity", "training.perplexity");

    TrainingControls() {
        mode.setId("training-mode");
        mode.getStyleClass().add("fitted");
        logarithmic.setSelected(true);
        getStyleClass().add("view-controls");
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        mode.valueProperty().subscribe(chosen -> getChildren().setAll(chosen == TrainingMode.CURVES ? List.of(logarithmic, perplexity, mode) : List.of(mode)));
    }

    private static ToggleButton toggle(String id, String key) {
        ToggleButton toggle = new ToggleButton();
        toggle.setId(id);
        toggle.textProperty().bind(Text.binding(key));
        toggle.getStyleClass().addAll("choice", "first", "last", "medium", "lone");
        return toggle;
    }

    ObjectProperty<TrainingMode> mode() {
        return mode.valueProperty();
    }

    BooleanProperty logarithmic() {
        return logarithmic.selectedProperty();
    }

    BooleanProperty perplexity() {
        return perplexity.selectedProperty();
    }
}
