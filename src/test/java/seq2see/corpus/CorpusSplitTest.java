package seq2see.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
            CorpusSplit split = split(pairs(500, 120), 0.1, seed);
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
        CorpusSplit split = split(pairs(500, 120), 0.3, 4);
        assertEquals(split.training().stream().sorted(Comparator.comparingLong(SentencePair::line)).toList(), split.training());
        assertEquals(split.validation().stream().sorted(Comparator.comparingLong(SentencePair::line)).toList(), split.validation());
    }

    @Test
    void theSeedDecides() {
        assertEquals(split(pairs(500, 120), 0.1, 1), split(pairs(500, 120), 0.1, 1));
        assertNotEquals(split(pairs(500, 120), 0.1, 1), split(pairs(500, 120), 0.1, 2));
    }

    /** Written down once, so that no change of platform or code moves a sentence between the sides unseen. */
    @Test
    void theDrawIsTheSameEverywhere() {
        assertEquals(List.of(7L, 14L, 16L, 20L), split(pairs(20, 20), 0.2, 1).validation().stream().map(SentencePair::line).toList());
    }

    @Test
    void twoSourcesGiveOneToEachSide() {
        for (double fraction : new double[] {0.001, 0.5, 0.999}) {
            CorpusSplit split = split(pairs(10, 2), fraction, 3);
            assertEquals(5, split.training().size());
            assertEquals(5, split.validation().size());
        }
    }

    private static CorpusSplit split(List<SentencePair> pairs, double validation, long seed) {
        return split(pairs, GivenParts.NONE, validation, 0, false, seed);
    }

    private static CorpusSplit split(List<SentencePair> pairs, GivenParts given, double validation, double test, boolean both, long seed) {
        return CorpusSplit.of(pairs, given, Preparation.of(Normalisation.NONE, new SplitShares(validation, test)).withBothDirections(both), seed);
    }

    @Test
    void threePartsHaveTheirShareOfTheSourcesAndNoneInCommon() {
        for (int seed = 0; seed < 20; seed++) {
            CorpusSplit split = split(pairs(500, 120), GivenParts.NONE, 0.1, 0.2, false, seed);
            assertEquals(List.of(84, 12, 24), Stream.of(split.training(), split.validation(), split.test()).map(part -> sources(part).size()).toList());
            assertEquals(500, new HashSet<>(split.all()).size());
            assertEquals(120, Stream.of(split.training(), split.validation(), split.test()).flatMap(part -> sources(part).stream()).distinct().count());
        }
    }

    /** A test that is drawn does not move what validates: figures of before still compare. */
    @Test
    void aTestPartLeavesTheValidationPartAsItWas() {
        assertEquals(split(pairs(500, 120), GivenParts.NONE, 0.1, 0, false, 5).validation(),
                split(pairs(500, 120), GivenParts.NONE, 0.1, 0.3, false, 5).validation());
    }

    @Test
    void aShareOfNothingHoldsNothingOut() {
        assertEquals(pairs(50, 20), split(pairs(50, 20), GivenParts.NONE, 0, 0, false, 1).training());
    }

    @Test
    void inBothDirectionsNoTargetIsInTwoPartsEither() {
        List<SentencePair> pairs = IntStream.range(0, 600).mapToObj(i -> new SentencePair("s" + i * 7919 % 300, "t" + i * 104_729 % 400, i + 1)).toList();
        for (int seed = 0; seed < 20; seed++) {
            CorpusSplit split = split(pairs, GivenParts.NONE, 0.2, 0.1, true, seed);
            Set<String> trained = new HashSet<>(split.training().stream().map(SentencePair::target).toList());
            assertTrue(Collections.disjoint(sources(split.training()), sources(split.validation())));
            assertTrue(split.validation().stream().noneMatch(pair -> trained.contains(pair.target())));
            assertTrue(split.test().stream().noneMatch(pair -> trained.contains(pair.target())));
            assertTrue(!split.validation().isEmpty() && sources(split.validation()).size() <= 60, "as many as fit");
            assertEquals(600, split.all().size());
        }
    }

    /** As in a corpus of words and the same words backward. */
    @Test
    void inBothDirectionsATextThatIsASourceHereAndATargetThereIsInOnePart() {
        List<SentencePair> pairs = IntStream.range(0, 300).mapToObj(i -> new SentencePair("w" + i, "w" + (i % 3 == 0 ? i + 1 : 1000 + i), i + 1)).toList();
        for (int seed = 0; seed < 20; seed++) {
            CorpusSplit split = split(pairs, GivenParts.NONE, 0.2, 0.2, true, seed);
            Set<String> trained = texts(split.training());
            assertTrue(Collections.disjoint(trained, texts(split.validation())) && Collections.disjoint(trained, texts(split.test())));
            assertTrue(Collections.disjoint(texts(split.validation()), texts(split.test())));
            assertTrue(split.validation().size() > 30, "most hang together in twos");
        }
    }

    private static Set<String> texts(List<SentencePair> pairs) {
        return pairs.stream().flatMap(pair -> Stream.of(pair.source(), pair.target())).collect(Collectors.toSet());
    }

    @Test
    void whatAGivenTestHoldsDoesNotValidate() {
        ParallelCorpus validation = new ParallelCorpus("v", List.of(new SentencePair("a", "x", 1), new SentencePair("b", "y", 2)), ReadingReport.NONE);
        ParallelCorpus test = new ParallelCorpus("t", List.of(new SentencePair("b", "z", 1), new SentencePair("y", "q", 2)), ReadingReport.NONE);
        GivenParts given = new GivenParts(Optional.of(validation), Optional.of(test));
        CorpusSplit split = split(pairs(50, 20), given, 0.1, 0.1, false, 1);
        assertEquals(List.of("a"), split.validation().stream().map(SentencePair::source).toList());
        assertEquals(1, split.shared());
        assertEquals(2, split.test().size());
        assertEquals(50, split.training().size());
    }

    @Test
    void aGivenPartIsTakenWholeAndItsSourcesDoNotTrain() {
        List<SentencePair> own = List.of(new SentencePair("source 3", "other", 1), new SentencePair("new", "neu", 2));
        GivenParts given = new GivenParts(Optional.of(new ParallelCorpus("valid.tsv", own, ReadingReport.NONE)), Optional.empty());
        CorpusSplit split = split(pairs(500, 120), given, 0.1, 0.1, false, 1);
        assertEquals(own, split.validation());
        assertTrue(sources(split.test()).size() >= 11, "one of the twelve drawn may be held by the file");
        assertTrue(sources(split.training()).stream().noneMatch("source 3"::equals));
        assertEquals(500, split.training().size() + split.test().size() + split.shared());
        assertTrue(split.shared() > 0);
    }

    @Test
    void sourcesThatNormalisationMakesAlikeAreOneSource() {
        List<SentencePair> pairs = IntStream.range(0, 40).mapToObj(i -> new SentencePair((i % 2 == 0 ? "Word " : "word ") + i / 2, "t" + i, i + 1)).toList();
        Preparation folding = Preparation.of(Normalisation.NONE.with(Normalisation.Rule.CASE, true), new SplitShares(0.5, 0));
        CorpusSplit split = CorpusSplit.of(pairs, GivenParts.NONE, folding, 2);
        assertEquals(20, split.validation().size());
        assertTrue(Collections.disjoint(sources(split.training()), sources(split.validation())));
    }

    @Test
    void aSingleSourceTrains() {
        CorpusSplit split = split(pairs(5, 1), 0.5, 3);
        assertEquals(5, split.training().size());
        assertTrue(split.validation().isEmpty());
    }
}
