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
        for (Tokenizer tokenizer : ALL) {
            if (tokenizer.name().equals(name)) {
                return tokenizer;
            }
        }
        throw new InputException("configuration.choice", "tokenizer", name,
                String.join(", ", ALL.stream().map(Tokenizer::name).toList()));
    }
}
