package seq2see.corpus;

import java.util.List;

/**
 * Cuts a text into tokens. Every tokenizer has an inverse: {@code detokenize(tokenize(text))} equals {@code text} for
 * every text without white space at its ends.
 */
public interface Tokenizer {
    /** The name used on the command line and in model files: such as {@code word}. */
    String name();

    /** The tokenizer with what it learns from the texts that train; itself where it learns nothing. */
    default Tokenizer learn(Iterable<String> texts) {
        return this;
    }

    List<String> tokenize(String text);

    String detokenize(List<String> tokens);
}
