package seq2see.corpus.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The characters that stand in HTML by a name or a number: {@code &eacute;}, {@code &#39;}, {@code &#x27;}. */
final class Entities {
    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}[1-4]?));");
    /** Of U+00A0 to U+00FF, in their order (HTML 4.01, section 24.2). */
    private static final String LATIN = "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para "
            + "middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml "
            + "Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave "
            + "aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde "
            + "ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";
    private static final Map<String, String> NAMED = new HashMap<>(Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'",
            "oelig", "\u0153", "OElig", "\u0152", "euro", "\u20ac"));

    static {
        String[] names = LATIN.split(" ");
        for (int i = 0; i < names.length; i++) {
            NAMED.put(names[i], String.valueOf((char) (0xA0 + i)));
        }
        NAMED.putAll(Map.of("ndash", "\u2013", "mdash", "\u2014", "lsquo", "\u2018", "rsquo", "\u2019", "sbquo", "\u201a", "ldquo", "\u201c",
                "rdquo", "\u201d", "bdquo", "\u201e", "bull", "\u2022", "hellip", "\u2026"));
    }

    private Entities() {
    }

    /** A text with the characters themselves; what stands for none stays as it is. */
    static String decoded(String text) {
        return text.indexOf('&') < 0 ? text : ENTITY.matcher(text).replaceAll(entity -> Matcher.quoteReplacement(character(entity)));
    }

    private static String character(MatchResult entity) {
        if (entity.group(3) != null) {
            return NAMED.getOrDefault(entity.group(3), entity.group());
        }
        int code = entity.group(1) != null ? Integer.parseInt(entity.group(1)) : Integer.parseInt(entity.group(2), 16);
        return Character.isDefined(code) && Character.getType(code) != Character.SURROGATE ? Character.toString(code) : entity.group();
    }
}
