package seq2see.corpora.sentences;

import java.util.List;

/**
 * Someone or something, as a subject or an object.
 *
 * @param person   what a verb agrees with
 * @param feminine what a French adjective or participle agrees with
 */
record NounPhrase(String english, String french, String chinese, Person person, boolean feminine) {

    /** Subjects from lines such as {@code she | elle | 她 | HE f}. */
    static List<NounPhrase> list(String text) {
        return Table.rows(text).map(NounPhrase::parsed).toList();
    }

    private static NounPhrase parsed(String line) {
        String[] columns = Table.columns(line, 4);
        String[] agreement = columns[3].split(" ");
        return new NounPhrase(columns[0], columns[1], columns[2], Person.valueOf(agreement[0]), agreement.length > 1);
    }

    Phrase phrase() {
        return new Phrase(english, french, chinese);
    }

    /** What is his of him, and so for everybody: my, your, his, her, our, their. */
    String englishPossessive() {
        return switch (person) {
            case I -> "my";
            case YOU -> "your";
            case HE -> feminine ? "her" : "his";
            case WE -> "our";
            case THEY -> "their";
        };
    }

    String frenchAgreement(Adjective adjective) {
        return adjective.french(feminine, person.isPlural());
    }
}
