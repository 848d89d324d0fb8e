package seq2see.app.view;

import java.math.BigDecimal;
import java.math.MathContext;
import seq2see.app.theme.Numbers;
import seq2see.tensor.Grid;

/**
 * A weight taken apart: exp(score) / Σ exp = numerator / denominator = weight, each with just enough digits for the shown ones
 * to give the next. Where exp would leave the readable range, the largest score is taken off first, as the engine does.
 *
 * @param exponent what stands in exp( ), such as {@code 3.957} or {@code 3.957 − 12.345}
 * @param sum      what the denominator is called
 */
record SoftmaxTerms(String exponent, String sum, String numerator, String denominator, String weight) {
    /** Scores up to here are shown as they are: exp(7) is about a thousand. */
    private static final double READABLE_SCORE = 7;
    private static final int MOST_EXTRA_DIGITS = 6;
    /** Below this a float may have become 0. */
    private static final double UNDERFLOW = 1e-30;

    /** @param scores (T); {@code weights} (T) their softmax */
    static SoftmaxTerms of(Grid scores, Grid weights, int column) {
        double largest = Double.NEGATIVE_INFINITY;
        boolean readable = true;
        for (int i = 0; i < scores.columns(); i++) {
            largest = Math.max(largest, scores.get(i));
            readable &= Math.abs(scores.get(i)) <= READABLE_SCORE;
        }
        double shift = readable ? 0 : largest;
        double sum = 0;
        for (int i = 0; i < scores.columns(); i++) {
            sum += Math.exp(scores.get(i) - shift);
        }
        double score = scores.get(column);
        double weight = weights.get(column);
        for (int extra = 0; extra < MOST_EXTRA_DIGITS; extra++) {
            if (agrees(score, shift, sum, weight, extra)) {
                return shown(score, shift, sum, weight, extra);
            }
        }
        return shown(score, shift, sum, weight, MOST_EXTRA_DIGITS);
    }

    private static boolean agrees(double score, double shift, double sum, double weight, int extra) {
        String numerator = Numbers.significant(Math.exp(score - shift), 3 + extra);
        double shownExponent = rounded(score, 3 + extra) - rounded(shift, 3 + extra);
        double quotient = roundedSignificant(Math.exp(score - shift), 3 + extra) / roundedSignificant(sum, 3 + extra);
        return Numbers.significant(Math.exp(shownExponent), 3 + extra).equals(numerator)
                && (Math.max(quotient, weight) < UNDERFLOW || written(quotient, extra).equals(written(weight, extra)));
    }

    private static SoftmaxTerms shown(double score, double shift, double sum, double weight, int extra) {
        String exponent = Numbers.fixed(score, 3 + extra);
        String name = "Σ exp";
        if (shift != 0) {
            String taken = (shift > 0 ? " − " : " + ") + Numbers.fixed(Math.abs(shift), 3 + extra);
            exponent += taken;
            name = "Σ exp(…" + taken + ")";
        }
        return new SoftmaxTerms(exponent, name, Numbers.significant(Math.exp(score - shift), 3 + extra),
                Numbers.significant(sum, 3 + extra), written(weight, extra));
    }

    /** Two digits; more where two would be rounded apart. */
    private static String written(double weight, int extra) {
        return Numbers.significant(weight, 2 + Math.max(0, extra - 2));
    }

    private static double rounded(double value, int digits) {
        double power = Math.pow(10, digits);
        return Math.round(value * power) / power;
    }

    private static double roundedSignificant(double value, int digits) {
        return value == 0 ? 0 : new BigDecimal(value).round(new MathContext(digits)).doubleValue();
    }

    /** Everything behind the symbol: {@code = exp(3.957) / Σ exp = 52.3 / 76.9 = 0.68}. */
    String formula() {
        return "= exp(" + exponent + ") / " + sum + " = " + numerator + " / " + denominator + " = " + weight;
    }

    /** Without the exponent, for narrow places: {@code = 52.3 / 76.9 = 0.68}. */
    String brief() {
        return "= " + numerator + " / " + denominator + " = " + weight;
    }
}
