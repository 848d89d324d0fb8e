package seq2see.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Holds an operation's gradient against central differences. What is differentiated is Σ r_i y_i with fixed random r, so
 * that every output counts.
 */
public final class GradientCheck {
    private static final float STEP = 2e-3f;
    /** Of the largest gradient that was looked at. */
    private static final double TOLERANCE = 0.01;
    private static final double NOISE = 6e-4;

    private GradientCheck() {
    }

    /** An operation on inputs that were made beforehand, run on a fresh tape; it returns its output. */
    public interface Forward {
        Tensor run(Tape tape);
    }

    /** Checks every element of every input. */
    public static void check(List<Tensor> inputs, Forward forward) {
        Tape tape = Tape.recording(Kernels.best());
        Tensor output = forward.run(tape);
        float[] factors = factors(output.shape().elements());
        System.arraycopy(factors, 0, output.gradient(), output.offset(), factors.length);
        tape.backward();
        compare(inputs, Integer.MAX_VALUE, ignored -> weighted(forward.run(Tape.forwardOnly(Kernels.best())), factors));
    }

    /**
     * Compares gradients that are already there with central differences of a value, at most so many elements an input.
     * Each input must have a gradient that differs from zero, or the check would say nothing of it.
     */
    public static void compare(List<Tensor> inputs, int most, ToDoubleFunction<Tensor> value) {
        for (Tensor input : inputs) {
            int count = input.shape().elements();
            int stride = Math.max(1, count / most);
            double[] expected = new double[(count + stride - 1) / stride];
            double largest = 0;
            for (int i = 0; i < expected.length; i++) {
                expected[i] = difference(input, input.offset() + i * stride, value);
                largest = Math.max(largest, Math.abs(expected[i]));
            }
            assertTrue(largest > 1e-3, input.shape() + ": no gradient differs from zero");
            for (int i = 0; i < expected.length; i++) {
                assertEquals(expected[i], input.gradient()[input.offset() + i * stride], TOLERANCE * largest + NOISE,
                        input.shape() + " element " + i * stride);
            }
        }
    }

    private static double difference(Tensor input, int place, ToDoubleFunction<Tensor> value) {
        float kept = input.values()[place];
        double above = moved(input, place, kept + STEP, value);
        double below = moved(input, place, kept - STEP, value);
        moved(input, place, kept, ignored -> 0);
        return (above - below) / (2.0 * STEP);
    }

    private static double moved(Tensor input, int place, float to, ToDoubleFunction<Tensor> value) {
        input.values()[place] = to;
        input.packing().changed();
        return value.applyAsDouble(input);
    }

    /** A tensor of random numbers with a gradient of zeros. */
    public static Tensor random(SplittableRandom random, Shape shape) {
        float[] values = new float[shape.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return new Tensor(shape, values, new float[values.length], 0);
    }

    private static float[] factors(int count) {
        SplittableRandom random = new SplittableRandom(99);
        float[] factors = new float[count];
        for (int i = 0; i < count; i++) {
            factors[i] = (float) (2 * random.nextDouble() - 1);
        }
        return factors;
    }

    private static double weighted(Tensor output, float[] factors) {
        double sum = 0;
        for (int i = 0; i < factors.length; i++) {
            sum += (double) factors[i] * output.values()[output.offset() + i];
        }
        return sum;
    }
}
