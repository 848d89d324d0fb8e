package seq2see.training;

import java.util.Map;

/**
 * Stochastic gradient descent, θ ← θ − η g; or with momentum (Polyak, 1964; in PyTorch's form):
 *
 * <pre>
 * v ← μ v + g        θ ← θ − η v        with μ = 0.9
 * </pre>
 */
public final class GradientDescent implements Optimizer {
    private static final float MOMENTUM = 0.9f;

    /** v, or null without momentum. */
    private final float[] velocity;

    GradientDescent(int parameters, boolean momentum) {
        velocity = momentum ? new float[parameters] : null;
    }

    @Override
    public void update(float[] values, float[] gradient, int from, int until, float gradientScale, double learningRate, long trainingStep) {
        float rate = (float) learningRate;
        for (int i = from; i < until; i++) {
            float g = gradient[i] * gradientScale;
            if (velocity != null) {
                velocity[i] = MOMENTUM * velocity[i] + g;
                g = velocity[i];
            }
            values[i] -= rate * g;
        }
    }

    @Override
    public Map<String, float[]> memory() {
        return velocity == null ? Map.of() : Map.of("velocity", velocity);
    }
}
