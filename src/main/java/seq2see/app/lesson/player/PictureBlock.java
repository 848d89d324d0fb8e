package seq2see.app.lesson.player;

import java.net.URL;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import seq2see.app.lesson.LessonImages;
import seq2see.app.theme.Appearance;
import seq2see.app.theme.Text;
import seq2see.lesson.Block;

/** A picture beside a lesson, as wide as the prose at most, with its description; where it cannot be shown, the words say so. */
final class PictureBlock {
    private static final double WIDTH = 330;
    /** For a scale of 3. */
    private static final double KEPT = 3 * WIDTH;

    /** One after the other: each is held whole while it is made small. */
    private static final Executor LOADER = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("lesson picture").factory());

    private PictureBlock() {
    }

    static Node of(Block.Image block, Optional<Path> folder, Appearance appearance) {
        Label caption = new Label(block.description());
        caption.getStyleClass().addAll("small", "muted");
        caption.setWrapText(true);
        caption.setMinHeight(Region.USE_PREF_SIZE);
        VBox box = new VBox(caption);
        box.getStyleClass().add("lesson-picture");
        String file = block.file().value();
        LOADER.execute(() -> {
            Optional<Image> image = LessonImages.shown(file, folder).map(PictureBlock::load).filter(loaded -> !loaded.isError());
            Platform.runLater(() -> image.ifPresentOrElse(loaded -> box.getChildren().addFirst(view(loaded, block.description(), appearance)),
                    () -> caption.setText(block.description() + " (" + Text.of("lesson.picture.none", file) + ")")));
        });
        return box;
    }

    private static Image load(URL address) {
        return new Image(address.toExternalForm(), KEPT, 0, true, true, false);
    }

    private static ImageView view(Image image, String description, Appearance appearance) {
        ImageView view = new ImageView(image);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setAccessibleText(description);
        view.fitWidthProperty().bind(appearance.scaleProperty().multiply(WIDTH));
        return view;
    }
}
