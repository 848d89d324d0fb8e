package seq2see.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import seq2see.search.SearchTree.Candidate;
import seq2see.search.SearchTree.Fate;

/**
 * The length penalties, α from one to another, under which one output is the best: of all that there are where everything was
 * looked at, else of those that the beam finished.
 *
 * @param from the least α
 * @param to   the next span's least α, or the greatest that was looked at
 * @param lost what became of the output in the beam
 * @param step the decoder step at which the beam lost it; 0 where it did not
 */
public record PenaltySpan(double from, double to, Hypothesis best, Lost lost, int step) {
    /** α is told apart so finely. */
    private static final int HUNDREDTHS = 100;

    /** What became of an output in a beam. */
    public enum Lost {
        /** The beam finished it. */
        NOT,
        /** One of its prefixes was not kept. */
        PRUNED,
        /** The beam stopped before it was reached. */
        STOPPED
    }

    /** From α = 0 up to a greatest one; one span for each change of the winner. */
    public static List<PenaltySpan> of(SearchComparison search, double most) {
        List<Hypothesis> outputs = search.contenders().isEmpty() ? search.tree().finished() : search.contenders();
        List<PenaltySpan> spans = new ArrayList<>();
        for (int hundredths = 0; hundredths <= Math.round(most * HUNDREDTHS); hundredths++) {
            double alpha = hundredths / (double) HUNDREDTHS;
            LengthPenalty penalty = new LengthPenalty(alpha);
            // Of equal ones the longer: it is the one that wins from here on.
            Hypothesis best = outputs.stream().sorted(Comparator.comparingInt(Hypothesis::length))
                    .reduce((one, other) -> penalty.score(other) >= penalty.score(one) ? other : one).orElseThrow();
            if (spans.isEmpty() || !spans.getLast().best().equals(best)) {
                spans.add(began(search.tree(), best, alpha, most));
                if (spans.size() > 1) {
                    spans.set(spans.size() - 2, spans.get(spans.size() - 2).until(alpha));
                }
            }
        }
        return spans;
    }

    private PenaltySpan until(double alpha) {
        return new PenaltySpan(from, alpha, best, lost, step);
    }

    private static PenaltySpan began(SearchTree tree, Hypothesis best, double from, double to) {
        for (int length = 1; length <= best.length(); length++) {
            Fate fate = length > tree.rounds().size() ? Fate.UNEXPANDED : fate(tree, best.tokenIds().subList(0, length));
            if (fate == Fate.PRUNED) {
                return new PenaltySpan(from, to, best, Lost.PRUNED, length);
            } else if (fate == Fate.UNEXPANDED) {
                return new PenaltySpan(from, to, best, Lost.STOPPED, length);
            }
        }
        return new PenaltySpan(from, to, best, Lost.NOT, 0);
    }

    private static Fate fate(SearchTree tree, List<Integer> prefix) {
        List<Integer> before = prefix.subList(0, prefix.size() - 1);
        return tree.rounds().get(before.size()).stream().filter(node -> node.prefix().equals(before)).findFirst()
                .map(node -> node.candidate(prefix.getLast())).map(Candidate::fate).orElse(Fate.PRUNED);
    }
}
