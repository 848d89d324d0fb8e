package seq2see.app.view;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import seq2see.app.theme.Language;
import seq2see.app.theme.Palette;
import seq2see.app.theme.Text;

/**
 * What a picture is drawn on and for: everything that it depends on beside its data.
 *
 * @param width  in pixels at scale 1
 * @param corner the width at the top right that a button lies over, where nothing is drawn; 0 for none
 */
public record Sheet(double width, double height, double corner, Palette palette, Language language, TextMeasure measure) {

    /** A sheet with nothing over it. */
    public Sheet(double width, double height, Palette palette, Language language, TextMeasure measure) {
        this(width, height, 0, palette, language, measure);
    }

    /** The same sheet in another size. */
    Sheet sized(double newWidth, double newHeight) {
        return new Sheet(newWidth, newHeight, corner, palette, language, measure);
    }

    /** The same sheet with a button over its corner. */
    Sheet withCorner(double newCorner) {
        return new Sheet(width, height, newCorner, palette, language, measure);
    }

    /** Words of the message bundle, in the sheet's language. */
    public String words(String key, Object... arguments) {
        return Text.of(language, key, arguments);
    }

    public double width(String text, TextStyle style) {
        return measure.width(text, style);
    }

    /** The lines of a text that is at most so wide; a single word may be wider. */
    public List<String> wrapped(String text, TextStyle style, double most) {
        List<String> lines = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getLineInstance(language.locale());
        breaks.setText(text);
        int start = 0;
        int end = breaks.first();
        for (int next = breaks.next(); next != BreakIterator.DONE; next = breaks.next()) {
            if (end > start && width(text.substring(start, next).stripTrailing(), style) > most) {
                lines.add(text.substring(start, end).stripTrailing());
                start = end;
            }
            end = next;
        }
        lines.add(text.substring(start).stripTrailing());
        return lines;
    }

    /** The text, or its start and an ellipsis where it is too wide. No character that a reader sees as one is cut apart. */
    public String shortened(String text, TextStyle style, double most) {
        if (width(text, style) <= most) {
            return text;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(language.locale());
        characters.setText(text);
        int end = characters.last();
        do {
            end = characters.previous();
        } while (end > 0 && width(text.substring(0, end) + "…", style) > most);
        return text.substring(0, Math.max(0, end)) + "…";
    }
}
