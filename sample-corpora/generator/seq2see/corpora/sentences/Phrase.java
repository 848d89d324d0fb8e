package seq2see.corpora.sentences;

import java.util.Arrays;
import java.util.List;

/** The same words in three languages: a part of a sentence, or a whole one with its capital and its full stop. */
public record Phrase(String english, String french, String chinese) {

    /** A phrase from a line with the three languages between bars. */
    static Phrase parsed(String line) {
        String[] columns = Table.columns(line, 3);
        return new Phrase(columns[0], columns[1], columns[2]);
    }

    /** Phrases from a text with one on each line. */
    static List<Phrase> list(String text) {
        return Table.rows(text).map(Phrase::parsed).toList();
    }

    /** The parts, blank between them in English and in French, which is then spelt (le ami → l'ami). */
    static Phrase joined(Phrase... parts) {
        return new Phrase(String.join(" ", Arrays.stream(parts).map(Phrase::english).toList()),
                String.join(" ", Arrays.stream(parts).map(Phrase::french).toList()),
                String.join("", Arrays.stream(parts).map(Phrase::chinese).toList()));
    }

    Phrase statement() {
        return sentence(".", ".", "。");
    }

    Phrase question() {
        return sentence("?", " ?", "？");
    }

    Phrase exclamation() {
        return sentence("!", " !", "！");
    }

    /** Words that are not a sentence, such as "the cat in the hat": no capital, no full stop. */
    Phrase fragment() {
        return new Phrase(english, FrenchSpelling.spelt(french), chinese);
    }

    private Phrase sentence(String englishMark, String frenchMark, String chineseMark) {
        return new Phrase(capitalized(english) + englishMark, capitalized(FrenchSpelling.spelt(french)) + frenchMark,
                chinese + chineseMark);
    }

    private static String capitalized(String text) {
        int first = text.codePointAt(0);
        return Character.toString(Character.toUpperCase(first)) + text.substring(Character.charCount(first));
    }
}
