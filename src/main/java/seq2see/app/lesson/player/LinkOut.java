package seq2see.app.lesson.player;

import java.util.function.Consumer;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import seq2see.app.lab.Parts;
import seq2see.app.theme.Text;

/** A link that leads out of the program. Whoever follows it is shown the address and asked; nothing is opened by itself. */
final class LinkOut {
    /** Somebody wants to follow a link. */
    static final EventType<Followed> FOLLOWED = new EventType<>(Event.ANY, "LINK_OUT");

    static final class Followed extends Event {
        private final String address;

        Followed(String address) {
            super(FOLLOWED);
            this.address = address;
        }

        String address() {
            return address;
        }
    }

    private LinkOut() {
    }

    /** The link in its line. */
    static Node inline(String text, String address) {
        Hyperlink link = new Hyperlink(text + " (" + address + ")");
        link.getStyleClass().addAll("prose", "link-out");
        link.setWrapText(true);
        link.setOnAction(event -> {
            link.setVisited(false);
            link.fireEvent(new Followed(address));
        });
        return link;
    }

    /**
     * Asks whether to open an address.
     *
     * @param browse opens it in the person's browser
     * @param done   takes the question away
     */
    static Node question(String address, Consumer<String> browse, Runnable done) {
        Label words = new Label(Text.of("lesson.link.ask", address));
        words.getStyleClass().add("control");
        words.setId("link-address");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        Button open = Parts.button("fth-external-link", "lesson.link.open", () -> {
            browse.accept(address);
            done.run();
        });
        open.setId("link-open");
        // What is no page, a browser would take for a file of this machine or for a program.
        open.setVisible(isPage(address));
        open.setManaged(isPage(address));
        Button copy = Parts.button("fth-copy", "lesson.link.copy", () -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(address);
            Clipboard.getSystemClipboard().setContent(content);
            done.run();
        });
        copy.setId("link-copy");
        Button leave = Parts.button("fth-x", "lesson.link.leave", done);
        leave.setId("link-leave");
        FlowPane buttons = new FlowPane(open, copy, leave);
        buttons.getStyleClass().add("link-buttons");
        VBox bar = new VBox(words, buttons);
        bar.getStyleClass().add("last-place");
        return bar;
    }

    static boolean isPage(String address) {
        return address.matches("(?i)https?://\\S+");
    }
}
