package seq2see.app.lab;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import seq2see.app.view.ChoiceRow;

/** What is set in the controls below a node, by the id of each; controls without an id have nothing that is kept. */
final class ControlValues {
    private ControlValues() {
    }

    static Map<String, String> of(Node root) {
        Map<String, String> values = new TreeMap<>();
        visit(root, (id, control) -> {
            String value = value(control);
            if (value != null) {
                values.put(id, value);
            }
        });
        return values;
    }

    /** Sets what is there, and then what that has brought; a value that a control cannot take is passed over. */
    static void set(Node root, Map<String, String> values) {
        setShown(root, values);
        setShown(root, values);
    }

    private static void setShown(Node root, Map<String, String> values) {
        visit(root, (id, control) -> {
            if (values.containsKey(id) && !values.get(id).equals(value(control))) {
                try {
                    set(control, values.get(id));
                } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
                    // Another version of the program, another range.
                }
            }
        });
    }

    /** The outermost control with an id counts, not what it is made of. */
    private static void visit(Node node, BiConsumer<String, Node> visitor) {
        if (node.getId() != null && value(node) != null) {
            visitor.accept(node.getId(), node);
        } else if (node instanceof ScrollPane pane && pane.getContent() != null) {
            // Before it was ever shown, what it holds is none of its children.
            visit(pane.getContent(), visitor);
        } else if (node instanceof Parent parent) {
            List.copyOf(parent.getChildrenUnmodifiable()).forEach(child -> visit(child, visitor));
        }
    }

    private static String value(Node control) {
        return switch (control) {
            case ChoiceRow<?> row -> String.valueOf(row.chosenIndex());
            case ToggleButton toggle -> String.valueOf(toggle.isSelected());
            case Slider slider -> String.valueOf(slider.getValue());
            case Spinner<?> spinner -> spinner.getEditor().getText();
            case ComboBox<?> box -> String.valueOf(box.getSelectionModel().getSelectedIndex());
            case TextField field -> field.getText();
            default -> null;
        };
    }

    private static void set(Node control, String value) {
        switch (control) {
            case ChoiceRow<?> row -> row.choose(Integer.parseInt(value));
            case ToggleButton toggle -> toggle.setSelected(Boolean.parseBoolean(value));
            case Slider slider when Double.isFinite(Double.parseDouble(value)) -> slider.setValue(Double.parseDouble(value));
            case Spinner<?> spinner -> {
                spinner.getEditor().setText(value);
                spinner.commitValue();
            }
            case ComboBox<?> box -> box.getSelectionModel().select(Integer.parseInt(value));
            case TextField field -> field.setText(value);
            default -> { }
        }
    }
}
