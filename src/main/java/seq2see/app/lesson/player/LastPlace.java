package seq2see.app.lesson.player;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import seq2see.app.lab.Parts;
import seq2see.app.theme.Text;

/** Offers a returning reader the step that they were at. */
final class LastPlace {
    private LastPlace() {
    }

    /** @param number of the lesson, from 1; so is the step's */
    static Node bar(int number, String title, int step, Runnable goThere) {
        Label words = new Label(Text.of("lesson.player.last", number, title, step));
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
