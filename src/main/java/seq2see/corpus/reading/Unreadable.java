package seq2see.corpus.reading;

/**
 * The marks that stand in a text for bytes that could not be decoded: byte b is the character U+10FE00 + b, which is for
 * private use and allowed in XML. Half a surrogate pair is as unreadable.
 */
final class Unreadable {
    /** Of a mark, in {@code char}s. */
    static final int MARK_LENGTH = 2;
    private static final char HIGH = '\uDBFF';
    private static final char LOW = '\uDE00';

    private Unreadable() {
    }

    static char[] mark(byte value) {
        return new char[] {HIGH, (char) (LOW + (value & 0xFF))};
    }

    /** Whether a text holds a mark or half a surrogate pair. */
    static boolean in(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (isUnreadable(text, i)) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    /** Whether a text holds a mark. */
    static boolean isMarked(String text) {
        for (int high = text.indexOf(HIGH); high >= 0; high = text.indexOf(HIGH, high + 1)) {
            if (high + 1 < text.length() && text.charAt(high + 1) >> 8 == LOW >> 8) {
                return true;
            }
        }
        return false;
    }

    /** Whether the surrogate at an index is no half of a character, or of a mark. */
    private static boolean isUnreadable(String text, int index) {
        boolean pair = Character.isHighSurrogate(text.charAt(index)) && index + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(index + 1));
        return !pair || text.charAt(index) == HIGH && text.charAt(index + 1) >> 8 == LOW >> 8;
    }

    /** The text for people to look at: U+FFFD for what is unreadable. */
    static String shown(String text) {
        if (!in(text)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            boolean unreadable = Character.isSurrogate(text.charAt(i)) && isUnreadable(text, i);
            boolean pair = i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
            if (unreadable) {
                shown.append('\uFFFD');
            } else {
                shown.append(text, i, pair ? i + 2 : i + 1);
            }
            i += pair ? 1 : 0;
        }
        return shown.toString();
    }
}
