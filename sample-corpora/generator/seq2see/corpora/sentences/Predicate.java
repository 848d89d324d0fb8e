package seq2see.corpora.sentences;

import java.util.List;
import java.util.Set;

/**
 * What somebody does: a verb with what follows it, in three languages.
 *
 * @param frenchClitic   a pronoun that stands before the French verb, or nothing
 * @param frenchRest     what follows the verb; {@code @} marks an article that becomes de when it is negated
 * @param chineseVerb    what 了 follows in the past
 * @param chineseCounted 一 with its measure word, which only an affirmative statement has; else nothing
 * @param chinesePast    the past where it is not made with 了 after the verb, else nothing
 * @param tags           what the patterns may choose it by
 */
record Predicate(EnglishVerb englishVerb, String englishRest, FrenchVerb frenchVerb, String frenchClitic, String frenchRest,
                 String chineseVerb, String chineseCounted, String chineseObject, String chinesePast, Set<String> tags) {

    /**
     * Predicates from lines such as {@code eat an apple | manger une pomme | 吃 一个 苹果}. In English and French the first
     * word is the verb, and what is the subject's own is written as his. In Chinese blanks part the verb, the measure
     * word and the object; another past follows a slash. An equals sign keeps a French article as it is when negated.
     */
    static List<Predicate> list(String text, String... tags) {
        return Table.rows(text).map(line -> parsed(line, Set.of(tags))).toList();
    }

    private static Predicate parsed(String line, Set<String> tags) {
        String[] columns = Table.columns(line, 3);
        String[] english = columns[0].split(" ", 2);
        int afterReflexive = columns[1].startsWith("se ") ? 3 : 0;
        int space = columns[1].indexOf(' ', afterReflexive);
        String frenchVerb = space < 0 ? columns[1] : columns[1].substring(0, space);
        String frenchRest = space < 0 ? "" : columns[1].substring(space + 1);
        String[] chinese = columns[2].split("/");
        String[] parts = chinese[0].strip().split(" ");
        return new Predicate(new EnglishVerb(english[0]), english.length > 1 ? english[1] : "",
                FrenchVerb.of(frenchVerb), "", marked(frenchRest), parts[0], parts.length == 3 ? parts[1] : "",
                parts.length > 1 ? parts[parts.length - 1] : "", chinese.length > 1 ? chinese[1].strip() : "", tags);
    }

    private static String marked(String rest) {
        return rest.startsWith("=") ? rest.substring(1) : rest.replaceFirst("^(?=(un|une|du|des|de la) |de l')", "@");
    }

    boolean is(String tag) {
        return tags.contains(tag);
    }

    /** The same with a pronoun for its object: {@code him}, {@code le}, {@code 他}. */
    Predicate withObject(Phrase pronoun) {
        return new Predicate(englishVerb, (englishRest + " " + pronoun.english()).strip(), frenchVerb, pronoun.french(),
                frenchRest, chineseVerb, "", pronoun.chinese(), "", tags);
    }

    String englishRest(NounPhrase subject) {
        return englishRest.replaceAll("\\bhis\\b", subject.englishPossessive());
    }

    /** What follows the French verb, of this person and negated or not. */
    String frenchRest(Person person, boolean negated) {
        String articles = negated ? frenchRest.replaceAll("@(un|une|du|des|de la) ", "de ").replace("@de l'", "d'")
                : frenchRest.replace("@", "");
        return person.personal(articles);
    }

    /** The Chinese verb and its object, counted (吃一个苹果) or not (吃苹果). */
    String chinese(boolean counted) {
        return chineseVerb + (counted ? chineseCounted : "") + chineseObject;
    }

    /** The same, over and done: 吃了一个苹果. */
    String chineseDone() {
        return chinesePast.isEmpty() ? chineseVerb + "了" + chineseCounted + chineseObject : chinesePast;
    }
}
