package seq2see.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import seq2see.search.NextTokenModel.State;

/**
 * Finds what {@link ExhaustiveSearch} finds without looking at everything: depth first, the most probable token first
 * (as Stahlberg and Byrne, 2019, search exactly). A prefix is left out when even its bound, the score that it would have
 * if nothing more were lost and the length were the most favourable under the penalty, is below the n best that are
 * finished. Nothing promises that it is quick: where many outputs are almost as probable, it looks at most of them.
 *
 * @param count n
 */
public record BranchAndBound(SearchSettings settings, int count) implements Search {
    @Override
    public SearchResult search(NextTokenModel model, State begin, SearchObserver observer) {
        Expander expander = new Expander(model, settings, observer);
        FinishedList finished = new FinishedList(settings.lengthPenalty(), count);
        Deque<Prefix> open = new ArrayDeque<>();
        open.push(expander.start(begin));
        while (!open.isEmpty()) {
            Prefix prefix = open.pop();
            if (expander.isFinished(prefix)) {
                finished.add(prefix);
            } else if (bound(prefix) >= finished.leastScore()) {
                if (prefix.length() > settings.forced().size()) {
                    expander.settle(prefix);
                }
                branch(expander, expander.expand(List.of(prefix)).getFirst(), finished, open);
            }
        }
        return expander.result(finished.ranked());
    }

    /** Finishes the children that end, and opens the others, the most probable last. */
    private void branch(Expander expander, Expansion expansion, FinishedList finished, Deque<Prefix> open) {
        List<Prefix> children = childrenWithinBound(expansion, finished);
        children.sort(Prefix.RANK);
        for (Prefix child : children) {
            if (expander.isFinished(child)) {
                expander.settle(child);
                finished.add(child);
            }
        }
        for (Prefix child : children.reversed()) {
            if (!expander.isFinished(child)) {
                open.push(child);
            }
        }
    }

    /** Of V′ children most are left out as a rule: nothing is made of those. */
    private List<Prefix> childrenWithinBound(Expansion expansion, FinishedList finished) {
        double least = finished.leastScore();
        double divisor = settings.lengthPenalty().divisor(settings.maximumLength());
        double before = expansion.prefix().logProbability();
        double[] next = expansion.next().logProbabilities();
        List<Prefix> children = new ArrayList<>();
        for (int token = 0; token < next.length; token++) {
            if ((before + next[token]) / divisor >= least && !expansion.blocked().get(token)) {
                children.add(expansion.child(token));
            }
        }
        return children;
    }

    private double bound(Prefix prefix) {
        return settings.lengthPenalty().bound(prefix.logProbability(), settings.maximumLength());
    }
}
