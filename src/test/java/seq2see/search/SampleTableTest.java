package seq2see.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the worked examples are there to show, worked out by hand. */
class SampleTableTest {
    private static SampleTable sample(String file) {
        return SampleTable.all().stream().filter(sample -> sample.file().equals(file)).findFirst().orElseThrow();
    }

    private static SearchResult beam(SampleTable sample, int width, double alpha) {
        ProbabilityTable table = sample.read();
        return new BeamSearch(new SearchSettings(sample.maximumLength(), new LengthPenalty(alpha)), width).search(table, table.begin(0));
    }

    private static Hypothesis exhaustive(SampleTable sample) {
        ProbabilityTable table = sample.read();
        return new ExhaustiveSearch(sample.settings(), 1).search(table, table.begin(0)).best();
    }

    private static String said(SampleTable sample, Hypothesis hypothesis) {
        return hypothesis.tokenIds().stream().map(sample.read().tokens()::get).collect(Collectors.joining(" "));
    }

    @Test
    void allCanBeReadAndHaveTitlesInBothLanguages() {
        for (SampleTable sample : SampleTable.all()) {
            assertEquals(Set.of("en", "zh"), sample.titles().keySet());
            assertTrue(sample.read().rows().containsKey(""));
        }
    }

    /** Zhang et al., Dive into Deep Learning, chapter "Beam Search", its first two figures. */
    @Test
    void greedyMissesTheBest() {
        SampleTable sample = sample("greedy-misses.json");
        Hypothesis greedy = beam(sample, 1, 0.75).best();
        assertEquals("A B C <eos>", said(sample, greedy));
        assertEquals(0.5 * 0.4 * 0.4 * 0.6, Math.exp(greedy.logProbability()), 1e-12);
        SearchResult two = beam(sample, 2, 0.75);
        assertEquals("A C B <eos>", said(sample, two.best()));
        assertEquals(0.5 * 0.3 * 0.6 * 0.6, Math.exp(two.best().logProbability()), 1e-12);
        assertEquals(7, two.expanded());
        assertEquals(Math.log(0.054) / Math.pow(4, 0.75), LengthPenalty.USUAL.score(two.best()), 1e-12);
        assertEquals(two.best().tokenIds(), exhaustive(sample).tokenIds());
    }

    /** The third figure of that chapter: of every step the two that are kept. */
    @Test
    void twoByThreeKeepsTheSixSequencesOfTheText() {
        SampleTable sample = sample("two-by-three.json");
        ProbabilityTable table = sample.read();
        SearchTree tree = SearchTree.of(new BeamSearch(sample.settings(), 2), table, table.begin(0), SearchObserver.NONE);
        assertEquals(List.of("A", "C", "A B", "C E", "A B D", "C E D"),
                tree.keptPrefixes().stream().map(kept -> said(sample, kept)).toList());
        assertTrue(tree.finished().stream().allMatch(Hypothesis::cut));
        assertEquals(List.of("A B D", "C E D"), tree.finished().stream().map(kept -> said(sample, kept)).toList());
        // Where every kept prefix counts as an output, the short ones stand beside the long.
        LengthPenalty penalty = tree.lengthPenalty();
        assertEquals("A B", said(sample, tree.keptPrefixes().stream().max((one, other) -> Double.compare(penalty.score(one), penalty.score(other)))
                .orElseThrow()));
    }

    @Test
    void beamTwoMissesTheBestAndBeamThreeFindsIt() {
        SampleTable sample = sample("beam-misses.json");
        assertEquals("C A <eos>", said(sample, exhaustive(sample)));
        assertNotEquals("C A <eos>", said(sample, beam(sample, 2, 0.75).best()));
        assertEquals("C A <eos>", said(sample, beam(sample, 3, 0.75).best()));
    }

    @Test
    void beamTwoHonestlyDoesWorseThanGreedy() {
        SampleTable sample = sample("beam-below-greedy.json");
        Hypothesis greedy = beam(sample, 1, 0.75).best();
        Hypothesis two = beam(sample, 2, 0.75).best();
        assertEquals(0.2, Math.exp(greedy.logProbability()), 1e-12);
        assertTrue(LengthPenalty.USUAL.score(two) < LengthPenalty.USUAL.score(greedy) - 0.1);
    }

    /** ln 0.45 / 2^α = ln 0.325125 / 4^α at α = log₂ (ln 0.325125 / ln 0.45) = 0.493. */
    @Test
    void thePenaltyDecides() {
        SampleTable sample = sample("penalty-decides.json");
        assertEquals("A <eos>", said(sample, beam(sample, 2, 0.48).best()));
        assertEquals("A B C <eos>", said(sample, beam(sample, 2, 0.5).best()));
        assertEquals(0.493, Math.log(Math.log(0.325125) / Math.log(0.45)) / Math.log(2), 1e-3);
    }

    /** Where a search ended as soon as its best hypothesis ends, the longer one could never win. */
    @Test
    void aLongerOutputCanStillWinAfterAShorterOneHasEnded() {
        SampleTable sample = sample("penalty-decides.json");
        SearchResult found = beam(sample, 2, 0.75);
        assertEquals(List.of("A B C <eos>", "A <eos>"), found.finished().stream().limit(2).map(output -> said(sample, output)).toList());
    }
}
