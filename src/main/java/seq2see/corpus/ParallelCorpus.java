package seq2see.corpus;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/**
 * Sentence pairs as read from a file, with the report of what was left out.
 *
 * @param name  what the corpus is called: the file's name, or both files'
 * @param pairs never changes
 */
public record ParallelCorpus(String name, List<SentencePair> pairs, ReadingReport report) {
    public ParallelCorpus {
        pairs = pairs instanceof Pairs ? pairs : List.copyOf(pairs);
    }

    /** Pairs that are made when they are asked for, so that a large corpus need not be held as objects. */
    public static final class Pairs extends AbstractList<SentencePair> implements RandomAccess {
        private final int size;
        private final IntFunction<SentencePair> pairAt;

        /** @param pairAt always gives the same pair for the same index */
        public Pairs(int size, IntFunction<SentencePair> pairAt) {
            this.size = size;
            this.pairAt = pairAt;
        }

        @Override
        public SentencePair get(int index) {
            return pairAt.apply(Objects.checkIndex(index, size));
        }

        @Override
        public int size() {
            return size;
        }
    }

    /** The same pairs with source and target exchanged. */
    public ParallelCorpus reversed() {
        return new ParallelCorpus(name, new Pairs(pairs.size(), index -> pairs.get(index).reversed()), report);
    }
}
