package seq2see.corpus;

import java.util.List;

/** The tokenizers that there are, by name; one that learns is as before it has learnt. */
public final class Tokenizers {
    private static final List<Tokenizer> ALL = List.of(new WordTokenizer(), new CharacterTokenizer(), WordTokenizer.chinese(),
            new BytePairTokenizer(BytePairTokenizer.USUAL_SUBWORDS));

    private Tokenizers() {
    }

    /** All of them, the default first. */
    public static List<Tokenizer> all() {
        return ALL;
    }

    /** @throws InputException where there is none of that name */
    public static Tokenizer named(String name) throws InputException {
        return Choice.named("tokenizer", name, ALL, Tokenizer::name);
    }

    /**
     * The same where it learns, made to learn so many subwords.
     *
     * @param subwords null for the usual number
     */
    public static Tokenizer named(String name, Integer subwords) throws InputException {
        Tokenizer known = named(name);
        return known instanceof BytePairTokenizer && subwords != null ? new BytePairTokenizer(subwords) : known;
    }
}
