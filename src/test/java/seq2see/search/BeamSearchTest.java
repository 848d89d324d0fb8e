package seq2see.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class BeamSearchTest {
    private static final int VOCABULARY = 5;
    private static final int LENGTH = 6;
    private static final double[] ALPHAS = {0, 0.5, 0.75, 1, 1.7};

    private static SearchSettings settings(double alpha) {
        return new SearchSettings(LENGTH, new LengthPenalty(alpha));
    }

    private static double alpha(long seed) {
        return ALPHAS[(int) (seed % ALPHAS.length)];
    }

    @Test
    void theListIsSortedAndDistinctAndNothingGoesOnBehindTheEnd() {
        for (long seed = 0; seed < 1_000; seed++) {
            RandomTable table = new RandomTable(VOCABULARY, seed);
            LengthPenalty penalty = new LengthPenalty(alpha(seed));
            List<Hypothesis> found = new BeamSearch(settings(alpha(seed)), 4).search(table, table.begin(0)).finished();
            assertEquals(found.size(), new HashSet<>(found.stream().map(Hypothesis::tokenIds).toList()).size());
            for (int i = 0; i < found.size(); i++) {
                assertTrue(i == 0 || penalty.score(found.get(i - 1)) >= penalty.score(found.get(i)));
                int end = found.get(i).tokenIds().indexOf(table.endToken());
                assertEquals(found.get(i).cut() ? -1 : found.get(i).length() - 1, end);
                assertTrue(!found.get(i).cut() || found.get(i).length() == LENGTH);
            }
        }
    }

    @Test
    void scoresNeverRiseWithLengthBeforeNormalisation() {
        for (long seed = 0; seed < 1_000; seed++) {
            RandomTable table = new RandomTable(VOCABULARY, seed);
            new BeamSearch(settings(0.75), 3).search(table, table.begin(0), new SearchObserver() {
                @Override
                public void kept(Prefix candidate) {
                    assertTrue(candidate.logProbability() <= candidate.parent().logProbability());
                }

                @Override
                public void expanded(List<Expansion> round) {
                    assertTrue(round.stream().allMatch(expansion -> expansion.prefix().length() < LENGTH));
                    assertTrue(round.stream().noneMatch(expansion -> expansion.prefix().tokenId() == table.endToken()));
                }
            });
        }
    }

    @Test
    void aForcedBeginningIsKeptAndTheSearchGoesOnFromThere() {
        for (long seed = 0; seed < 500; seed++) {
            RandomTable table = new RandomTable(VOCABULARY, seed);
            List<Integer> forced = List.of((int) (seed % 4), (int) (seed / 4 % 4));
            double before = table.logProbabilities(List.of())[forced.get(0)] + table.logProbabilities(forced.subList(0, 1))[forced.get(1)];
            SearchResult found = new BeamSearch(new SearchSettings(LENGTH, LengthPenalty.USUAL, 0, forced), 2).search(table, table.begin(0));
            for (Hypothesis hypothesis : found.finished()) {
                assertEquals(forced, hypothesis.tokenIds().subList(0, 2));
                assertTrue(hypothesis.logProbability() <= before);
            }
            assertEquals(1, new BeamSearch(new SearchSettings(2, LengthPenalty.USUAL, 0, forced), 2).search(table, table.begin(0)).finished().size());
        }
    }

    @Test
    void noRunOfTokensComesTwiceWhereItIsBlocked() {
        boolean otherwiseRepeated = false;
        for (long seed = 0; seed < 500; seed++) {
            RandomTable table = new RandomTable(VOCABULARY, seed);
            for (int n = 1; n <= 3; n++) {
                for (Hypothesis hypothesis : new BeamSearch(new SearchSettings(LENGTH, LengthPenalty.USUAL, n, List.of()), 3)
                        .search(table, table.begin(0)).finished()) {
                    assertTrue(!repeats(hypothesis.tokenIds(), n), hypothesis + " for " + n);
                }
                otherwiseRepeated |= repeats(new BeamSearch(settings(0.75), 3).search(table, table.begin(0)).best().tokenIds(), n);
            }
        }
        assertTrue(otherwiseRepeated);
    }

    private static boolean repeats(List<Integer> tokens, int n) {
        List<List<Integer>> runs = new ArrayList<>();
        for (int from = 0; from + n <= tokens.size(); from++) {
            runs.add(tokens.subList(from, from + n));
        }
        return new HashSet<>(runs).size() < runs.size();
    }
}
