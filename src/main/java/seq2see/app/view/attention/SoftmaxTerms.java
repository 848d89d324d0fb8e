package seq2see.app.view.attention;

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
    /** Scores up to here are shown as they are: their exp stays below a thousand. */
    private static final double READABLE_SCORE = 6.9;
    private static final int MOST_DIGITS = 9;
    /** Below this a float has few digits left, or none. */
    private static final double UNDERFLOW = 1e-37;

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
        if (!Double.isFinite(sum) || !Double.isFinite(weight)) {
            return shown(score, 0, sum, weight, 3, 3);
        }
        for (int digits = 3; digits < MOST_DIGITS; digits++) {
            for (int decimals = digits; decimals <= digits + 2; decimals++) {
                if (agrees(score, shift, sum, weight, decimals, digits)) {
                    return shown(score, shift, sum, weight, decimals, digits);
                }
            }
        }
        return shown(score, shift, sum, weight, MOST_DIGITS + 2, MOST_DIGITS);
    }

    /** Whether the shown numbers give each other, with so many decimals in the exponent and digits in the quotient. */
    private static boolean agrees(double score, double shift, double sum, double weight, int decimals, int digits) {
        double exponent = rounded(score, decimals) - rounded(shift, decimals);
        double quotient = roundedSignificant(Math.exp(score - shift), digits) / roundedSignificant(sum, digits);
        return Numbers.significant(Math.exp(exponent), digits).equals(Numbers.significant(Math.exp(score - shift), digits))
                && (Math.max(quotient, weight) < UNDERFLOW || written(quotient, digits).equals(written(weight, digits)));
    }

    private static SoftmaxTerms shown(double score, double shift, double sum, double weight, int decimals, int digits) {
        String exponent = Numbers.fixed(score, decimals);
        String name = "Σ exp";
        if (shift != 0) {
            String taken = (shift > 0 ? " − " : " + ") + Numbers.fixed(Math.abs(shift), decimals);
            exponent += taken;
            name = "Σ exp(…)";
        }
        return new SoftmaxTerms(exponent, name, Numbers.significant(Math.exp(score - shift), digits),
                Numbers.significant(sum, digits), written(weight, digits));
    }

    /** Two digits; more where two would be rounded apart. */
    private static String written(double weight, int digits) {
        return Numbers.significant(weight, Math.max(2, digits - 3));
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
