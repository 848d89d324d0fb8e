package seq2see.app.session;

import java.text.BreakIterator;
import javafx.scene.control.TextFormatter;

/** How long a sentence to look at may be: longer ones would keep the training waiting for their trace. */
public final class SentenceLimit {
    /** In characters as Java counts them. */
    public static final int MOST = 300;

    private SentenceLimit() {
    }

    /** The text, or as much of its start as may be. No character that a reader sees as one is cut apart. */
    static String within(String text) {
        return start(text, MOST);
    }

    /** Takes of what is typed or pasted only as much as there is room for. */
    public static TextFormatter<String> formatter() {
        return new TextFormatter<>(change -> {
            int excess = change.getControlNewText().length() - MOST;
            if (excess > 0 && change.isContentChange()) {
                change.setText(start(change.getText(), Math.max(0, change.getText().length() - excess)));
                int caret = change.getRangeStart() + change.getText().length();
                change.selectRange(caret, caret);
            }
            return change;
        });
    }

    /** The text, or as much of its start as so many characters hold. */
    public static String start(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance();
        characters.setText(text);
        return text.substring(0, characters.isBoundary(most) ? most : characters.preceding(most));
    }
}
