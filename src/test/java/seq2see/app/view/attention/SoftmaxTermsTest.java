package seq2see.app.view.attention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seq2see.app.theme.Numbers;
import seq2see.app.view.SampleTraces;
import seq2see.tensor.Axis;
import seq2see.tensor.Grid;

/** The shown numbers give each other, to the last digit shown. */
class SoftmaxTermsTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 2, 6, 30})
    void shownNumbersGiveTheShownWeight(double spread) {
        Random random = new Random(11);
        for (int row = 0; row < 300; row++) {
            float[] scores = new float[1 + random.nextInt(30)];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = (float) (random.nextGaussian() * spread);
            }
            Grid weights = SampleTraces.softmax(scores);
            Grid grid = Grid.vector(Axis.SOURCE_TIME, scores, 0, scores.length);
            for (int column = 0; column < scores.length; column++) {
                prove(SoftmaxTerms.of(grid, weights, column), weights.get(column));
            }
        }
    }

    private static void prove(SoftmaxTerms terms, float weight) {
        int digits = significantDigits(terms.weight());
        if (weight > 1e-37) {
            assertEquals(terms.weight(), Numbers.significant(value(terms.numerator()) / value(terms.denominator()), digits), terms.formula());
            assertEquals(terms.weight(), Numbers.significant(weight, digits), terms.formula());
        }
        double exponent = 0;
        String[] parts = terms.exponent().replace(" − ", " \u2212").replace(" + ", " ").split(" ");
        for (String part : parts) {
            exponent += value(part);
        }
        assertEquals(terms.numerator(), Numbers.significant(Math.exp(exponent), significantDigits(terms.numerator())), terms.formula());
    }

    private static double value(String shown) {
        String plain = shown.replace('\u2212', '-').replace("\u2009", "");
        int power = plain.indexOf("×10");
        if (power < 0) {
            return Double.parseDouble(plain);
        }
        StringBuilder exponent = new StringBuilder();
        plain.substring(power + 3).chars().forEach(c -> exponent.append(c == '⁻' ? "-" : String.valueOf("⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c))));
        return Double.parseDouble(plain.substring(0, power) + "e" + exponent);
    }

    private static int significantDigits(String shown) {
        String digits = shown.replaceAll("×10.*", "").replaceAll("[^0-9]", "").replaceFirst("^0+", "");
        return Math.max(1, digits.length());
    }

    @Test
    void smallScoresStandAsTheyAre() {
        float[] scores = {3.957f, 1, 2};
        SoftmaxTerms terms = SoftmaxTerms.of(Grid.vector(Axis.SOURCE_TIME, scores, 0, 3), SampleTraces.softmax(scores), 0);
        assertTrue(terms.formula().startsWith("= exp(3.957) / Σ exp = 52.3 / 62.4 = 0.84"), terms.formula());
    }

    @Test
    void largeScoresHaveTheLargestTakenOff() {
        float[] scores = {80, 79, 2};
        SoftmaxTerms terms = SoftmaxTerms.of(Grid.vector(Axis.SOURCE_TIME, scores, 0, 3), SampleTraces.softmax(scores), 1);
        assertTrue(terms.formula().startsWith("= exp(79.000 − 80.000) / Σ exp(…) = 0.368 / 1.37 = 0.27"), terms.formula());
    }

    @Test
    void theWholeOfOneTokenIsOne() {
        float[] scores = {-2.5f};
        assertEquals("1.0", SoftmaxTerms.of(Grid.vector(Axis.SOURCE_TIME, scores, 0, 1), SampleTraces.softmax(scores), 0).weight());
    }
}
