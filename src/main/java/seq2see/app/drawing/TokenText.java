package seq2see.app.drawing;

/** How a token is written, in a picture and in the window: what would not be seen is made visible. */
public final class TokenText {
    private TokenText() {
    }

    /** The token, its blanks and controls as signs. */
    public static String of(String token) {
        if (token.isEmpty()) {
            return "∅";
        }
        StringBuilder shown = new StringBuilder();
        if (isMark(token.codePointAt(0))) {
            shown.append('◌');
        }
        token.codePoints().forEach(point -> shown.appendCodePoint(visible(point)));
        return shown.toString();
    }

    private static int visible(int point) {
        if (point == '\n' || point == '\r') {
            return '⏎';
        }
        if (point == '\t') {
            return '⇥';
        }
        if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
            return '␣';
        }
        return Character.isISOControl(point) ? '·' : point;
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }
}
