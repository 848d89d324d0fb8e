package seq2see.search;

import java.util.List;

/**
 * Is told by a search what it does, as it does it. It may end the search by throwing
 * {@link java.util.concurrent.CancellationException}.
 */
public interface SearchObserver {
    /** Looks away: a search that nobody observes makes nothing to look at. */
    SearchObserver NONE = new SearchObserver() {
    };

    /** Prefixes were expanded together: each of their candidates has a probability now. */
    default void expanded(List<Expansion> round) {
    }

    /** A candidate of an expanded prefix lives on. */
    default void kept(Prefix candidate) {
    }

    /** A candidate of an expanded prefix is a whole output, or is cut at the maximum length. */
    default void finished(Prefix candidate, boolean cut) {
    }

    /** Both are told, this one first. */
    default SearchObserver and(SearchObserver other) {
        SearchObserver first = this;
        return new SearchObserver() {
            @Override
            public void expanded(List<Expansion> round) {
                first.expanded(round);
                other.expanded(round);
            }

            @Override
            public void kept(Prefix candidate) {
                first.kept(candidate);
                other.kept(candidate);
            }

            @Override
            public void finished(Prefix candidate, boolean cut) {
                first.finished(candidate, cut);
                other.finished(candidate, cut);
            }
        };
    }
}
