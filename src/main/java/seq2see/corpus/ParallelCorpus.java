package seq2see.corpus;

import java.util.List;

/**
 * Sentence pairs as read from a file, with the report of what was left out.
 *
 * @param name what the corpus is called: the file's name, or both files'
 */
public record ParallelCorpus(String name, List<SentencePair> pairs, ReadingReport report) {
    public ParallelCorpus {
        pairs = List.copyOf(pairs);
    }

    /** The same pairs with source and target exchanged. */
    public ParallelCorpus reversed() {
        return new ParallelCorpus(name, pairs.stream()
                .map(pair -> new SentencePair(pair.target(), pair.source(), pair.line())).toList(), report);
    }
}
