package seq2see.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import seq2see.search.SearchTree.Candidate;
import seq2see.search.SearchTree.Fate;
import seq2see.search.SearchTree.Node;

class SearchTreeTest {
    private static final int LENGTH = 5;

    private static List<Search> searches(long seed) {
        SearchSettings settings = new SearchSettings(LENGTH, LengthPenalty.USUAL);
        return List.of(new BeamSearch(settings, 1), new BeamSearch(settings, 3), new BranchAndBound(settings, 2), new ExhaustiveSearch(settings, 1),
                new Sampling(settings, new SamplingSettings(1, 0, 1, seed)),
                new BeamSearch(new SearchSettings(LENGTH, LengthPenalty.USUAL, 2, List.of((int) (seed % 3))), 2));
    }

    private static List<Integer> tokens(Node node, Candidate candidate) {
        return Stream.concat(node.prefix().stream(), Stream.of(candidate.tokenId())).toList();
    }

    @Test
    void observingChangesNothing() {
        for (long seed = 0; seed < 200; seed++) {
            RandomTable table = new RandomTable(4, seed);
            for (Search search : searches(seed)) {
                SearchTree tree = SearchTree.of(search, table, table.begin(0), SearchObserver.NONE);
                assertEquals(search.search(table, table.begin(0)), new SearchResult(tree.finished(), tree.expanded()));
            }
        }
    }

    @Test
    void theNumbersOfEveryCandidateFollowFromTheModel() {
        for (long seed = 0; seed < 200; seed++) {
            RandomTable table = new RandomTable(4, seed);
            for (Search search : searches(seed)) {
                for (Node node : SearchTree.of(search, table, table.begin(0), SearchObserver.NONE).expansions()) {
                    double[] expected = table.logProbabilities(node.prefix());
                    for (Candidate candidate : node.candidates()) {
                        assertEquals(expected[candidate.tokenId()], candidate.logProbability());
                        assertEquals(node.logProbability() + candidate.logProbability(), candidate.cumulative());
                        assertEquals(candidate.cumulative() / Math.pow(node.prefix().size() + 1, 0.75), candidate.normalizedScore(), 1e-12);
                    }
                }
            }
        }
    }

    /** Kept is what was expanded, finished what became an output or would have been one, unexpanded what the end came before. */
    @Test
    void everyFateIsTrue() {
        Set<Fate> seen = new HashSet<>();
        for (long seed = 0; seed < 200; seed++) {
            RandomTable table = new RandomTable(4, seed);
            for (Search search : searches(seed)) {
                SearchTree tree = SearchTree.of(search, table, table.begin(0), SearchObserver.NONE);
                Set<List<Integer>> expanded = new HashSet<>(tree.expansions().stream().map(Node::prefix).toList());
                List<List<Integer>> finished = new ArrayList<>();
                for (Node node : tree.expansions()) {
                    for (Candidate candidate : node.candidates()) {
                        List<Integer> tokens = tokens(node, candidate);
                        boolean isOutput = candidate.tokenId() == table.endToken() || tokens.size() == LENGTH;
                        assertEquals(expanded.contains(tokens), candidate.fate() == Fate.KEPT);
                        assertTrue(candidate.fate() != Fate.FINISHED || isOutput);
                        assertTrue(candidate.fate() != Fate.UNEXPANDED || !isOutput);
                        assertTrue(!candidate.blocked() || candidate.fate() == Fate.PRUNED);
                        seen.add(candidate.fate());
                        if (candidate.fate() == Fate.FINISHED) {
                            finished.add(tokens);
                        }
                    }
                }
                assertTrue(finished.containsAll(tree.finished().stream().map(Hypothesis::tokenIds).toList()));
            }
        }
        assertEquals(Set.of(Fate.values()), seen);
    }

    @Test
    void aRoundOfABeamHoldsThePrefixesOfOneLengthByRank() {
        for (long seed = 0; seed < 200; seed++) {
            RandomTable table = new RandomTable(4, seed);
            SearchTree tree = SearchTree.of(new BeamSearch(new SearchSettings(LENGTH, LengthPenalty.USUAL), 3), table, table.begin(0),
                    SearchObserver.NONE);
            for (int round = 0; round < tree.rounds().size(); round++) {
                double before = Double.POSITIVE_INFINITY;
                for (Node node : tree.rounds().get(round)) {
                    assertEquals(round, node.prefix().size());
                    assertTrue(node.logProbability() <= before);
                    before = node.logProbability();
                }
            }
        }
    }

    @Test
    void anotherPenaltyRanksTheSameOutputsAnew() {
        SampleTable sample = SampleTable.all().stream().filter(one -> one.file().equals("penalty-decides.json")).findFirst().orElseThrow();
        ProbabilityTable table = sample.read();
        SearchTree tree = SearchTree.of(new BeamSearch(sample.settings(), 2), table, table.begin(0), SearchObserver.NONE);
        assertEquals(2, tree.finished(new LengthPenalty(0.2)).getFirst().length());
        assertEquals(4, tree.finished(new LengthPenalty(0.9)).getFirst().length());
        assertEquals(new HashSet<>(tree.finished()), new HashSet<>(tree.finished(new LengthPenalty(0))));
    }
}
