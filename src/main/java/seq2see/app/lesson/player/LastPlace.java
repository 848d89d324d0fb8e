package seq2see.app.lesson.player;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import seq2see.app.control.Parts;
import seq2see.app.theme.Text;

/** Offers a returning reader the step that they were at. */
final class LastPlace {
    private LastPlace() {
    }

    /** @param number of the lesson, from 1; so is the step's */
    static Node bar(int number, String title, int step, Runnable goThere) {
        return bar(Text.of("lesson.player.last", number, title, step), goThere);
    }

    /** For a place in a folder of one's own lessons. */
    static Node ownBar(Path folder, Runnable goThere) {
        return bar(Text.of("lesson.own.last", name(folder)), goThere);
    }

    /** A folder as one knows it: its last name, or all of it where it has none. */
    static String name(Path folder) {
        return Optional.ofNullable(folder.getFileName()).orElse(folder).toString();
    }

    private static Node bar(String text, Runnable goThere) {
        Label words = new Label(text);
        words.getStyleClass().add("control");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        Button button = Parts.button("fth-corner-up-right", "lesson.player.goThere", goThere);
        button.setId("lesson-go-there");
        VBox bar = new VBox(words, button);
        bar.getStyleClass().add("last-place");
        return bar;
    }
}
