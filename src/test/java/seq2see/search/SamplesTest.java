package seq2see.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import seq2see.search.Samples.Sample;

class SamplesTest {
    private static final SearchSettings SETTINGS = new SearchSettings(4, LengthPenalty.USUAL);

    private static Samples draw(RandomTable table, SamplingSettings drawing) {
        return Samples.of(table, table.begin(0), SETTINGS, drawing);
    }

    @Test
    void everyDrawIsCountedOnceAndTheMostFrequentComesFirst() {
        for (long seed = 0; seed < 100; seed++) {
            RandomTable table = new RandomTable(4, seed);
            SamplingSettings drawing = new SamplingSettings(1, 0, 50, seed);
            Samples samples = draw(table, drawing);
            List<Hypothesis> drawn = new Sampling(SETTINGS, drawing).search(table, table.begin(0)).finished();
            assertEquals(drawn.stream().distinct().count(), samples.outputs().size());
            for (Sample sample : samples.outputs()) {
                assertEquals(drawn.stream().filter(sample.output()::equals).count(), sample.count());
                assertEquals(sample.count() / 50.0, samples.share(sample));
            }
            assertEquals(samples.outputs().stream().map(Sample::count).sorted((one, other) -> other - one).toList(),
                    samples.outputs().stream().map(Sample::count).toList());
        }
    }

    /** At temperature 1 shares come near the model's own probabilities: within five standard deviations. */
    @Test
    void sharesComeNearTheProbabilities() {
        RandomTable table = new RandomTable(3, 5);
        Samples samples = draw(table, new SamplingSettings(1, 0, 20_000, 2));
        for (Sample sample : samples.outputs()) {
            double p = sample.probability();
            assertEquals(p, samples.share(sample), 5 * Math.sqrt(p * (1 - p) / 20_000));
        }
        assertTrue(samples.probability() > 0.99 && samples.probability() <= 1 + 1e-9, "together " + samples.probability());
    }

    @Test
    void theDrawsThroughAPrefixArePartedAmongItsChildren() {
        Samples samples = draw(new RandomTable(4, 3), new SamplingSettings(1, 0, 100, 1));
        assertEquals(100, samples.through(List.of()));
        int parted = 0;
        for (int token = 0; token < 4; token++) {
            parted += samples.through(List.of(token));
        }
        assertEquals(100, parted);
    }

    /** The model is asked once for all draws that have said the same so far. */
    @Test
    void noPrefixIsExpandedTwice() {
        for (long seed = 0; seed < 50; seed++) {
            RandomTable table = new RandomTable(4, seed);
            SearchTree tree = SearchTree.of(new Sampling(SETTINGS, new SamplingSettings(1, 0, 40, seed)), table, table.begin(0), SearchObserver.NONE);
            assertEquals(tree.expanded(), tree.expansions().stream().map(SearchTree.Node::prefix).distinct().count());
        }
    }
}
