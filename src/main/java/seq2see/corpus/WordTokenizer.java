package seq2see.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Words and punctuation apart; ideographs are one word each, or cut by a dictionary. The inverse holds for every text, by this rule:
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
    private static final String CHINESE_NAME = "chinese-word";
    /** "Nothing stands before this": the undertie, which marks a liaison in dictionaries. */
    static final String JOINER = "‿";

    private final String name;
    private final Function<String, List<String>> ideographs;

    private WordTokenizer(String name, Function<String, List<String>> ideographs) {
        this.name = name;
        this.ideographs = ideographs;
    }

    /** One to which an ideograph is a word. */
    WordTokenizer() {
        this(NAME, WordPieces::clusters);
    }

    /** One that cuts ideographs into the words of Chinese. */
    static WordTokenizer chinese() {
        return new WordTokenizer(CHINESE_NAME, ChineseWords::of);
    }

    /** One to which all ideographs that stand together are a word. */
    static WordTokenizer withRunsOfIdeographs(String name) {
        return new WordTokenizer(name, List::of);
    }

    @Override
    public String name() {
        return name;
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
            for (String word : WordPieces.of(text.substring(start, end), ideographs)) {
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
