package seq2see.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * Words and punctuation apart; an ideograph is a word. The inverse holds for every text, by this rule:
 * <ol>
 * <li>Two neighbours have a default spacing ({@link Spacing}): one space, or none as before {@code ?} and after {@code (}.
 * <li>A token whose spacing in the text is the default is just the word: {@code Isn't}, {@code it} and {@code ?}.
 * <li>A token with other white space before it carries that in front: the last one of {@code l'hôtel ?} is {@code " ?"}.
 * <li>A token with nothing before it where a space is the default carries the mark {@code ‿} in front.
 * <li>A word that itself begins with the mark always carries its spacing, be it white space or a further mark.
 * <li>White space at the text's end is a token of its own.
 * </ol>
 */
final class WordTokenizer implements Tokenizer {
    static final String NAME = "word";
    /** "Nothing stands before this": the undertie, which marks a liaison in dictionaries. */
    static final String JOINER = "‿";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tokenize(String text) {
        List<String> tokens = new ArrayList<>();
        Spacing spacing = new Spacing();
        int position = 0;
        while (position < text.length()) {
            int start = Graphemes.endOfRun(text, position, true);
            int end = Graphemes.endOfRun(text, start, false);
            String gap = text.substring(position, start);
            if (start == end) {
                tokens.add(gap);
            }
            for (String word : WordPieces.of(text.substring(start, end))) {
                tokens.add(marked(gap, word, spacing.before(word)));
                gap = "";
            }
            position = end;
        }
        return tokens;
    }

    private static String marked(String gap, String word, String usual) {
        if (gap.equals(usual) && !word.startsWith(JOINER)) {
            return word;
        }
        return (gap.isEmpty() ? JOINER : gap) + word;
    }

    @Override
    public String detokenize(List<String> tokens) {
        StringBuilder text = new StringBuilder();
        Spacing spacing = new Spacing();
        for (String token : tokens) {
            int start = Graphemes.endOfRun(token, 0, true);
            boolean joined = token.startsWith(JOINER);
            String word = token.substring(joined ? JOINER.length() : start);
            String usual = word.isEmpty() ? "" : spacing.before(word);
            text.append(joined || start > 0 ? token.substring(0, start) : usual).append(word);
        }
        return text.toString();
    }
}
