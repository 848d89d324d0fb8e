package seq2see.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import seq2see.search.PenaltySpan.Lost;

class PenaltySpanTest {
    private static SearchComparison search(RandomTable table, int width, double alpha) {
        return SearchComparison.of(table, table.begin(0), new SearchSettings(5, new LengthPenalty(alpha)), width, 2_000);
    }

    /** log 0.1 · 0.5 against log 0.054 / 4^α and so on: worked out by hand in the example's own words. */
    @Test
    void theWinnersOfTheWorkedExample() {
        SampleTable sample = SampleTable.all().stream().filter(one -> one.file().equals("greedy-misses.json")).findFirst().orElseThrow();
        ProbabilityTable table = sample.read();
        SearchComparison search = SearchComparison.of(table, table.begin(0), sample.settings(), 2, 2_000);
        List<PenaltySpan> spans = PenaltySpan.of(search, 1);
        assertEquals(List.of("A <eos>", "A C B <eos>"), spans.stream().map(span -> String.join(" ", span.best().tokenIds().stream().map(table.tokens()::get)
                .toList())).toList());
        // ln 0.1 / 2^α = ln 0.054 / 4^α where 2^α = ln 0.054 / ln 0.1.
        double crossing = Math.log(Math.log(0.054) / Math.log(0.1)) / Math.log(2);
        assertEquals(Math.ceil(crossing * 100) / 100, spans.getLast().from(), 1e-9);
        assertEquals(spans.getLast().from(), spans.getFirst().to());
        assertEquals(new PenaltySpan(0, spans.getFirst().to(), spans.getFirst().best(), Lost.PRUNED, 2), spans.getFirst());
        assertEquals(Lost.NOT, spans.getLast().lost());
    }

    /** Under every penalty the span's output scores what an exhaustive search finds. */
    @Test
    void eachSpanHoldsWhatAnExhaustiveSearchFinds() {
        for (long seed = 0; seed < 60; seed++) {
            RandomTable table = new RandomTable(4, seed);
            for (PenaltySpan span : PenaltySpan.of(search(table, 2, 0.75), 1.5)) {
                for (double alpha : List.of(span.from(), Math.max(span.from(), span.to() - 0.01))) {
                    LengthPenalty penalty = new LengthPenalty(alpha);
                    Hypothesis best = new ExhaustiveSearch(new SearchSettings(5, penalty), 1).search(table, table.begin(0)).best();
                    assertEquals(penalty.score(best), penalty.score(span.best()), 1e-12, "seed " + seed + ", alpha " + alpha);
                }
            }
        }
    }

    /** Where a search under another penalty takes the same paths, ranking anew gives what it finds. */
    @Test
    void rankingAnewIsSearchingAnewWhereThePathsStay() {
        int same = 0;
        for (long seed = 0; seed < 200; seed++) {
            RandomTable table = new RandomTable(4, seed);
            SearchComparison ranked = search(table, 3, 0.5).ranked(new LengthPenalty(1));
            SearchComparison anew = search(table, 3, 1);
            assertEquals(anew.exact().orElseThrow().best().logProbability(), ranked.exact().orElseThrow().best().logProbability(), "seed " + seed);
            if (anew.tree().samePaths(ranked.tree())) {
                same++;
                assertEquals(anew.tree().finished(), ranked.tree().finished(), "seed " + seed);
                assertEquals(anew.beam().best(), ranked.beam().best());
            }
        }
        assertTrue(same > 20, "same paths " + same);
    }
}
