package seq2see.search;

import java.util.ArrayDeque;
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
            } else if (finished.hasRoomFor(bound(prefix))) {
                if (prefix.length() > settings.forced().size()) {
                    expander.settle(prefix);
                }
                Expansion expansion = expander.expand(List.of(prefix)).getFirst();
                for (Prefix child : expansion.children().stream().sorted(Prefix.RANK.reversed()).toList()) {
                    if (expander.isFinished(child)) {
                        expander.settle(child);
                        finished.add(child);
                    } else if (finished.hasRoomFor(bound(child))) {
                        open.push(child);
                    }
                }
            }
        }
        return expander.result(finished.ranked());
    }

    private double bound(Prefix prefix) {
        return settings.lengthPenalty().bound(prefix.logProbability(), settings.maximumLength());
    }
}
