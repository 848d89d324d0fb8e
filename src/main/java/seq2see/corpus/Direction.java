package seq2see.corpus;

import java.util.Arrays;
import java.util.Optional;

/**
 * Which way a model translates that learnt both. Its sources begin with a token that says so, and nothing else of the model
 * differs (Johnson et al. 2017, Google's Multilingual Neural Machine Translation System: Enabling Zero-Shot Translation).
 */
public enum Direction {
    /** From the corpus's sources to its targets. */
    FORWARD("<forward>"),
    /** From its targets to its sources. */
    REVERSE("<reverse>");

    private final String token;

    Direction(String token) {
        this.token = token;
    }

    /** The token that a source begins with. */
    public String token() {
        return token;
    }

    /** A source with the token in front. */
    public String mark(String source) {
        return token + " " + source;
    }

    /** The direction that a text names at its beginning; empty where it names none. */
    public static Optional<Direction> of(String source) {
        return Arrays.stream(values()).filter(direction -> source.equals(direction.token) || source.startsWith(direction.token + " ")).findFirst();
    }

    /** A source without the token, where it has one. */
    public static String unmarked(String source) {
        return of(source).map(direction -> Graphemes.strip(source.substring(direction.token.length()))).orElse(source);
    }
}
