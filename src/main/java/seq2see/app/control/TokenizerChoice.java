package seq2see.app.control;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Text;
import seq2see.corpus.BytePairTokenizer;
import seq2see.corpus.Tokenizer;
import seq2see.corpus.Tokenizers;

/** How one side is cut into tokens; where subwords are learnt, also how many. */
public final class TokenizerChoice extends VBox {
    private final ComboBox<Tokenizer> kind = new ComboBox<>();
    private final ValueSlider subwords = new ValueSlider("settings.subwords", "accent", value -> Numbers.count(Math.round(value)),
            100, 250, 500, 1_000, 2_000, 4_000, 8_000, 16_000);
    private final ObjectProperty<Tokenizer> value = new SimpleObjectProperty<>(Tokenizers.all().getFirst());
    private boolean showing;

    /**
     * @param name the message that names the side
     * @param id   of the choice of a tokenizer
     */
    public TokenizerChoice(String name, String id) {
        kind.getItems().setAll(Tokenizers.all());
        kind.setValue(value.get());
        kind.setId(id);
        kind.setButtonCell(new NamedCell());
        kind.setCellFactory(list -> new NamedCell());
        kind.accessibleTextProperty().bind(Text.binding(name));
        subwords.show(BytePairTokenizer.USUAL_SUBWORDS);
        subwords.visibleProperty().bind(kind.valueProperty().map(BytePairTokenizer.class::isInstance));
        subwords.managedProperty().bind(subwords.visibleProperty());
        HBox row = new HBox(Parts.label(name, "control"), Parts.spring(), kind);
        row.getStyleClass().add("choice-setting");
        getStyleClass().add("tokenizer-choice");
        getChildren().addAll(row, subwords);
        kind.valueProperty().subscribe(chosen -> take());
        subwords.valueProperty().subscribe(number -> take());
    }

    private static final class NamedCell extends ListCell<Tokenizer> {
        @Override
        protected void updateItem(Tokenizer tokenizer, boolean empty) {
            super.updateItem(tokenizer, empty);
            textProperty().unbind();
            if (empty || tokenizer == null) {
                setText(null);
            } else {
                textProperty().bind(words(tokenizer));
            }
        }
    }

    private static ObservableValue<String> words(Tokenizer tokenizer) {
        return Text.binding("settings.tokens." + tokenizer.name().replace("-", ""));
    }

    private void take() {
        if (!showing) {
            value.set(kind.getValue() instanceof BytePairTokenizer ? new BytePairTokenizer((int) subwords.value()) : kind.getValue());
        }
    }

    /** What was chosen, as it is before it has learnt. */
    public ObjectProperty<Tokenizer> valueProperty() {
        return value;
    }

    /** Takes over a tokenizer, learnt or not. */
    public void show(Tokenizer tokenizer) {
        showing = true;
        kind.setValue(kind.getItems().stream().filter(known -> known.name().equals(tokenizer.name())).findFirst().orElseThrow());
        if (tokenizer instanceof BytePairTokenizer bytePair) {
            subwords.show(bytePair.subwords());
        }
        showing = false;
        value.set(tokenizer);
    }
}
