package seq2see.app;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Files that are dropped onto a place. */
final class FileDrop {
    private FileDrop() {
    }

    /** @param hint is seen while files are held over the place */
    static void onto(Node place, Node hint, Consumer<List<Path>> taken) {
        place.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        place.setOnDragEntered(event -> hint.setVisible(event.getDragboard().hasFiles()));
        place.setOnDragExited(event -> hint.setVisible(false));
        place.setOnDragDropped((DragEvent event) -> {
            if (event.getDragboard().hasFiles()) {
                taken.accept(event.getDragboard().getFiles().stream().map(File::toPath).toList());
            }
            event.setDropCompleted(event.getDragboard().hasFiles());
            event.consume();
        });
    }
}
