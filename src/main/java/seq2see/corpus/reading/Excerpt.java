package seq2see.corpus.reading;

/** The beginning of a line, short enough to be shown beside others. */
final class Excerpt {
    private static final int LENGTH = 80;

    private Excerpt() {
    }

    /** At most 80 {@code char}s of a text; no character is cut in two. */
    static String of(String text) {
        if (text.length() <= LENGTH) {
            return text;
        }
        return text.substring(0, Character.isLowSurrogate(text.charAt(LENGTH)) ? LENGTH - 1 : LENGTH);
    }
}
