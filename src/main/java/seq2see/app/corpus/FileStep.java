package seq2see.app.corpus;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import seq2see.app.lab.Parts;

/** Where the way begins: one file, or two. */
final class FileStep {
    private final VBox node;

    FileStep(Runnable choose) {
        Button open = Parts.button("fth-folder", "wizard.file.choose", choose);
        open.setId("wizard-choose");
        open.getStyleClass().add("primary-button");
        Label drop = Parts.label("wizard.file.drop", "small", "muted");
        HBox ask = new HBox(open, drop);
        ask.getStyleClass().add("wizard-row");
        ask.setAlignment(Pos.CENTER_LEFT);
        VBox card = new VBox(Parts.label("wizard.file.title", "title"), wrapped("wizard.file.words", "prose"), ask,
                wrapped("wizard.file.formats", "small", "muted"));
        card.getStyleClass().addAll("card", "wizard-card");
        node = new VBox(card);
        node.getStyleClass().add("wizard-step");
    }

    /** A text that goes on in the next line where there is no room. */
    static Label wrapped(String key, String... styles) {
        Label label = Parts.label(key, styles);
        label.setWrapText(true);
        label.setMinWidth(0);
        return label;
    }

    Node node() {
        return node;
    }
}
