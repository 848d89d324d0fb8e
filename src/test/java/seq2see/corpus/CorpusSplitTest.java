package seq2see.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CorpusSplitTest {
    private static List<SentencePair> pairs(int count, int sources) {
        return IntStream.range(0, count)
                .mapToObj(i -> new SentencePair("source " + i * 7919 % sources, "target " + i, i + 1)).toList();
    }

    private static Set<String> sources(List<SentencePair> pairs) {
        return new HashSet<>(pairs.stream().map(SentencePair::source).toList());
    }

    @Test
    void noSourceIsOnBothSidesAndNoPairIsLost() {
        for (int seed = 0; seed < 50; seed++) {
            CorpusSplit split = CorpusSplit.of(pairs(500, 120), 0.1, seed);
            assertTrue(Collections.disjoint(sources(split.training()), sources(split.validation())));
            List<SentencePair> both = new ArrayList<>(split.training());
            both.addAll(split.validation());
            both.sort(Comparator.comparingLong(SentencePair::line));
            assertEquals(pairs(500, 120), both);
            assertEquals(12, sources(split.validation()).size());
        }
    }

    @Test
    void eachSideKeepsTheCorpusOrder() {
        CorpusSplit split = CorpusSplit.of(pairs(500, 120), 0.3, 4);
        assertEquals(split.training().stream().sorted(Comparator.comparingLong(SentencePair::line)).toList(), split.training());
        assertEquals(split.validation().stream().sorted(Comparator.comparingLong(SentencePair::line)).toList(), split.validation());
    }

    @Test
    void theSeedDecides() {
        assertEquals(CorpusSplit.of(pairs(500, 120), 0.1, 1), CorpusSplit.of(pairs(500, 120), 0.1, 1));
        assertNotEquals(CorpusSplit.of(pairs(500, 120), 0.1, 1), CorpusSplit.of(pairs(500, 120), 0.1, 2));
    }

    /** Written down once, so that no change of platform or code moves a sentence between the sides unseen. */
    @Test
    void theDrawIsTheSameEverywhere() {
        assertEquals(List.of(7L, 14L, 16L, 20L), CorpusSplit.of(pairs(20, 20), 0.2, 1).validation().stream().map(SentencePair::line).toList());
    }

    @Test
    void twoSourcesGiveOneToEachSide() {
        for (double fraction : new double[] {0.001, 0.5, 0.999}) {
            CorpusSplit split = CorpusSplit.of(pairs(10, 2), fraction, 3);
            assertEquals(5, split.training().size());
            assertEquals(5, split.validation().size());
        }
    }

    @Test
    void aSingleSourceTrains() {
        CorpusSplit split = CorpusSplit.of(pairs(5, 1), 0.5, 3);
        assertEquals(5, split.training().size());
        assertTrue(split.validation().isEmpty());
    }
}
