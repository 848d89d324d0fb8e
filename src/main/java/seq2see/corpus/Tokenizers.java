package seq2see.corpus;

import java.util.List;

/** The tokenizers that there are, by name. */
public final class Tokenizers {
    private static final List<Tokenizer> ALL = List.of(new WordTokenizer(), new CharacterTokenizer());

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
}
