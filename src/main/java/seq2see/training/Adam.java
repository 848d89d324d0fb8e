package seq2see.training;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Adam (Kingma and Ba, 2015), over all parameters end to end:
 *
 * <pre>
 * m ← β₁ m + (1 − β₁) g        v ← β₂ v + (1 − β₂) g²
 * θ ← θ − η · m / (1 − β₁ᵗ) / (√(v / (1 − β₂ᵗ)) + ε)
 * </pre>
 */
public final class Adam implements Optimizer {
    private static final float BETA_1 = 0.9f;
    private static final float BETA_2 = 0.999f;
    private static final float EPSILON = 1e-8f;

    private final float[] firstMoment;
    private final float[] secondMoment;

    /** @param parameters how many numbers it moves; it remembers two for each, zero at first */
    public Adam(int parameters) {
        firstMoment = new float[parameters];
        secondMoment = new float[parameters];
    }

    @Override
    public Map<String, float[]> memory() {
        Map<String, float[]> memory = new LinkedHashMap<>();
        memory.put("firstMoment", firstMoment);
        memory.put("secondMoment", secondMoment);
        return memory;
    }

    @Override
    public void update(float[] values, float[] gradient, int from, int until, float gradientScale, double learningRate, long trainingStep) {
        float stepSize = (float) (learningRate / (1 - StrictMath.pow(BETA_1, trainingStep)));
        float correction = (float) (1 / StrictMath.sqrt(1 - StrictMath.pow(BETA_2, trainingStep)));
        for (int i = from; i < until; i++) {
            float g = gradient[i] * gradientScale;
            float m = BETA_1 * firstMoment[i] + (1f - BETA_1) * g;
            float v = BETA_2 * secondMoment[i] + (1f - BETA_2) * g * g;
            firstMoment[i] = m;
            secondMoment[i] = v;
            values[i] -= stepSize * m / ((float) Math.sqrt(v) * correction + EPSILON);
        }
    }
}
