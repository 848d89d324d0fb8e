package seq2see.app.lesson.player;

import java.util.function.Consumer;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import seq2see.app.control.Parts;

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

    /** A link as it is read: its words, and where they lead. */
    static String told(String text, String address) {
        return text + " (" + address + ")";
    }

    /** The link in its line, which is followed by the mouse or by Enter. */
    static Node inline(String text, String address) {
        return new LinkText(text, address);
    }

    /** A text and no control, so that it is broken with its line. */
    private static final class LinkText extends Text {
        private final String address;

        LinkText(String text, String address) {
            super(told(text, address));
            this.address = address;
            getStyleClass().addAll("text", "prose", "link-out");
            setFocusTraversable(true);
            setAccessibleRole(AccessibleRole.HYPERLINK);
            setOnMouseClicked(event -> follow());
            setOnKeyPressed(event -> {
                if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                    follow();
                    event.consume();
                }
            });
        }

        private void follow() {
            fireEvent(new Followed(address));
        }

        @Override
        public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
            if (action == AccessibleAction.FIRE) {
                follow();
            } else {
                super.executeAccessibleAction(action, parameters);
            }
        }
    }

    /**
     * Asks whether to open an address.
     *
     * @param browse opens it in the person's browser
     * @param done   takes the question away
     */
    static Node question(String address, Consumer<String> browse, Runnable done) {
        Label words = new Label(seq2see.app.theme.Text.of("lesson.link.ask", address));
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
