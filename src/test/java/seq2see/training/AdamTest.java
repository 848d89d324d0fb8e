package seq2see.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AdamTest {
    @Test
    void tenUpdatesAgreeWithTheFormulaInDoublePrecision() {
        Adam adam = new Adam(1);
        float[] value = {0.5f};
        double theta = 0.5;
        double m = 0;
        double v = 0;
        for (int t = 1; t <= 10; t++) {
            double g = Math.sin(t) * 0.5;
            adam.update(value, new float[] {(float) (2 * g)}, 0.5f, 0.01, t);
            m = 0.9 * m + 0.1 * g;
            v = 0.999 * v + 0.001 * g * g;
            theta -= 0.01 * (m / (1 - Math.pow(0.9, t))) / (Math.sqrt(v / (1 - Math.pow(0.999, t))) + 1e-8);
            assertEquals(theta, value[0], 1e-5);
        }
    }

    @Test
    void theFirstStepIsAsLongAsTheLearningRate() {
        float[] values = {1f, -1f};
        new Adam(2).update(values, new float[] {1e-3f, -50f}, 1f, 0.1, 1);
        assertEquals(0.9f, values[0], 1e-4f);
        assertEquals(-0.9f, values[1], 1e-4f);
    }
}
