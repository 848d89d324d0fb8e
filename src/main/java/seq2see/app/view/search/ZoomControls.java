package seq2see.app.view.search;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import seq2see.app.theme.Text;

/** Larger, smaller, and all of it. */
final class ZoomControls extends HBox {
    ZoomControls(Runnable larger, Runnable smaller, Runnable all) {
        getStyleClass().add("zoom-controls");
        getChildren().addAll(button("in", "fth-zoom-in", larger), button("out", "fth-zoom-out", smaller), button("fit", "fth-maximize", all));
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    private static Button button(String name, String icon, Runnable action) {
        FontIcon drawn = new FontIcon(icon);
        drawn.getStyleClass().add("icon");
        Button button = new Button(null, drawn);
        button.setId("zoom-" + name);
        button.getStyleClass().addAll("icon-button", "bare");
        button.setFocusTraversable(false);
        button.accessibleTextProperty().bind(Text.binding("zoom." + name));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(Text.binding("zoom." + name));
        button.setTooltip(tooltip);
        button.setOnAction(event -> action.run());
        return button;
    }
}
