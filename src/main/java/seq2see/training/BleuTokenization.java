package seq2see.training;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How BLEU cuts a text into the tokens that it counts: two of sacreBLEU's ways, which do not depend on the model's. */
public enum BleuTokenization {
    /** The one of mteval-v13a, for languages written in Latin letters and with spaces. */
    WESTERN("13a"),
    /** Every Chinese character by itself, the rest as {@link #WESTERN} does. */
    CHINESE("zh");

    /** White space as Python's {@code split} has it. */
    static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}\\x1C-\\x1F\\x85]+");
    /** ASCII punctuation and symbols, except the apostrophe, comma, hyphen and full stop. */
    private static final Pattern SYMBOL = Pattern.compile("([{-~\\[-` -&(-+:-@/])");
    private static final Pattern POINT_AFTER_NO_DIGIT = Pattern.compile("([^0-9])([.,])");
    private static final Pattern POINT_BEFORE_NO_DIGIT = Pattern.compile("([.,])([^0-9])");
    private static final Pattern DASH_AFTER_DIGIT = Pattern.compile("([0-9])(-)");
    /**
     * sacreBLEU's ranges. The first is what its ranges for characters beyond U+FFFF come to in effect: it takes in general
     * punctuation and leaves those characters whole. Scores can only be compared if it stays so.
     */
    private static final Pattern CHINESE_CHARACTER = Pattern.compile("([\\u2001-\\u2A6D\\u2E80-\\u2FDF\\u2FF0-\\u303F"
            + "\\u3100-\\u312F\\u31A0-\\u31BF\\u31C0-\\u31EF\\u3200-\\u4DB5\\u4E00-\\u9FBB\\uF900-\\uFA2D\\uFA30-\\uFA6A"
            + "\\uFA70-\\uFAD9\\uFE10-\\uFE1F\\uFE30-\\uFE4F\\uFF00-\\uFFEF])");

    private final String label;

    BleuTokenization(String label) {
        this.label = label;
    }

    /** sacreBLEU's name for it. */
    public String label() {
        return label;
    }

    /** The one that suits these texts: {@link #CHINESE} where most of their letters are ideographs. */
    public static BleuTokenization suiting(Iterable<String> texts) {
        long letters = 0;
        long ideographs = 0;
        for (String text : texts) {
            letters += text.codePoints().filter(Character::isLetter).count();
            ideographs += text.codePoints().filter(Character::isIdeographic).count();
        }
        return 2 * ideographs > letters ? CHINESE : WESTERN;
    }

    List<String> tokens(String text) {
        String prepared = switch (this) {
            case WESTERN -> " " + text.stripTrailing().replace("<skipped>", "").replace("-\n", "").replace("\n", " ")
                    .replace("&quot;", "\"").replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">") + " ";
            case CHINESE -> CHINESE_CHARACTER.matcher(text.strip()).replaceAll(" $1 ");
        };
        String spaced = SYMBOL.matcher(prepared).replaceAll(" $1 ");
        spaced = POINT_AFTER_NO_DIGIT.matcher(spaced).replaceAll("$1 $2 ");
        spaced = POINT_BEFORE_NO_DIGIT.matcher(spaced).replaceAll(" $1 $2");
        spaced = DASH_AFTER_DIGIT.matcher(spaced).replaceAll("$1 $2 ");
        List<String> tokens = new ArrayList<>(List.of(WHITE_SPACE.split(spaced)));
        tokens.removeIf(String::isEmpty);
        return tokens;
    }
}
