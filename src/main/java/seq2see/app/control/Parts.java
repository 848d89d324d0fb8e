package seq2see.app.control;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import seq2see.app.theme.Text;

/** The small parts that cards and bars are put together from; their words follow the language. */
public final class Parts {
    /** The state of a part that stands for the present moment. */
    public static final PseudoClass NOW = PseudoClass.getPseudoClass("now");

    /** The state of a part that stands for what is pointed at somewhere. */
    public static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

    private Parts() {
    }

    /** A label that says a message, in the given style classes. */
    public static Label label(String key, String... styleClasses) {
        Label label = new Label();
        label.textProperty().bind(Text.binding(key));
        label.getStyleClass().addAll(styleClasses);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** A label for what is read from the engine: mono, never shortened. */
    public static Label figure(String... styleClasses) {
        Label label = new Label();
        label.getStyleClass().add("figure");
        label.getStyleClass().addAll(styleClasses);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    public static FontIcon icon(String literal) {
        FontIcon icon = new FontIcon(literal);
        icon.getStyleClass().add("icon");
        return icon;
    }

    /** A button that is only an icon: its name is heard by screen readers and shown on hover. */
    public static Button iconButton(String icon, String key, Runnable action) {
        Button button = new Button(null, icon(icon));
        button.getStyleClass().add("icon-button");
        button.setOnAction(event -> action.run());
        name(button, Text.binding(key));
        return button;
    }

    /** A button with an icon and words. */
    public static Button button(String icon, String key, Runnable action) {
        Button button = new Button(null, icon(icon));
        button.textProperty().bind(Text.binding(key));
        button.getStyleClass().addAll("small-button", "medium");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    public static void name(Labeled control, ObservableValue<String> name) {
        control.accessibleTextProperty().bind(name);
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(name);
        control.setTooltip(tooltip);
    }

    /** A menu opened with the mouse gives the focus back when it closes, so that the arrows go on stepping. */
    public static void handFocusBack(MenuButton menu) {
        menu.setOnHidden(event -> {
            // What was chosen may have led to another page.
            if (menu.getScene() != null && menu.isFocused() && !menu.isFocusVisible()) {
                menu.getScene().getRoot().requestFocus();
            }
        });
    }

    /** Takes what room is left in a row. */
    public static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    /** The text in a box as wide as {@code width} characters of the mono face, right-aligned. */
    public static String padded(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
