package seq2see.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import seq2see.search.NextTokenModel.Continuation;
import seq2see.search.NextTokenModel.State;
import seq2see.search.NextTokenModel.Writing;

/** Asks the model what follows prefixes, counts how often, and tells the observer: what all searches have in common. */
final class Expander {
    private final NextTokenModel model;
    private final SearchSettings settings;
    private final SearchObserver observer;
    private long expanded;

    Expander(NextTokenModel model, SearchSettings settings, SearchObserver observer) {
        this.model = model;
        this.settings = settings;
        this.observer = observer;
    }

    /** The prefix that a search begins with: empty, or the tokens that are forced. */
    Prefix start(State begin) {
        Prefix prefix = Prefix.empty(model, begin);
        for (int token : settings.forced()) {
            prefix = expand(List.of(prefix)).getFirst().child(token);
            settle(prefix);
        }
        return prefix;
    }

    /** Feeds the model the last token of each prefix, all at once, from the states that they remember. */
    List<Expansion> expand(List<Prefix> prefixes) {
        List<State> states = prefixes.stream().map(Prefix::state).toList();
        List<Continuation> next = model.advance(states, prefixes.stream().mapToInt(Prefix::tokenId).toArray());
        List<Expansion> expansions = IntStream.range(0, next.size()).mapToObj(row -> expansion(prefixes.get(row), next.get(row))).toList();
        expanded += prefixes.size();
        observer.expanded(expansions);
        return expansions;
    }

    /**
     * The same in place: nothing is made unless somebody observes.
     *
     * @param prefixes one for each row
     * @param origins  the row that each goes on from
     * @param tokenIds the last token of each
     */
    void expand(List<Prefix> prefixes, Writing writing, int[] origins, int[] tokenIds) {
        writing.feed(origins, tokenIds, prefixes.size());
        expanded += prefixes.size();
        if (observer != SearchObserver.NONE) {
            observer.expanded(IntStream.range(0, prefixes.size())
                    .mapToObj(row -> expansion(prefixes.get(row), writing.continuation(row))).toList());
        }
    }

    private Expansion expansion(Prefix prefix, Continuation next) {
        return new Expansion(prefix, next, blockedAfter(prefix));
    }

    /** The ids that may not follow a prefix; not to be changed. */
    BitSet blockedAfter(Prefix prefix) {
        return RepeatedNGrams.after(prefix, settings.blockedNGram());
    }

    /** Tells the observer what becomes of a candidate that was not pruned. */
    void settle(Prefix candidate) {
        if (isFinished(candidate)) {
            observer.finished(candidate, isCut(candidate));
        } else {
            observer.kept(candidate);
        }
    }

    /** Whether nothing may follow: the prefix has ended, or is as long as it may be. */
    boolean isFinished(Prefix prefix) {
        return hasEnded(prefix) || prefix.length() == settings.maximumLength();
    }

    private boolean isCut(Prefix finished) {
        return !hasEnded(finished);
    }

    private boolean hasEnded(Prefix prefix) {
        return prefix.length() > 0 && prefix.tokenId() == model.endToken();
    }

    private Hypothesis hypothesis(Prefix finished) {
        return new Hypothesis(finished.tokenIds(), finished.logProbability(), isCut(finished));
    }

    /** @param finished in the order in which they are given */
    SearchResult result(List<Prefix> finished) {
        List<Hypothesis> hypotheses = new ArrayList<>(finished.size());
        for (Prefix prefix : finished) {
            hypotheses.add(hypothesis(prefix));
        }
        return new SearchResult(hypotheses, expanded);
    }
}
