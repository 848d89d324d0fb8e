package seq2see.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import seq2see.search.ReferenceSearch.Output;

/**
 * What holds of every search on tables of five tokens and outputs of up to six: with a few hundred tables always, with ten
 * thousand in the profile {@code properties}.
 */
class SearchPropertiesTest {
    private static final int TABLES = Integer.getInteger("search.tables", 400);
    private static final double[] ALPHAS = {0, 0.5, 0.75, 1, 1.7};
    /** |V′|^(L−1): more hypotheses than are ever live. */
    private static final int WIDE_ENOUGH = 3_125;
    private static final int MOST_WIDTH = 8;

    private interface Property {
        void holds(FlatTable table, SearchSettings settings, String seed);
    }

    private void always(Property property) {
        LongStream.range(0, TABLES).parallel().forEach(seed ->
                property.holds(new FlatTable(seed), new SearchSettings(FlatTable.LENGTH, new LengthPenalty(ALPHAS[(int) (seed % ALPHAS.length)])), "seed " + seed));
    }

    @Test
    void exhaustiveSearchFindsTheBestOfAllOutputs() {
        always((table, settings, seed) -> {
            LengthPenalty penalty = settings.lengthPenalty();
            Hypothesis best = new ExhaustiveSearch(settings, 1).search(table, table.begin(0)).best();
            assertEquals(table.bestScore(penalty.alpha()), penalty.score(best), seed);
        });
    }

    @Test
    void branchAndBoundFindsWhatExhaustiveSearchFinds() {
        always((table, settings, seed) -> assertEquals(new ExhaustiveSearch(settings, 2).search(table, table.begin(0)).finished(),
                new BranchAndBound(settings, 2).search(table, table.begin(0)).finished(), seed));
    }

    @Test
    void aBeamThatIsWideEnoughFindsTheBest() {
        always((table, settings, seed) -> assertEquals(new BranchAndBound(settings, 1).search(table, table.begin(0)).best(),
                new BeamSearch(settings, WIDE_ENOUGH).search(table, table.begin(0)).best(), seed));
    }

    @Test
    void widthOneIsGreedySearch() {
        always((table, settings, seed) -> assertEquals(GreedySearch.search(table, FlatTable.LENGTH),
                new BeamSearch(settings, 1).search(table, table.begin(0)).finished(), seed));
    }

    @Test
    void everyWidthKeepsWhatAPlainSearchKeeps() {
        always((table, settings, seed) -> {
            ReferenceSearch reference = new ReferenceSearch(table, FlatTable.LENGTH, settings.lengthPenalty().alpha());
            for (int width = 1; width <= MOST_WIDTH; width++) {
                Survivors survivors = new Survivors();
                List<Hypothesis> found = new BeamSearch(settings, width).search(table, table.begin(0), survivors).finished();
                assertEquals(reference.beam(width), survivors.steps(), seed);
                assertEquals(reference.finished(width), found.stream().map(output -> new Output(output.tokenIds(), output.logProbability())).toList(), seed);
            }
        });
    }

    @Test
    void noBeamFindsABetterOneThanThereIs() {
        always((table, settings, seed) -> {
            LengthPenalty penalty = settings.lengthPenalty();
            double best = table.bestScore(penalty.alpha());
            for (int width = 1; width <= MOST_WIDTH; width++) {
                assertTrue(penalty.score(new BeamSearch(settings, width).search(table, table.begin(0)).best()) <= best, seed);
            }
        });
    }
}
