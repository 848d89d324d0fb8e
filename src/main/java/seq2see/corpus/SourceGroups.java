package seq2see.corpus;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pairs that have to stay in one part of a corpus: those of one source, or also those of one target, and whatever hangs
 * together by either. Groups are numbered in the order in which the corpus brings them up.
 */
final class SourceGroups {
    private final int[] groupOf;
    private final int[] sources;
    private final int distinct;

    private SourceGroups(int[] groupOf, int[] sources, int distinct) {
        this.groupOf = groupOf;
        this.sources = sources;
        this.distinct = distinct;
    }

    /** @param byTarget whether pairs belong together too of which a target is the target or the source of the other */
    static SourceGroups of(List<SentencePair> pairs, boolean byTarget) {
        Map<String, Integer> firstOfSource = new HashMap<>();
        Map<String, Integer> firstOfText = new HashMap<>();
        int[] parent = new int[pairs.size()];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
            join(parent, i, firstOfSource.putIfAbsent(pairs.get(i).source(), i));
            if (byTarget) {
                // One pair's target may be another's source, and is then learnt from on either side.
                join(parent, i, firstOfText.putIfAbsent(pairs.get(i).source(), i));
                join(parent, i, firstOfText.putIfAbsent(pairs.get(i).target(), i));
            }
        }
        Map<Integer, Integer> numbers = new LinkedHashMap<>();
        int[] groupOf = new int[parent.length];
        for (int i = 0; i < parent.length; i++) {
            groupOf[i] = numbers.computeIfAbsent(root(parent, i), _ -> numbers.size());
        }
        int[] sources = new int[numbers.size()];
        firstOfSource.values().forEach(first -> sources[groupOf[first]]++);
        return new SourceGroups(groupOf, sources, firstOfSource.size());
    }

    /** @param first where the same stood first; null where that is here */
    private static void join(int[] parent, int index, Integer first) {
        if (first != null) {
            parent[root(parent, index)] = root(parent, first);
        }
    }

    private static int root(int[] parent, int index) {
        int root = index;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    /** The group of the pair at an index. */
    int group(int index) {
        return groupOf[index];
    }

    int count() {
        return sources.length;
    }

    /** Distinct sources of a group. */
    int sources(int group) {
        return sources[group];
    }

    /** Distinct sources of the corpus. */
    int sources() {
        return distinct;
    }
}
