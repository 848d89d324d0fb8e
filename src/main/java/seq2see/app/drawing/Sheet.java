package seq2see.app.drawing;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import seq2see.app.theme.Language;
import seq2see.app.theme.Palette;
import seq2see.app.theme.Text;

/**
 * What a picture is drawn on and for: everything that it depends on beside its data.
 *
 * @param width     in pixels at scale 1
 * @param corner    the width at the top right that a button lies over, where nothing is drawn; 0 for none
 * @param sight     what can be seen of it where it scrolls: what floats stands there
 * @param presented whether it is shown to a class, where nobody scrolls: what does not fit beside the present moment stays away
 */
public record Sheet(double width, double height, double corner, Area sight, boolean presented, Palette palette, Language language, TextMeasure measure) {

    /** A sheet that is all in sight. */
    public Sheet(double width, double height, double corner, Palette palette, Language language, TextMeasure measure) {
        this(width, height, corner, new Area(0, 0, width, height), false, palette, language, measure);
    }

    /** A sheet with nothing over it. */
    public Sheet(double width, double height, Palette palette, Language language, TextMeasure measure) {
        this(width, height, 0, palette, language, measure);
    }

    /** The same sheet in another size; what was in sight of it stays so, and where all of it was, all of the new one is. */
    public Sheet sized(double newWidth, double newHeight) {
        boolean whole = sight.equals(new Area(0, 0, width, height));
        return new Sheet(newWidth, newHeight, corner, whole ? new Area(0, 0, newWidth, newHeight) : sight, presented, palette, language, measure);
    }

    /** The same sheet of which only a part can be seen. */
    public Sheet seen(Area part) {
        return new Sheet(width, height, corner, part, presented, palette, language, measure);
    }

    /** The same sheet, shown to a class or not. */
    public Sheet presented(boolean toClass) {
        return new Sheet(width, height, corner, sight, toClass, palette, language, measure);
    }

    /** The same sheet with a button over its corner. */
    public Sheet withCorner(double newCorner) {
        return new Sheet(width, height, newCorner, sight, presented, palette, language, measure);
    }

    /** Words of the message bundle, in the sheet's language. */
    public String words(String key, Object... arguments) {
        return Text.of(language, key, arguments);
    }

    public double width(String text, TextStyle style) {
        return measure.width(text, style);
    }

    /** The lines of a text that is at most so wide; a single word may be wider. No number is parted. */
    public List<String> wrapped(String text, TextStyle style, double most) {
        List<String> lines = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getLineInstance(language.locale());
        breaks.setText(text);
        int start = 0;
        int end = breaks.first();
        for (int next = breaks.next(); next != BreakIterator.DONE; next = breaks.next()) {
            if (isInNumber(text, next)) {
                continue;
            }
            if (end > start && width(text.substring(start, next).stripTrailing(), style) > most) {
                lines.add(text.substring(start, end).stripTrailing());
                start = end;
            }
            end = next;
        }
        lines.add(text.substring(start).stripTrailing());
        return lines;
    }

    /** Whether a place lies behind a number's point or separator; between Chinese words a line may break there otherwise. */
    private static boolean isInNumber(String text, int place) {
        return place > 1 && place < text.length() && Character.isDigit(text.charAt(place)) && ".,\u2009".indexOf(text.charAt(place - 1)) >= 0
                && Character.isDigit(text.charAt(place - 2));
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
