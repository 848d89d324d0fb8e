package seq2see.app.view.attention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import seq2see.app.theme.Numbers;
import seq2see.trace.AttentionTerms;

/**
 * An attention score as a table to be checked by hand: a line for each of the units that add the most, one for all others
 * together, and the sum. Numbers have just enough digits for the shown ones to give the next, down to the score.
 *
 * @param lines  those that add the most, the largest first
 * @param others what all other units add together; empty where there are none
 * @param sum    of all lines and the others
 * @param factor what the sum is multiplied by; empty where it is 1
 * @param score  what comes of it
 */
record ScoreTerms(List<Line> lines, int otherUnits, String others, String sum, String factor, String score) {
    /** Digits behind the point of score, products, tanh and what goes into it: tried in this order. */
    private static final int[][] DIGITS = {{3, 4, 5, 6}, {3, 4, 5, 7}, {3, 4, 6, 8}, {2, 3, 4, 5}, {2, 3, 4, 6}, {2, 3, 5, 7}, {2, 4, 5, 7}, {2, 4, 6, 8},
        {1, 2, 4, 6}, {1, 3, 5, 7}, {1, 2, 5, 7}, {1, 3, 6, 8}, {1, 4, 6, 8}, {0, 2, 4, 6}, {0, 3, 5, 7}, {0, 3, 6, 8}};

    /**
     * @param unit    from 1
     * @param numbers additive: W_q q, W_k k, tanh of their sum, w_v, product; dot: q, k, product
     * @param values  the same as they are
     */
    record Line(int unit, List<String> numbers, List<Double> values) {
        Line {
            numbers = List.copyOf(numbers);
            values = List.copyOf(values);
        }
    }

    ScoreTerms {
        lines = List.copyOf(lines);
    }

    /** @param most so many lines at most, the others' included */
    static ScoreTerms of(AttentionTerms terms, int most) {
        int units = terms.units();
        List<Integer> order = IntStream.range(0, units).boxed()
                .sorted(Comparator.comparingDouble(unit -> -Math.abs(terms.products().get(unit)))).toList();
        List<Integer> chosen = order.subList(0, units <= most ? units : Math.max(1, most - 1));
        for (int[] digits : DIGITS) {
            Attempt attempt = new Attempt(terms, digits, false);
            ScoreTerms shown = attempt.terms(chosen);
            if (attempt.agrees) {
                return shown;
            }
        }
        return new Attempt(terms, DIGITS[0], true).terms(chosen);
    }

    /**
     * One choice of digits, and whether its numbers, each rounded by itself, give each other. Where no choice does, once in
     * thousands, each is computed from those shown before it, and may then be off by one in its last digit.
     */
    private static final class Attempt {
        private final AttentionTerms terms;
        private final int scoreDigits;
        private final int sumDigits;
        private final int productDigits;
        private final int featureDigits;
        private final int inputDigits;
        private final boolean chained;
        private boolean agrees = true;

        Attempt(AttentionTerms terms, int[] digits, boolean chained) {
            this.terms = terms;
            this.chained = chained;
            // A factor makes the sum smaller: it is known to one digit more than the score.
            int more = terms.factor() == 1 ? 0 : 1;
            scoreDigits = digits[0];
            sumDigits = scoreDigits + more;
            productDigits = digits[1] + more;
            featureDigits = digits[2] + more;
            inputDigits = digits[3] + more;
        }

        ScoreTerms terms(List<Integer> chosen) {
            List<Line> lines = new ArrayList<>();
            double wholeSum = terms.score() / (double) terms.factor();
            double shownSum = 0;
            double rest = wholeSum;
            for (int unit : chosen) {
                Line line = terms.isAdditive() ? additive(unit) : dot(unit);
                lines.add(line);
                shownSum += rounded(line.values().getLast(), productDigits);
                rest -= line.values().getLast();
            }
            int others = terms.units() - chosen.size();
            if (others > 0) {
                rest = chained ? rounded(wholeSum, sumDigits) - shownSum : rest;
                shownSum += rounded(rest, productDigits);
            }
            double sum = given(shownSum, wholeSum, sumDigits);
            double score = given(rounded(sum, sumDigits) * rounded(terms.factor(), inputDigits), terms.score(), scoreDigits);
            return new ScoreTerms(lines, others, others == 0 ? "" : Numbers.fixed(rest, productDigits), Numbers.fixed(sum, sumDigits),
                    terms.factor() == 1 ? "" : Numbers.fixed(terms.factor(), inputDigits), Numbers.fixed(score, scoreDigits));
        }

        private Line additive(int unit) {
            double query = terms.queryTerm().get(unit);
            double key = terms.keyTerm().get(unit);
            double weight = terms.weight().orElseThrow().get(unit);
            double feature = given(Math.tanh(rounded(query, inputDigits) + rounded(key, inputDigits)), terms.features().orElseThrow().get(unit), featureDigits);
            double product = given(rounded(feature, featureDigits) * rounded(weight, featureDigits), terms.products().get(unit), productDigits);
            return new Line(unit + 1, List.of(Numbers.fixed(query, inputDigits), Numbers.fixed(key, inputDigits),
                    Numbers.fixed(feature, featureDigits), Numbers.fixed(weight, featureDigits), Numbers.fixed(product, productDigits)),
                    List.of(query, key, feature, weight, product));
        }

        private Line dot(int unit) {
            double query = terms.queryTerm().get(unit);
            double key = terms.keyTerm().get(unit);
            double product = given(rounded(query, featureDigits) * rounded(key, featureDigits), terms.products().get(unit), productDigits);
            return new Line(unit + 1, List.of(Numbers.fixed(query, featureDigits), Numbers.fixed(key, featureDigits),
                    Numbers.fixed(product, productDigits)), List.of(query, key, product));
        }

        /** What is shown as given by the numbers shown before: the engine's own, where both are written alike. */
        private double given(double computed, double own, int digits) {
            agrees &= Numbers.fixed(computed, digits).equals(Numbers.fixed(own, digits));
            return chained ? computed : own;
        }

        private static double rounded(double value, int digits) {
            double power = Math.pow(10, digits);
            return Double.isFinite(value) ? Math.rint(value * power) / power : value;
        }
    }
}
