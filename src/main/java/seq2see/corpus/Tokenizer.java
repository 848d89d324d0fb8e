package seq2see.corpus;

import java.util.List;

/**
 * Cuts a text into tokens. Every tokenizer has an inverse: {@code detokenize(tokenize(text))} equals {@code text} for
 * every text without white space at its ends.
 */
public interface Tokenizer {
    /** The name used on the command line and in model files: {@code word} or {@code character}. */
    String name();

    List<String> tokenize(String text);

    String detokenize(List<String> tokens);
}
