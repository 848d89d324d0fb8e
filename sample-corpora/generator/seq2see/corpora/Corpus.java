package seq2see.corpora;

import java.util.List;

/** A corpus that is made rather than collected: the same pairs in the same order whenever it is asked. */
public interface Corpus {
    /** The name of its file in {@code sample-corpora}. */
    String fileName();

    /** All pairs, no source twice, in the order of the file. */
    List<Pair> pairs();

    /** The content of the file: a pair a line, source and target separated by a tab, each line ended by LF. */
    default String text() {
        StringBuilder text = new StringBuilder();
        for (Pair pair : pairs()) {
            text.append(pair.source()).append('\t').append(pair.target()).append('\n');
        }
        return text.toString();
    }
}
