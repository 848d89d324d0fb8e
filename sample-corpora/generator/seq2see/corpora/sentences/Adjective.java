package seq2see.corpora.sentences;

import java.util.List;

/**
 * An adjective in three languages.
 *
 * @param masculineBeforeVowel the masculine before a vowel: un bel arbre
 * @param beforeNoun           whether it stands before its noun in French
 * @param chinese              as a predicate; one that ends in 的 follows 是, any other takes 很
 * @param chineseAttribute     before a noun, with 的 where it needs it
 */
record Adjective(String english, String masculine, String feminine, String masculineBeforeVowel, boolean beforeNoun,
                 String chinese, String chineseAttribute) {

    /**
     * An adjective from a line such as {@code beautiful | <beau/belle/bel | 漂亮 漂亮的}; {@code <} puts it before its noun,
     * and the feminine stands after a slash where it is not the masculine with an e.
     */
    static Adjective parsed(String line) {
        String[] columns = Table.columns(line, 3);
        String[] french = columns[1].replace("<", "").split("/");
        String feminine = french.length > 1 ? french[1] : french[0].endsWith("e") ? french[0] : french[0] + "e";
        String[] chinese = columns[2].split(" ");
        return new Adjective(columns[0], french[0], feminine, french.length > 2 ? french[2] : french[0],
                columns[1].startsWith("<"), chinese[0], chinese.length > 1 ? chinese[1] : chinese[0]);
    }

    static List<Adjective> list(String text) {
        return Table.rows(text).map(Adjective::parsed).toList();
    }

    String french(boolean isFeminine, boolean isPlural) {
        String singular = isFeminine ? feminine : masculine;
        return !isPlural || singular.endsWith("s") || singular.endsWith("x") || singular.contains(" ") ? singular
                : singular + (singular.endsWith("eau") ? "x" : "s");
    }

    /** As a predicate in Chinese: 很大, 是红色的; 不大, 不是红色的. */
    String chinesePredicate(boolean negated) {
        boolean classifies = chinese.endsWith("的");
        if (negated) {
            return classifies ? "不是" + chinese : "不" + chinese;
        }
        return classifies ? "是" + chinese : "很" + chinese;
    }
}
