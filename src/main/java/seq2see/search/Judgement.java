package seq2see.search;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import seq2see.search.NextTokenModel.State;

/**
 * Where a wrong output comes from (Stahlberg and Byrne, 2019): from the search, which missed what the model holds for the
 * best, or from the model, whose best is not right.
 *
 * @param searchError by how much the score that was found falls short of the best one; empty where it does not
 * @param modelError  whether even the best output is none of the references
 */
public record Judgement(OptionalDouble searchError, boolean modelError) {
    /** Scores that differ by no more than this differ by rounding alone. */
    private static final double ROUNDING = 1e-9;

    /**
     * Judges what a search found.
     *
     * @param best        what an exact search found
     * @param isReference whether an output is a right one
     */
    public static Judgement of(Hypothesis found, Hypothesis best, LengthPenalty penalty, Predicate<Hypothesis> isReference) {
        return new Judgement(shortfall(found, best, penalty), !isReference.test(best));
    }

    /**
     * By how much one output's score falls short of another's; empty where it does not. Where nothing exact is known, a
     * reference that scores higher than what was found proves a search error of at least that much.
     */
    public static OptionalDouble shortfall(Hypothesis found, Hypothesis other, LengthPenalty penalty) {
        double difference = penalty.score(other) - penalty.score(found);
        return difference > ROUNDING ? OptionalDouble.of(difference) : OptionalDouble.empty();
    }

    /** What a model thinks of given tokens: their log-probability, whatever a search would have said. */
    public static Hypothesis score(NextTokenModel model, State begin, List<Integer> tokens) {
        SearchSettings forced = new SearchSettings(tokens.size(), LengthPenalty.USUAL, 0, tokens);
        return new BeamSearch(forced, 1).search(model, begin).best();
    }
}
