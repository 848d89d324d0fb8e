package seq2see.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/**
 * A token is what a reader sees as one character: an extended grapheme cluster, so that a letter keeps its accents and an
 * emoji its parts. Each white-space character is a token of its own. The inverse holds for every text.
 */
final class CharacterTokenizer implements Tokenizer {
    static final String NAME = "character";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tokenize(String text) {
        List<String> tokens = new ArrayList<>();
        int position = 0;
        while (position < text.length()) {
            int end = Graphemes.endOfRun(text, position, true);
            text.substring(position, end).codePoints().forEach(space -> tokens.add(Character.toString(space)));
            position = Graphemes.endOfRun(text, end, false);
            // By itself, because a cluster may otherwise take in the white space around it.
            Matcher clusters = Graphemes.clusters(text.substring(end, position));
            while (clusters.find()) {
                tokens.add(clusters.group());
            }
        }
        return tokens;
    }

    @Override
    public String detokenize(List<String> tokens) {
        return String.join("", tokens);
    }
}
