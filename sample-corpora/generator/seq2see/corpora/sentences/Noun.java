package seq2see.corpora.sentences;

import java.util.List;
import java.util.Set;

/**
 * A noun in three languages.
 *
 * @param feminine its gender in French
 * @param measure  the Chinese measure word, which stands between a number and the noun
 */
record Noun(String english, String englishPlural, String french, String frenchPlural, boolean feminine,
            String chinese, String measure) {
    private static final Set<String> KIN = Set.of("mother", "father", "brother", "sister", "grandmother", "grandfather",
            "husband", "wife", "son", "daughter", "uncle", "aunt");

    /**
     * A noun from a line such as {@code child/children | enfant m | 孩子 个}. The plural stands after a slash where it is
     * not the usual one.
     */
    static Noun parsed(String line) {
        String[] columns = Table.columns(line, 3);
        String[] english = columns[0].split("/");
        int gender = columns[1].lastIndexOf(' ');
        String[] french = columns[1].substring(0, gender).split("/");
        String[] chinese = columns[2].split(" ");
        return new Noun(english[0], english.length > 1 ? english[1] : englishPlural(english[0]),
                french[0], french.length > 1 ? french[1] : frenchPlural(french[0]),
                columns[1].substring(gender + 1).equals("f"), chinese[0], chinese[1]);
    }

    static List<Noun> list(String text) {
        return Table.rows(text).map(Noun::parsed).toList();
    }

    /** Relatives, who need no 的 in Chinese: 我妈妈. */
    boolean isKin() {
        return KIN.contains(english);
    }

    private static String englishPlural(String noun) {
        if (noun.matches(".*[^aeiou]y")) {
            return noun.substring(0, noun.length() - 1) + "ies";
        }
        return noun + (noun.matches(".*(s|x|ch|sh)") ? "es" : "s");
    }

    private static String frenchPlural(String noun) {
        return noun + (noun.matches(".*[sxz]") ? "" : noun.matches(".*eau") ? "x" : "s");
    }
}
