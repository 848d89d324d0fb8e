package seq2see.corpora.sentences;

import java.util.List;

/**
 * One way of building sentences, with every sentence that it builds.
 *
 * @param most how many of them a corpus takes at most, so that no way of speaking drowns the others
 */
record Pattern(String name, int most, List<Phrase> phrases) {
    Pattern {
        phrases = List.copyOf(phrases);
    }
}
