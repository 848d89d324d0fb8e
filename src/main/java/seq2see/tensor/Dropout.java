package seq2see.tensor;

import java.util.SplittableRandom;

/**
 * y_i = x_i / (1 − p) with probability 1 − p, else 0 (Srivastava et al., 2014; scaled while training, so that nothing
 * changes when the model is used). dx_i = dy_i / (1 − p) where x_i was kept.
 */
public final class Dropout {
    private Dropout() {
    }

    /**
     * @param probability p, of an element to be dropped; from 0 to below 1
     * @param random      draws which; one draw an element, in order
     */
    public static void forward(Tape tape, Tensor x, double probability, SplittableRandom random, Tensor y) {
        int count = x.shape().elements();
        float[] factors = new float[count];
        float kept = (float) (1 / (1 - probability));
        tape.run(() -> {
            for (int i = 0; i < count; i++) {
                factors[i] = random.nextDouble() < probability ? 0f : kept;
                y.values()[y.offset() + i] = x.values()[x.offset() + i] * factors[i];
            }
        }, () -> {
            for (int i = 0; i < count; i++) {
                x.gradient()[x.offset() + i] += y.gradient()[y.offset() + i] * factors[i];
            }
        });
    }
}
