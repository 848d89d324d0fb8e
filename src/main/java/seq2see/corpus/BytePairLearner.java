package seq2see.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Learns merges as Sennrich et al. (2016, algorithm 1) do: again and again, the pair of neighbours that is most frequent in
 * the words becomes one subword. Of pairs as frequent the first in the alphabet is taken, so that a corpus always gives the
 * same. A pair that stands in the corpus once is not learnt.
 */
final class BytePairLearner {
    private static final long LEAST_COUNT = 2;

    private final List<List<String>> words = new ArrayList<>();
    private final List<Long> counts = new ArrayList<>();
    private final Map<Merge, Long> pairs = new HashMap<>();
    /** The words that a pair stands in, and some that it stood in once. */
    private final Map<Merge, Set<Integer>> places = new HashMap<>();
    /** By falling count; what is no longer true is put right when it comes to the top. */
    private final PriorityQueue<Counted> queue = new PriorityQueue<>();

    private record Counted(Merge pair, long count) implements Comparable<Counted> {
        @Override
        public int compareTo(Counted other) {
            int byCount = Long.compare(other.count, count);
            return byCount != 0 ? byCount : pair.compareTo(other.pair);
        }
    }

    /** @param counts how often each word stands in the corpus */
    BytePairLearner(Map<String, Long> counts) {
        counts.forEach((word, count) -> {
            words.add(BytePairTokenizer.characters(word));
            this.counts.add(count);
            add(words.size() - 1, 1, new HashSet<>());
        });
        pairs.forEach((pair, count) -> queue.add(new Counted(pair, count)));
    }

    /** At the most so many merges, in order. */
    List<Merge> learn(int most) {
        List<Merge> learnt = new ArrayList<>();
        while (learnt.size() < most && !queue.isEmpty()) {
            Counted top = queue.poll();
            long count = pairs.getOrDefault(top.pair(), 0L);
            if (count != top.count()) {
                if (count > 0) {
                    queue.add(new Counted(top.pair(), count));
                }
            } else if (count < LEAST_COUNT) {
                break;
            } else {
                learnt.add(top.pair());
                merge(top.pair());
            }
        }
        return learnt;
    }

    private void merge(Merge pair) {
        Set<Merge> grown = new HashSet<>();
        for (int word : places.remove(pair)) {
            add(word, -1, new HashSet<>());
            words.set(word, BytePairTokenizer.merged(words.get(word), pair));
            add(word, 1, grown);
        }
        pairs.remove(pair);
        grown.forEach(other -> queue.add(new Counted(other, pairs.getOrDefault(other, 0L))));
    }

    /** Adds a word's pairs to the counts, or with −1 takes them away; notes them in {@code seen}. */
    private void add(int word, int sign, Set<Merge> seen) {
        List<String> pieces = words.get(word);
        for (int i = 0; i + 1 < pieces.size(); i++) {
            Merge pair = new Merge(pieces.get(i), pieces.get(i + 1));
            if (pairs.merge(pair, sign * counts.get(word), Long::sum) == 0) {
                pairs.remove(pair);
            }
            if (sign > 0) {
                places.computeIfAbsent(pair, _ -> new HashSet<>()).add(word);
                seen.add(pair);
            }
        }
    }
}
