package seq2see.app.control;

import javafx.geometry.Pos;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import seq2see.app.theme.Text;
import seq2see.app.view.SavedFormat;
import seq2see.app.view.View;
import seq2see.corpus.OutputFiles;

/** A card that holds one view, and a button at its corner that saves the view as it is. */
public final class ViewCard {
    private final View view;
    private final FileChoice files;
    private final FileSaver saver;
    private final StackPane node;

    public ViewCard(View view, FileChoice files, FileSaver saver) {
        this.view = view;
        this.saver = saver;
        this.files = files;
        MenuButton save = saveButton();
        node = new StackPane(view.node(), save);
        StackPane.setAlignment(save, Pos.TOP_RIGHT);
        node.getStyleClass().addAll("card", view.name() + "-card");
    }

    /** The card. */
    public Region node() {
        return node;
    }

    private MenuButton saveButton() {
        MenuButton button = new MenuButton(null, Parts.icon("fth-download"));
        button.setId("save-" + view.name());
        button.getStyleClass().addAll("icon-button", "bare", "corner-button", "no-arrow");
        Parts.name(button, Text.binding("save." + view.name()));
        Parts.handFocusBack(button);
        for (SavedFormat format : SavedFormat.values()) {
            MenuItem item = new MenuItem();
            item.setId("save-" + view.name() + "-" + format.ending());
            item.textProperty().bind(Text.binding("save." + format.ending()));
            item.setOnAction(event -> save(format));
            button.getItems().add(item);
        }
        return button;
    }

    /** What is shown when the person asks is what is saved, however long they take to name the file. */
    private void save(SavedFormat format) {
        OutputFiles.Content content = format.contentOf(view);
        files.saved(view.name(), format).ifPresent(file -> saver.save(file, content));
    }
}
