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
    private static final double TOLERANCE = 4e-3;

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

    /** Compares gradients that are already there with central differences of a value, at most so many elements an input. */
    public static void compare(List<Tensor> inputs, int most, ToDoubleFunction<Tensor> value) {
        boolean any = false;
        for (Tensor input : inputs) {
            int count = input.shape().elements();
            int stride = Math.max(1, count / most);
            for (int i = 0; i < count; i += stride) {
                int place = input.offset() + i;
                float kept = input.values()[place];
                input.values()[place] = kept + STEP;
                input.packing().changed();
                double above = value.applyAsDouble(input);
                input.values()[place] = kept - STEP;
                input.packing().changed();
                double below = value.applyAsDouble(input);
                input.values()[place] = kept;
                input.packing().changed();
                double expected = (above - below) / (2.0 * STEP);
                double actual = input.gradient()[place];
                assertEquals(expected, actual, TOLERANCE * Math.max(1, Math.abs(expected)), input.shape() + " element " + i);
                any |= Math.abs(expected) > 1e-2;
            }
        }
        assertTrue(any, "no gradient differs from zero: the check says nothing");
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
