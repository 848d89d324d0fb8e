package seq2see.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import seq2see.search.NextTokenModel.State;

/**
 * Looks at every output that there is, cut ones too, and keeps the n best. {@link SearchSpace} says beforehand how many
 * those are.
 *
 * @param count n
 */
public record ExhaustiveSearch(SearchSettings settings, int count) implements Search {
    /** Prefixes that the model goes on from at once. */
    private static final int ROWS = 32;

    @Override
    public SearchResult search(NextTokenModel model, State begin, SearchObserver observer) {
        Expander expander = new Expander(model, settings, observer);
        FinishedList finished = new FinishedList(settings.lengthPenalty(), count);
        Deque<Prefix> open = new ArrayDeque<>();
        Prefix start = expander.start(begin);
        if (expander.isFinished(start)) {
            finished.add(start);
        } else {
            open.push(start);
        }
        while (!open.isEmpty()) {
            List<Prefix> together = new ArrayList<>();
            int length = open.peek().length();
            while (!open.isEmpty() && open.peek().length() == length && together.size() < ROWS) {
                together.add(open.pop());
            }
            for (Prefix child : children(expander.expand(together)).reversed()) {
                expander.settle(child);
                if (expander.isFinished(child)) {
                    finished.add(child);
                } else {
                    open.push(child);
                }
            }
        }
        return expander.result(finished.ranked());
    }

    private static List<Prefix> children(List<Expansion> expansions) {
        return expansions.stream().flatMap(expansion -> expansion.children().stream()).toList();
    }
}
