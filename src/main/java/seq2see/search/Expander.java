package seq2see.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import seq2see.search.NextTokenModel.Continuation;
import seq2see.search.NextTokenModel.State;

/** Asks the model what follows prefixes, counts how often, and tells the observer: what all searches have in common. */
final class Expander {
    /**
     * A prefix and what may follow it.
     *
     * @param blocked tokens that may not
     */
    record Expansion(Prefix prefix, Continuation next, BitSet blocked) {
        /** The prefix with one more token. */
        Prefix child(int token) {
            return prefix.child(token, next);
        }
    }

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

    List<Expansion> expand(List<Prefix> prefixes) {
        List<Continuation> continuations = model.advance(prefixes.stream().map(Prefix::state).toList(),
                prefixes.stream().mapToInt(Prefix::tokenId).toArray());
        List<Expansion> expansions = new ArrayList<>(prefixes.size());
        for (int i = 0; i < prefixes.size(); i++) {
            Prefix prefix = prefixes.get(i);
            BitSet blocked = RepeatedNGrams.after(prefix, settings.blockedNGram());
            expansions.add(new Expansion(prefix, continuations.get(i), blocked));
            observer.expanded(prefix, continuations.get(i).logProbabilities(), blocked);
        }
        expanded += prefixes.size();
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

    Hypothesis hypothesis(Prefix finished) {
        return new Hypothesis(finished.tokenIds(), finished.logProbability(), isCut(finished));
    }

    /** How many prefixes were expanded. */
    long expanded() {
        return expanded;
    }
}
