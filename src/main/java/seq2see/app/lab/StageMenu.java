package seq2see.app.lab;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import seq2see.app.control.Parts;
import seq2see.app.theme.Text;

/** The buttons at a stage's corner: scenes and notes, and presenting. */
final class StageMenu {
    private StageMenu() {
    }

    static Node of(StageActions actions) {
        MenuButton scenes = new MenuButton(null, Parts.icon("fth-bookmark"));
        scenes.setId("scene-menu");
        scenes.getStyleClass().addAll("icon-button", "no-arrow");
        Parts.name(scenes, Text.binding("scene.menu"));
        Parts.handFocusBack(scenes);
        scenes.getItems().addAll(item("save", KeyCode.S, actions::saveScene), item("open", KeyCode.E, actions::openScene), item("note", KeyCode.N, actions::pinNote));
        HBox row = new HBox(scenes, Parts.iconButton("fth-monitor", "present.begin", actions::present));
        row.getStyleClass().add("stage-menu");
        row.setAlignment(Pos.CENTER_RIGHT);
        row.setMinWidth(Region.USE_PREF_SIZE);
        return row;
    }

    /** The keys are the frame's; here they are only told. */
    private static MenuItem item(String name, KeyCode key, Runnable action) {
        MenuItem item = new MenuItem();
        item.setId("scene-" + name);
        item.textProperty().bind(Text.binding("scene." + name, new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN).getDisplayText()));
        item.setOnAction(event -> action.run());
        return item;
    }
}
