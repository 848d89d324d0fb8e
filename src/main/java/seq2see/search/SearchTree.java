package seq2see.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import seq2see.search.NextTokenModel.State;

/**
 * All that a search did, to be looked at: round by round the prefixes that it expanded, each with all its candidates and
 * what became of them. Immutable; any moment of the search is an index into it.
 *
 * @param rounds        what was expanded together; in greedy and beam search round r holds the prefixes of r − 1 tokens
 * @param finished      the outputs, the best first
 * @param lengthPenalty by which the scores were normalized
 * @param endToken      the id of {@code <eos>}
 */
public record SearchTree(List<List<Node>> rounds, List<Hypothesis> finished, LengthPenalty lengthPenalty, int endToken) {
    /** What became of a candidate. */
    public enum Fate {
        /** It was expanded. */
        KEPT,
        /** It was not among the best, or could not become the best. */
        PRUNED,
        /** It is an output: ended or cut. */
        FINISHED,
        /** It lived on, but the search stopped before it was expanded. */
        UNEXPANDED
    }

    /**
     * A prefix and one token more.
     *
     * @param logProbability  of the token after the prefix, in nats; negative infinity where it cannot come
     * @param cumulative      of prefix and token together
     * @param normalizedScore the cumulative log-probability by length^α
     * @param blocked         whether it would have repeated an n-gram
     */
    public record Candidate(int tokenId, double logProbability, double cumulative, double normalizedScore, Fate fate, boolean blocked) {
    }

    /** An expanded prefix and its candidates, one for each token of the vocabulary. */
    public static final class Node {
        private static final Comparator<Candidate> BEST_FIRST =
                Comparator.comparingDouble(Candidate::logProbability).reversed().thenComparingInt(Candidate::tokenId);

        private final List<Integer> prefix;
        private final double logProbability;
        private final LengthPenalty penalty;
        private final double[] logProbabilities;
        private final BitSet blocked;
        private final Fate[] fates;

        private Node(Expansion expansion, LengthPenalty penalty, Fate[] fates) {
            this.prefix = List.copyOf(expansion.prefix().tokenIds());
            this.logProbability = expansion.prefix().logProbability();
            this.penalty = penalty;
            this.logProbabilities = expansion.next().logProbabilities();
            this.blocked = expansion.blocked();
            this.fates = fates;
        }

        private Node(Node node, LengthPenalty penalty) {
            this.prefix = node.prefix;
            this.logProbability = node.logProbability;
            this.penalty = penalty;
            this.logProbabilities = node.logProbabilities;
            this.blocked = node.blocked;
            this.fates = node.fates;
        }

        private Node under(LengthPenalty other) {
            return new Node(this, other);
        }

        /** The tokens before the candidates. */
        public List<Integer> prefix() {
            return prefix;
        }

        /** The prefix's own log-probability, in nats. */
        public double logProbability() {
            return logProbability;
        }

        /** V′. */
        public int size() {
            return logProbabilities.length;
        }

        /** What became of a continuation by one token. */
        public Candidate candidate(int tokenId) {
            double cumulative = logProbability + logProbabilities[tokenId];
            Fate fate = fates[tokenId] == null ? Fate.PRUNED : fates[tokenId];
            return new Candidate(tokenId, logProbabilities[tokenId], cumulative, penalty.score(cumulative, prefix.size() + 1), fate,
                    blocked.get(tokenId));
        }

        /** All candidates in the order of their ids. */
        public List<Candidate> candidates() {
            return IntStream.range(0, size()).mapToObj(this::candidate).toList();
        }

        /** At most so many candidates, the most probable first. */
        public List<Candidate> best(int count) {
            return candidates().stream().sorted(BEST_FIRST).limit(count).toList();
        }
    }

    /** Watches a search and keeps everything. */
    private static final class Recorder implements SearchObserver {
        private final List<List<Expansion>> rounds = new ArrayList<>();
        /** By prefix, the fates of its candidates; null is pruned. */
        private final Map<Prefix, Fate[]> fates = new IdentityHashMap<>();

        @Override
        public void expanded(List<Expansion> round) {
            rounds.add(round);
            for (Expansion expansion : round) {
                Prefix prefix = expansion.prefix();
                fates.put(prefix, new Fate[expansion.next().logProbabilities().length]);
                if (prefix.parent() != null) {
                    fates.get(prefix.parent())[prefix.tokenId()] = Fate.KEPT;
                }
            }
        }

        @Override
        public void kept(Prefix candidate) {
            fates.get(candidate.parent())[candidate.tokenId()] = Fate.UNEXPANDED;
        }

        @Override
        public void finished(Prefix candidate, boolean cut) {
            fates.get(candidate.parent())[candidate.tokenId()] = Fate.FINISHED;
        }
    }

    public SearchTree {
        rounds = rounds.stream().map(List::copyOf).toList();
        finished = List.copyOf(finished);
    }

    /**
     * Searches and keeps the whole tree.
     *
     * @param observer is told too, and may end the search
     */
    public static SearchTree of(Search search, NextTokenModel model, State begin, SearchObserver observer) {
        Recorder recorder = new Recorder();
        SearchResult result = search.search(model, begin, recorder.and(observer));
        LengthPenalty penalty = search.settings().lengthPenalty();
        return new SearchTree(recorder.rounds.stream().map(round -> round.stream()
                .map(expansion -> new Node(expansion, penalty, recorder.fates.get(expansion.prefix()))).toList()).toList(),
                result.finished(), penalty, model.endToken());
    }

    /** What follows a prefix, whatever a search would have made of it; the fates of its candidates mean nothing. */
    public static Node after(NextTokenModel model, State begin, List<Integer> prefix, LengthPenalty penalty) {
        SearchSettings forced = new SearchSettings(prefix.size() + 1, penalty, 0, prefix);
        return of(new BeamSearch(forced, 1), model, begin, SearchObserver.NONE).rounds().getLast().getFirst();
    }

    /** The expanded prefixes in order. */
    public List<Node> expansions() {
        return rounds.stream().flatMap(List::stream).toList();
    }

    /** Whether another search expanded the same prefixes in the same order. */
    public boolean samePaths(SearchTree other) {
        return expansions().stream().map(Node::prefix).toList().equals(other.expansions().stream().map(Node::prefix).toList());
    }

    /** How many prefixes were expanded. */
    public int expanded() {
        return rounds.stream().mapToInt(List::size).sum();
    }

    /**
     * Every prefix that was kept or finished, in the order of the search, as if each were an output: what some texts count
     * as the final candidates, where the usual rule takes only {@link #finished}.
     */
    public List<Hypothesis> keptPrefixes() {
        return rounds.stream().flatMap(round -> round.stream().flatMap(node -> node.candidates().stream()
                        .filter(candidate -> candidate.fate() != Fate.PRUNED).map(candidate -> output(node, candidate)))
                .sorted(Comparator.comparingDouble(Hypothesis::logProbability).reversed())).toList();
    }

    private Hypothesis output(Node node, Candidate candidate) {
        List<Integer> tokens = Stream.concat(node.prefix().stream(), Stream.of(candidate.tokenId())).toList();
        return new Hypothesis(tokens, candidate.cumulative(), candidate.tokenId() != endToken);
    }

    /** The same tree under another penalty: other scores and another order of the outputs, the same paths. */
    public SearchTree ranked(LengthPenalty other) {
        return new SearchTree(rounds.stream().map(round -> round.stream().map(node -> node.under(other)).toList()).toList(), finished(other), other, endToken);
    }

    /** The same outputs ranked under another penalty; what was searched stays as it was. */
    public List<Hypothesis> finished(LengthPenalty other) {
        return finished.stream().sorted(Comparator.<Hypothesis>comparingDouble(other::score).reversed()).toList();
    }
}
