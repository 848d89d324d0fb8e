package seq2see.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SearchComparisonTest {
    private static final SearchSettings SETTINGS = new SearchSettings(6, LengthPenalty.USUAL);

    @Test
    void theExactSearchIsTheSameByEitherWay() {
        for (long seed = 0; seed < 100; seed++) {
            RandomTable table = new RandomTable(4, seed);
            SearchComparison all = SearchComparison.of(table, table.begin(0), SETTINGS, 2, 4096);
            SearchComparison bounded = SearchComparison.of(table, table.begin(0), SETTINGS, 2, 4095);
            assertTrue(all.exhaustive() && !bounded.exhaustive());
            assertEquals(all.exact().orElseThrow().best(), bounded.exact().orElseThrow().best());
            assertTrue(all.searchError(all.exact().orElseThrow()).isEmpty());
        }
    }

    @Test
    void whatWouldTakeTooLongIsGivenUp() {
        RandomTable table = new RandomTable(4, 1);
        SearchComparison search = SearchComparison.of(table, table.begin(0), SETTINGS, 2, 3);
        assertTrue(search.exact().isEmpty());
        assertTrue(search.searchError(search.greedy()).isEmpty());
        assertFalse(search.tree().finished().isEmpty());
    }

    /** (ln 0.054 − ln 0.048) / 4^0.75 = 0.0416. */
    @Test
    void greedySearchErrsByWhatItsScoreFallsShort() {
        ProbabilityTable table = SampleTable.all().getFirst().read();
        SearchComparison search = SearchComparison.of(table, table.begin(0), new SearchSettings(4, LengthPenalty.USUAL), 2, 4096);
        assertEquals(0.0416, search.searchError(search.greedy()).orElseThrow(), 1e-4);
        assertTrue(search.searchError(search.beam()).isEmpty());
    }
}
