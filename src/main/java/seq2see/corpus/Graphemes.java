package seq2see.corpus;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the characters that people see begin and end: extended grapheme clusters, and white space. */
public final class Graphemes {
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    private Graphemes() {
    }

    /** A matcher whose hits, one behind the other, are the grapheme clusters of a text. */
    static Matcher clusters(String text) {
        return CLUSTER.matcher(text);
    }

    /** White space of every kind: what breaks lines or words, the no-break spaces too. */
    public static boolean isWhiteSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || codePoint == 0x85;
    }

    /** The index behind the run of white space, or of anything else, that begins at an index. */
    static int endOfRun(String text, int start, boolean whiteSpace) {
        int end = start;
        while (end < text.length() && isWhiteSpace(text.codePointAt(end)) == whiteSpace) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    /** The text without the white space at its ends, no-break spaces included. */
    public static String strip(String text) {
        int start = endOfRun(text, 0, true);
        int end = text.length();
        while (end > start && isWhiteSpace(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }
}
