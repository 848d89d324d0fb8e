package seq2see.app.lab;

import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A few choices side by side, of which exactly one holds. */
final class ChoiceRow<T> extends HBox {
    private final ObjectProperty<T> value;

    ChoiceRow(Iterable<T> choices, T first, Function<T, ObservableValue<String>> words) {
        value = new SimpleObjectProperty<>(first);
        getStyleClass().add("choice-row");
        ToggleGroup group = new ToggleGroup();
        for (T choice : choices) {
            ToggleButton button = new ToggleButton();
            button.textProperty().bind(words.apply(choice));
            button.setToggleGroup(group);
            button.setUserData(choice);
            button.setMaxWidth(Double.MAX_VALUE);
            button.getStyleClass().addAll("choice", "medium");
            HBox.setHgrow(button, Priority.ALWAYS);
            // A second press on the chosen one would choose none.
            button.setOnAction(event -> value.set(choice));
            getChildren().add(button);
        }
        value.subscribe(chosen -> getChildren().forEach(child -> ((ToggleButton) child).setSelected(child.getUserData() == chosen)));
        group.selectedToggleProperty().subscribe(selected -> {
            if (selected == null) {
                getChildren().forEach(child -> ((ToggleButton) child).setSelected(child.getUserData() == value.get()));
            }
        });
        getChildren().getFirst().getStyleClass().add("first");
        getChildren().getLast().getStyleClass().add("last");
    }

    ObjectProperty<T> valueProperty() {
        return value;
    }
}
