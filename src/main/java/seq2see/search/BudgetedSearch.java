package seq2see.search;

import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * A search that gives a sentence up, by a {@link CancellationException}, once it has expanded more prefixes than it may.
 *
 * @param budget the most prefixes that it may expand for each sentence
 */
public record BudgetedSearch(Search search, long budget) implements Search {
    /** What is left of the budget for one sentence. */
    private static final class Meter implements SearchObserver {
        private long left;

        Meter(long budget) {
            left = budget;
        }

        @Override
        public void expanded(List<Expansion> round) {
            left -= round.size();
            if (left < 0) {
                throw new CancellationException();
            }
        }
    }

    @Override
    public SearchSettings settings() {
        return search.settings();
    }

    @Override
    public SearchResult search(NextTokenModel model, NextTokenModel.State begin, SearchObserver observer) {
        return search.search(model, begin, observer.and(new Meter(budget)));
    }
}
