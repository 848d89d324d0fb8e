package seq2see.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import seq2see.search.NextTokenModel.Continuation;
import seq2see.search.NextTokenModel.State;

/** Asks the model what follows prefixes, counts how often, and tells the observer: what all searches have in common. */
final class Expander {
    private final NextTokenModel model;
    private final SearchSettings settings;
    private final SearchObserver observer;
    private long expanded;
    /** What {@link #expandAll} gave last, where nobody else keeps it. */
    private List<Continuation> used = List.of();

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

    List<Expansion> expand(List<Prefix> prefixes) {
        return expand(prefixes, List.of());
    }

    /** Expands all prefixes that a search will ever go on from; what it expanded before may be forgotten. */
    List<Expansion> expandAll(List<Prefix> prefixes) {
        List<Expansion> expansions = expand(prefixes, used);
        if (observer == SearchObserver.NONE) {
            used = expansions.stream().map(Expansion::next).toList();
        }
        return expansions;
    }

    private List<Expansion> expand(List<Prefix> prefixes, List<Continuation> used) {
        State[] states = new State[prefixes.size()];
        int[] tokenIds = new int[states.length];
        for (int i = 0; i < states.length; i++) {
            states[i] = prefixes.get(i).state();
            tokenIds[i] = prefixes.get(i).tokenId();
        }
        List<Continuation> continuations = model.advance(Arrays.asList(states), tokenIds, used);
        List<Expansion> expansions = new ArrayList<>(prefixes.size());
        for (int i = 0; i < prefixes.size(); i++) {
            expansions.add(new Expansion(prefixes.get(i), continuations.get(i),
                    RepeatedNGrams.after(prefixes.get(i), settings.blockedNGram())));
        }
        expanded += prefixes.size();
        observer.expanded(expansions);
        return expansions;
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
        return new SearchResult(finished.stream().map(this::hypothesis).toList(), expanded);
    }
}
