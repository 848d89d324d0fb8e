package seq2see.training;

/**
 * Adam (Kingma and Ba, 2015), over all parameters end to end:
 *
 * <pre>
 * m ← β₁ m + (1 − β₁) g        v ← β₂ v + (1 − β₂) g²
 * θ ← θ − η · m / (1 − β₁ᵗ) / (√(v / (1 − β₂ᵗ)) + ε)
 * </pre>
 */
public final class Adam {
    private static final float BETA_1 = 0.9f;
    private static final float BETA_2 = 0.999f;
    private static final float EPSILON = 1e-8f;

    private final float[] firstMoment;
    private final float[] secondMoment;

    public Adam(int parameters) {
        firstMoment = new float[parameters];
        secondMoment = new float[parameters];
    }

    /** m. Not a copy. */
    public float[] firstMoment() {
        return firstMoment;
    }

    /** v. Not a copy. */
    public float[] secondMoment() {
        return secondMoment;
    }

    /**
     * One update.
     *
     * @param values        θ, end to end
     * @param gradient      g, at the same places
     * @param gradientScale what each gradient is multiplied by first: less than 1 where it was clipped
     * @param trainingStep  t, from 1
     */
    public void update(float[] values, float[] gradient, float gradientScale, double learningRate, long trainingStep) {
        float stepSize = (float) (learningRate / (1 - StrictMath.pow(BETA_1, trainingStep)));
        float correction = (float) (1 / StrictMath.sqrt(1 - StrictMath.pow(BETA_2, trainingStep)));
        for (int i = 0; i < values.length; i++) {
            float g = gradient[i] * gradientScale;
            float m = BETA_1 * firstMoment[i] + (1f - BETA_1) * g;
            float v = BETA_2 * secondMoment[i] + (1f - BETA_2) * g * g;
            firstMoment[i] = m;
            secondMoment[i] = v;
            values[i] -= stepSize * m / ((float) Math.sqrt(v) * correction + EPSILON);
        }
    }
}
