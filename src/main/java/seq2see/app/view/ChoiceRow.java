package seq2see.app.view;

import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import seq2see.app.theme.Text;

/** A few choices side by side, of which exactly one holds. */
public final class ChoiceRow<T> extends HBox {
    private final ObjectProperty<T> value;

    /**
     * @param name  the message that names what is chosen
     * @param words what a choice is called
     */
    public ChoiceRow(String name, Iterable<T> choices, T first, Function<T, ObservableValue<String>> words) {
        value = new SimpleObjectProperty<>(first);
        getStyleClass().add("choice-row");
        ToggleGroup group = new ToggleGroup();
        for (T choice : choices) {
            ToggleButton button = new ToggleButton();
            ObservableValue<String> word = words.apply(choice);
            button.textProperty().bind(word);
            button.accessibleTextProperty().bind(Text.binding("settings.named", Text.binding(name), word));
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

    /** The place of what is chosen in the row, from 0. */
    public int chosenIndex() {
        return getChildren().stream().map(Node::getUserData).toList().indexOf(value.get());
    }

    /** Chooses by the place in the row, from 0. @throws IndexOutOfBoundsException where there is none */
    @SuppressWarnings("unchecked")
    public void choose(int index) {
        value.set((T) getChildren().get(index).getUserData());
    }

    /** What is chosen. */
    public ObjectProperty<T> valueProperty() {
        return value;
    }
}
