package seq2see.search;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import seq2see.search.NextTokenModel.State;

/**
 * The same sentence searched greedily, by beam and exactly, and outputs that were drawn beside them.
 *
 * @param tree       all that the beam did
 * @param width      k of the beam
 * @param settings   of all three
 * @param exhaustive whether the exact search looked at everything; else it went by branch and bound
 * @param exact      empty where it was given up: it would have taken too long
 * @param contenders the most probable output of each length where everything was looked at, else none: whatever the length
 *                   penalty, one of them is the best
 * @param samples    empty where nothing was drawn
 */
public record SearchComparison(SearchTree tree, int width, SearchSettings settings, Outcome greedy, Outcome beam, boolean exhaustive,
                               Optional<Outcome> exact, List<Hypothesis> contenders, Optional<Samples> samples) {
    /** Scores that differ by no more than this differ by rounding alone. */
    private static final double ROUNDING = 1e-9;

    /**
     * What one search came to.
     *
     * @param expanded how many prefixes the model was asked to go on from
     * @param nanos    how long it took
     */
    public record Outcome(Hypothesis best, long expanded, long nanos) {
        private static Outcome of(Supplier<SearchResult> search) {
            long began = System.nanoTime();
            SearchResult result = search.get();
            return new Outcome(result.best(), result.expanded(), System.nanoTime() - began);
        }

        private Outcome with(Hypothesis other) {
            return new Outcome(other, expanded, nanos);
        }
    }

    /** Keeps the most probable output of each length. */
    private record Contenders(SortedMap<Integer, Prefix> byLength) implements SearchObserver {
        @Override
        public void finished(Prefix candidate, boolean cut) {
            byLength.merge(candidate.length(), candidate, BinaryOperator.minBy(Prefix.RANK));
        }

        List<Hypothesis> hypotheses(int endToken) {
            return byLength.values().stream().map(prefix -> new Hypothesis(prefix.tokenIds(), prefix.logProbability(), prefix.tokenId() != endToken)).toList();
        }
    }

    /**
     * Searches three times, and once more for the tree.
     *
     * @param mostExpansions how many prefixes the exact search may expand: all of them where they are not more, else by
     *                       branch and bound as far as that suffices
     */
    public static SearchComparison of(NextTokenModel model, State begin, SearchSettings settings, int width, long mostExpansions) {
        return unproved(model, begin, settings, width).proved(model, begin, mostExpansions, SearchObserver.NONE);
    }

    /** Searches greedily and by beam. */
    public static SearchComparison unproved(NextTokenModel model, State begin, SearchSettings settings, int width) {
        BeamSearch beam = new BeamSearch(settings, width);
        // First, so that what is timed runs warm.
        SearchTree tree = SearchTree.of(beam, model, begin, SearchObserver.NONE);
        Outcome greedy = Outcome.of(() -> new BeamSearch(settings, 1).search(model, begin));
        Outcome found = Outcome.of(() -> beam.search(model, begin));
        return new SearchComparison(tree, width, settings, greedy, found, false, Optional.empty(), List.of(), Optional.empty());
    }

    /**
     * The same with the exact best, as far as that is found.
     *
     * @param mostExpansions how many prefixes may be expanded: all of them where they are not more, else by branch and bound
     *                       as far as that suffices
     * @param observer       is told of the exact search, and may end it
     */
    public SearchComparison proved(NextTokenModel model, State begin, long mostExpansions, SearchObserver observer) {
        SearchSpace space = new SearchSpace(model.vocabularySize(), settings.maximumLength() - settings.forced().size());
        boolean everything = space.isWithin(mostExpansions);
        Search search = new BudgetedSearch(everything ? new ExhaustiveSearch(settings, 1) : new BranchAndBound(settings, 1), mostExpansions);
        Contenders found = new Contenders(new TreeMap<>());
        Optional<Outcome> best;
        try {
            best = Optional.of(Outcome.of(() -> search.search(model, begin, found.and(observer))));
        } catch (CancellationException _) {
            best = Optional.empty();
        }
        return new SearchComparison(tree, width, settings, greedy, beam, everything, best,
                everything && best.isPresent() ? found.hypotheses(model.endToken()) : List.of(), samples);
    }

    /** The same with outputs drawn from the model beside it. */
    public SearchComparison sampled(NextTokenModel model, State begin, SamplingSettings drawing) {
        return new SearchComparison(tree, width, settings, greedy, beam, exhaustive, exact, contenders,
                Optional.of(Samples.of(model, begin, settings, drawing)));
    }

    public SearchComparison {
        contenders = List.copyOf(contenders);
    }

    /**
     * What was found already, ranked under another penalty. A search under that penalty may stop earlier or later and so take
     * other paths; what the exact best is then is known only where everything was looked at.
     */
    public SearchComparison ranked(LengthPenalty penalty) {
        SearchTree ranked = tree.ranked(penalty);
        SearchSettings other = new SearchSettings(settings.maximumLength(), penalty, settings.blockedNGram(), settings.forced());
        Optional<Outcome> best = contenders.stream().reduce((one, next) -> penalty.score(next) > penalty.score(one) ? next : one)
                .flatMap(output -> exact.map(outcome -> outcome.with(output)));
        return new SearchComparison(ranked, width, other, greedy, beam.with(ranked.finished().getFirst()), exhaustive, best, contenders, samples);
    }

    /**
     * The search error of an outcome (Stahlberg and Byrne, 2019): by how much its score falls short of the exact best's. Empty
     * where it does not, or where the best is not known.
     */
    public OptionalDouble searchError(Outcome outcome) {
        LengthPenalty penalty = settings.lengthPenalty();
        double error = exact.map(best -> penalty.score(best.best()) - penalty.score(outcome.best())).orElse(0.0);
        return error > ROUNDING ? OptionalDouble.of(error) : OptionalDouble.empty();
    }
}
