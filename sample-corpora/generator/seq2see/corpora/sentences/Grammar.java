package seq2see.corpora.sentences;

import java.util.ArrayList;
import java.util.List;

/** Every pattern that there is. */
final class Grammar {
    static final List<Pattern> PATTERNS = patterns();

    private Grammar() {
    }

    private static List<Pattern> patterns() {
        List<Pattern> patterns = new ArrayList<>();
        patterns.addAll(ActionPatterns.all());
        patterns.addAll(DescriptionPatterns.all());
        patterns.addAll(PlacePatterns.all());
        patterns.addAll(PossessionPatterns.all());
        patterns.addAll(OrderPatterns.all());
        patterns.addAll(PronounPatterns.all());
        patterns.addAll(AnimalPatterns.all());
        patterns.addAll(FragmentPatterns.all());
        patterns.addAll(JoinedPatterns.all());
        patterns.addAll(QuestionPatterns.all());
        patterns.addAll(TimePatterns.all());
        patterns.addAll(Sayings.all());
        return List.copyOf(patterns);
    }
}
