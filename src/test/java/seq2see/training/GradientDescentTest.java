package seq2see.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GradientDescentTest {
    @Test
    void plainDescentGoesAgainstTheGradient() {
        float[] values = {1f, 2f};
        Optimizer.of(OptimizerType.SGD, 2).update(values, new float[] {0.5f, -4f}, 0.5f, 0.1, 1);
        assertEquals(1 - 0.1 * 0.25, values[0], 1e-6);
        assertEquals(2 + 0.1 * 2, values[1], 1e-6);
        assertTrue(Optimizer.of(OptimizerType.SGD, 2).memory().isEmpty());
    }

    @Test
    void momentumAgreesWithItsFormulaInDoublePrecision() {
        Optimizer optimizer = Optimizer.of(OptimizerType.MOMENTUM, 1);
        float[] value = {0.5f};
        double theta = 0.5;
        double v = 0;
        for (int t = 1; t <= 20; t++) {
            double g = Math.sin(t);
            optimizer.update(value, new float[] {(float) g}, 1f, 0.01, t);
            v = 0.9 * v + g;
            theta -= 0.01 * v;
            assertEquals(theta, value[0], 1e-5);
        }
    }
}
