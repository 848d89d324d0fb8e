package seq2see.corpus;

/**
 * The default spacing between neighbouring words of a text, told from left to right: one space, but none
 * <ul>
 * <li>at the beginning,
 * <li>before {@code . , ! ? ; : ) ] } % … ’ '} and a closing quote,
 * <li>after {@code ( [ { ¿ ¡ $}, an opening quote and an elision such as {@code l'},
 * <li>around a hyphen and a slash,
 * <li>beside an ideograph and full-width punctuation.
 * </ul>
 * A straight {@code "} opens and closes in turn.
 */
final class Spacing {
    private static final String NONE_BEFORE = ".,!?;:)]}%…’'”-/";
    private static final String NONE_AFTER = "([{¿¡“‘$-/";

    private String last = "";
    private boolean insideQuotes;

    /** The default between the word before and this one, which becomes the word before. */
    String before(String word) {
        boolean open = last.equals("\"") && insideQuotes;
        boolean closes = word.equals("\"") && insideQuotes;
        boolean none = last.isEmpty() || open || closes || isOneOf(NONE_AFTER, last) || isOneOf(NONE_BEFORE, word)
                || isElision(last) || isFullWidth(last.codePointBefore(last.length())) || isFullWidth(word.codePointAt(0));
        insideQuotes ^= word.equals("\"");
        last = word;
        return none ? "" : " ";
    }

    private static boolean isOneOf(String characters, String word) {
        return word.length() == 1 && characters.contains(word);
    }

    private static boolean isElision(String word) {
        return word.length() > 1 && WordPieces.isApostrophe(word.charAt(word.length() - 1));
    }

    private static boolean isFullWidth(int codePoint) {
        return Character.isIdeographic(codePoint) || codePoint >= 0x3001 && codePoint <= 0x303F
                || codePoint >= 0xFF01 && codePoint <= 0xFF60;
    }
}
