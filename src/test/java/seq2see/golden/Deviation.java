package seq2see.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

/**
 * How far numbers are from those of a reference.
 *
 * @param logits    the largest difference
 * @param gradients the largest ‖a − b‖ / (‖b‖ + 10⁻³) of a parameter, b being the reference: 10⁻⁴ is the bound
 *                  ‖a − b‖ ≤ 10⁻⁴ ‖b‖ + 10⁻⁷
 * @param losses    the largest difference
 */
public record Deviation(double logits, double gradients, double losses) {
    private static final double LOGITS_BOUND = 1e-5;
    private static final double GRADIENTS_BOUND = 1e-4;
    private static final double LOSSES_BOUND = 1e-4;

    /** Both have to speak of the same things. */
    public static Deviation of(ModelNumbers found, ModelNumbers reference) {
        assertEquals(reference.gradients().keySet(), found.gradients().keySet());
        double gradients = 0;
        for (Map.Entry<String, float[]> parameter : reference.gradients().entrySet()) {
            float[] expected = parameter.getValue();
            float[] difference = found.gradients().get(parameter.getKey()).clone();
            assertEquals(expected.length, difference.length, parameter.getKey());
            for (int i = 0; i < difference.length; i++) {
                difference[i] -= expected[i];
            }
            gradients = Math.max(gradients, norm(difference) / (norm(expected) + 1e-3));
        }
        double losses = 0;
        assertEquals(reference.losses().length, found.losses().length);
        for (int i = 0; i < found.losses().length; i++) {
            losses = Math.max(losses, Math.abs(found.losses()[i] - reference.losses()[i]));
        }
        return new Deviation(largestDifference(found.logits(), reference.logits()), gradients, losses);
    }

    /** The largest difference of two elements at the same place. */
    public static double largestDifference(float[] found, float[] reference) {
        assertEquals(reference.length, found.length);
        double largest = 0;
        for (int i = 0; i < found.length; i++) {
            largest = Math.max(largest, Math.abs((double) found[i] - reference[i]));
        }
        return largest;
    }

    /** The Euclidean norm. */
    static double norm(float[] values) {
        double squares = 0;
        for (float value : values) {
            squares += (double) value * value;
        }
        return Math.sqrt(squares);
    }

    /** Fails where a bound is passed, or where a number is none. */
    public void assertSmall() {
        assertTrue(logits <= LOGITS_BOUND && gradients <= GRADIENTS_BOUND && losses <= LOSSES_BOUND, this::toString);
    }
}
