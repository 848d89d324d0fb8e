package seq2see.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import seq2see.corpus.InputException;
import seq2see.search.ReferenceSearch.Output;

class ExhaustiveSearchTest {
    private static final double[] ALPHAS = {0, 0.4, 0.75, 1, 2};

    private static SearchSettings settings(int length, double alpha) {
        return new SearchSettings(length, new LengthPenalty(alpha));
    }

    private static double alpha(long seed) {
        return ALPHAS[(int) (seed % ALPHAS.length)];
    }

    @Test
    void itRanksEveryOutputThatThereIs() {
        for (long seed = 0; seed < 300; seed++) {
            RandomTable table = new RandomTable(4, seed);
            ReferenceSearch reference = new ReferenceSearch(table, 4, alpha(seed));
            List<Output> everything = reference.everything();
            List<Hypothesis> found = new ExhaustiveSearch(settings(4, alpha(seed)), everything.size() + 1).search(table, table.begin(0)).finished();
            assertEquals(everything.stream().sorted(Comparator.comparingDouble(reference::score).reversed()).map(reference::score).toList(),
                    found.stream().map(hypothesis -> reference.score(new Output(hypothesis.tokenIds(), hypothesis.logProbability()))).toList());
            assertEquals(new HashSet<>(everything.stream().map(Output::tokens).toList()), new HashSet<>(found.stream().map(Hypothesis::tokenIds).toList()));
        }
    }

    @Test
    void branchAndBoundFindsTheSame() {
        for (long seed = 0; seed < 10_000; seed++) {
            RandomTable table = new RandomTable(3, seed);
            SearchSettings settings = settings(6, alpha(seed));
            int count = 1 + (int) (seed % 4);
            SearchResult exhaustive = new ExhaustiveSearch(settings, count).search(table, table.begin(0));
            SearchResult bounded = new BranchAndBound(settings, count).search(table, table.begin(0));
            assertEquals(exhaustive.finished(), bounded.finished(), "seed " + seed);
            assertTrue(bounded.expanded() <= exhaustive.expanded());
        }
    }

    @Test
    void onTheLargeTableToo() {
        long looked = 0;
        for (long seed = 0; seed < 60; seed++) {
            RandomTable table = new RandomTable(5, seed);
            SearchSettings settings = settings(6, alpha(seed));
            SearchResult exhaustive = new ExhaustiveSearch(settings, 2).search(table, table.begin(0));
            SearchResult bounded = new BranchAndBound(settings, 2).search(table, table.begin(0));
            assertEquals(exhaustive.finished(), bounded.finished(), "seed " + seed);
            assertEquals(new SearchSpace(5, 6).expansions().longValueExact(), exhaustive.expanded());
            looked += bounded.expanded();
        }
        assertTrue(looked < 60 * 1365 / 4, "branch and bound looked at " + looked);
    }

    @Test
    void forcedBeginningsAndBlockedRunsHoldForBothAlike() {
        for (long seed = 0; seed < 500; seed++) {
            RandomTable table = new RandomTable(4, seed);
            SearchSettings settings = new SearchSettings(5, new LengthPenalty(alpha(seed)), 1 + (int) (seed % 3), List.of((int) (seed % 3)));
            SearchResult exhaustive = new ExhaustiveSearch(settings, 3).search(table, table.begin(0));
            assertEquals(exhaustive.finished(), new BranchAndBound(settings, 3).search(table, table.begin(0)).finished());
            assertEquals(settings.forced().getFirst(), exhaustive.best().tokenIds().getFirst());
        }
    }

    @Test
    void theSizesAreKnownBeforehand() {
        RandomTable table = new RandomTable(4, 1);
        SearchSpace space = new SearchSpace(4, 5);
        SearchResult everything = new ExhaustiveSearch(settings(5, 0), 2_000).search(table, table.begin(0));
        assertEquals(BigInteger.valueOf(1024), space.sequences());
        assertEquals(space.outputs().intValueExact(), everything.finished().size());
        assertEquals(121, space.expansions().intValueExact());
        assertEquals(121, everything.expanded());
        assertEquals(20, space.greedyCandidates());
        assertEquals(40, space.beamCandidates(2));
    }

    @Test
    void aboveTheBudgetItSaysSoAndOffersBranchAndBound() throws InputException {
        new SearchSpace(10, 6).check(1_000_000);
        InputException refusal = assertThrows(InputException.class, () -> new SearchSpace(10, 7).check(1_000_000));
        assertTrue(refusal.getMessage().contains("10000000") && refusal.getMessage().contains("--branch-and-bound"), refusal.getMessage());
        assertFalse(new SearchSpace(1_000_000, 100_000).isWithin(Long.MAX_VALUE));
        assertEquals("10^600000", new SearchSpace(1_000_000, 100_000).written());
    }

    @Test
    void whoeverWatchesCanEndIt() {
        RandomTable table = new RandomTable(5, 3);
        SearchObserver impatient = new SearchObserver() {
            private int expanded;

            @Override
            public void expanded(List<Expansion> round) {
                expanded += round.size();
                if (expanded > 100) {
                    throw new CancellationException();
                }
            }
        };
        assertThrows(CancellationException.class, () -> new ExhaustiveSearch(settings(6, 0), 1).search(table, table.begin(0), impatient));
    }
}
