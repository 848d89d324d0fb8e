package seq2see.cli;

import seq2see.search.NextTokenModel;
import seq2see.search.Patience;
import seq2see.search.Search;
import seq2see.search.SearchObserver;
import seq2see.search.SearchResult;
import seq2see.search.SearchSettings;

/**
 * A search that gives a sentence up, by a {@link java.util.concurrent.CancellationException}, after so many prefixes.
 *
 * @param mostExpansions for each sentence
 */
record BudgetedSearch(Search search, long mostExpansions) implements Search {
    @Override
    public SearchSettings settings() {
        return search.settings();
    }

    @Override
    public SearchResult search(NextTokenModel model, NextTokenModel.State begin, SearchObserver observer) {
        return search.search(model, begin, observer.and(new Patience(mostExpansions)));
    }
}
