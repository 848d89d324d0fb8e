package seq2see.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamplingTest {
    private static final SearchSettings ONE_TOKEN = new SearchSettings(1, LengthPenalty.USUAL);
    private static final SearchSettings SETTINGS = new SearchSettings(6, LengthPenalty.USUAL);

    private static List<Hypothesis> draw(RandomTable table, SearchSettings settings, double temperature, int topK, int count, long seed) {
        return new Sampling(settings, new SamplingSettings(temperature, topK, count, seed)).search(table, table.begin(0)).finished();
    }

    /** Of n draws, how often a token comes is p^(1/T) made to sum to 1, within five standard deviations. */
    @Test
    void tokensComeAsOftenAsTheirProbabilitySays() {
        int count = 20_000;
        RandomTable table = new RandomTable(5, 11);
        for (double temperature : new double[] {0.5, 1, 2}) {
            double[] expected = new double[5];
            double sum = 0;
            for (int token = 0; token < 5; token++) {
                expected[token] = Math.pow(Math.exp(table.logProbabilities(List.of())[token]), 1 / temperature);
                sum += expected[token];
            }
            List<Hypothesis> drawn = draw(table, ONE_TOKEN, temperature, 0, count, 3);
            for (int token = 0; token < 5; token++) {
                int id = token;
                double p = expected[token] / sum;
                long times = drawn.stream().filter(hypothesis -> hypothesis.tokenIds().getFirst() == id).count();
                assertEquals(p, times / (double) count, 5 * Math.sqrt(p * (1 - p) / count) + 1e-12);
            }
        }
    }

    @Test
    void theSeedDecides() {
        RandomTable table = new RandomTable(5, 2);
        assertEquals(draw(table, SETTINGS, 1, 0, 20, 8), draw(table, SETTINGS, 1, 0, 20, 8));
        assertNotEquals(draw(table, SETTINGS, 1, 0, 20, 8), draw(table, SETTINGS, 1, 0, 20, 9));
    }

    @Test
    void fromTheMostProbableTokenAloneItIsGreedySearch() {
        for (long seed = 0; seed < 200; seed++) {
            RandomTable table = new RandomTable(5, seed);
            assertEquals(GreedySearch.search(table, 6), draw(table, SETTINGS, 3, 1, 1, seed));
        }
    }

    @Test
    void anOutputKeepsTheProbabilityThatTheModelGivesIt() {
        RandomTable table = new RandomTable(5, 4);
        for (Hypothesis hypothesis : draw(table, SETTINGS, 0.3, 2, 50, 1)) {
            double sum = 0;
            for (int i = 0; i < hypothesis.length(); i++) {
                sum += table.logProbabilities(hypothesis.tokenIds().subList(0, i))[hypothesis.tokenIds().get(i)];
            }
            assertEquals(sum, hypothesis.logProbability(), 1e-12);
            assertTrue(hypothesis.cut() || hypothesis.tokenIds().getLast() == table.endToken());
        }
    }
}
