package seq2see.search;

import seq2see.search.NextTokenModel.State;

/** A way to look for outputs that a model holds for probable. */
public interface Search {
    SearchSettings settings();

    /**
     * Searches for one sentence.
     *
     * @param begin    what the model remembers of the sentence before anything was fed
     * @param observer is told everything that happens
     */
    SearchResult search(NextTokenModel model, State begin, SearchObserver observer);

    /** The same, unobserved. */
    default SearchResult search(NextTokenModel model, State begin) {
        return search(model, begin, SearchObserver.NONE);
    }
}
