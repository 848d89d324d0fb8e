package seq2see.training;

import java.util.Map;

/** Changes weights by their gradient. It may remember what came before, number by number. */
public sealed interface Optimizer permits Adam, GradientDescent {
    static Optimizer of(OptimizerType type, int parameters) {
        return switch (type) {
            case SGD -> new GradientDescent(parameters, false);
            case MOMENTUM -> new GradientDescent(parameters, true);
            case ADAM -> new Adam(parameters);
        };
    }

    /**
     * One update of the numbers from {@code from} to before {@code until}. Numbers do not touch each other, so ranges may be
     * updated side by side.
     *
     * @param values        θ, end to end; changed
     * @param gradient      g, at the same places
     * @param gradientScale what each gradient is multiplied by first: less than 1 where it was clipped
     * @param learningRate  η of this step
     * @param trainingStep  t, from 1
     */
    void update(float[] values, float[] gradient, int from, int until, float gradientScale, double learningRate, long trainingStep);

    /** One update of all numbers. */
    default void update(float[] values, float[] gradient, float gradientScale, double learningRate, long trainingStep) {
        update(values, gradient, 0, values.length, gradientScale, learningRate, trainingStep);
    }

    /** What it remembers, by name, each array with a number for every parameter. Not copies. */
    Map<String, float[]> memory();
}
