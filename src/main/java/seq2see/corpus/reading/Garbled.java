package seq2see.corpus.reading;

/**
 * Tells texts that were read in a wrong encoding before they were saved: UTF-8 as windows-1252, where é is Ã©, and what
 * could not be read at all, which is U+FFFD since.
 */
final class Garbled {
    /** What windows-1252 reads in the bytes 80 to 9F, of which UTF-8 has one or more behind each first byte. */
    private static final String HIGH = "€ƒ†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ‚„…‘’“”–—";
    /** Of those, what a word may end before. */
    private static final int HIGH_PUNCTUATION = HIGH.indexOf('‚');
    private static final char LEAST = 'Â';

    private Garbled() {
    }

    static boolean in(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= LEAST && isGarbled(text, i)) {
                return true;
            }
        }
        return false;
    }

    /** Only what no language has: a word may well end in É before a closing quote. */
    private static boolean isGarbled(String text, int at) {
        char first = text.charAt(at);
        char second = at + 1 < text.length() ? text.charAt(at + 1) : 0;
        return switch (first) {
            case '\uFFFD' -> true;
            case 'Ã' -> second >= '\u00A0' && second <= '¿' && second != '«' && second != '»'
                    || HIGH.indexOf(second) >= 0 && HIGH.indexOf(second) < HIGH_PUNCTUATION;
            case 'Â' -> second >= '\u00A0' && second <= '¿';
            case 'â' -> second == '€';
            case 'Ð', 'Ñ' -> isHigh(second) && at + 3 < text.length() && (text.charAt(at + 2) == 'Ð' || text.charAt(at + 2) == 'Ñ') && isHigh(text.charAt(at + 3));
            default -> isThree(text, at) && isThree(text, at + 3);
        };
    }

    /** Whether three characters may be the three bytes of one: of an ideograph, kana or Hangul. */
    private static boolean isThree(String text, int at) {
        return at + 2 < text.length() && text.charAt(at) >= 'ã' && text.charAt(at) <= 'í' && isHigh(text.charAt(at + 1)) && isHigh(text.charAt(at + 2));
    }

    private static boolean isHigh(char character) {
        return character >= '\u0080' && character <= '¿' || HIGH.indexOf(character) >= 0;
    }
}
