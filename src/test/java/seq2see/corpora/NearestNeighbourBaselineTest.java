package seq2see.corpora;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestNeighbourBaselineTest {
    private static final int FAR = 1_000;

    @Test
    void theDistanceCountsInsertionsDeletionsAndChanges() {
        assertEquals(3, EditDistance.below(FAR, "kitten", "sitting"));
        assertEquals(4, EditDistance.below(FAR, "", "four"));
        assertEquals(0, EditDistance.below(FAR, "same", "same"));
        assertEquals(5, EditDistance.below(FAR, "abcde", "vwxyz"));
    }

    @Test
    void theLimitCutsTheSearchAndChangesNothingBelowIt() {
        Chance chance = new Chance(7);
        for (int round = 0; round < 500; round++) {
            String one = letters(chance);
            String other = letters(chance);
            int distance = EditDistance.below(FAR, one, other);
            for (int limit = 1; limit < 12; limit++) {
                assertEquals(Math.min(distance, limit), EditDistance.below(limit, one, other), one + " " + other + " " + limit);
            }
        }
    }

    @Test
    void theFirstOfSeveralEquallyNearSourcesAnswers() {
        List<Pair> remembered = List.of(new Pair("far away", "0"), new Pair("cat", "1"), new Pair("hat", "2"));
        assertEquals("1", NearestNeighbourBaseline.nearest("bat", remembered).target());
    }

    @Test
    void memoryIsAlwaysRightWhereEveryTargetIsTheSame() {
        List<Pair> pairs = IntStream.range(0, 50).mapToObj(i -> new Pair("source " + i, "same")).toList();
        assertEquals(1, NearestNeighbourBaseline.exactMatch(pairs));
    }

    private static String letters(Chance chance) {
        StringBuilder text = new StringBuilder();
        for (int length = chance.below(9); length > 0; length--) {
            text.append((char) ('a' + chance.below(3)));
        }
        return text.toString();
    }
}
