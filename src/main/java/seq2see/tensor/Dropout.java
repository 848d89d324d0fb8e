package seq2see.tensor;

import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * y_i = x_i / (1 − p) with probability 1 − p, else 0 (Srivastava et al., 2014; scaled while training, so that nothing
 * changes when the model is used). dx_i = dy_i / (1 − p) where x_i was kept.
 */
public final class Dropout {
    private Dropout() {
    }

    /**
     * @param probability p, of an element to be dropped; from 0 to below 1
     * @param chance      draws which; one draw an element, in order. It is asked for whenever this is carried out
     */
    public static void forward(Tape tape, Tensor x, double probability, Supplier<SplittableRandom> chance, Tensor y) {
        int count = x.shape().elements();
        Tensor factors = tape.values(x.shape());
        float kept = (float) (1 / (1 - probability));
        tape.run(() -> {
            SplittableRandom random = chance.get();
            for (int i = 0; i < count; i++) {
                float factor = random.nextDouble() < probability ? 0f : kept;
                factors.values()[factors.offset() + i] = factor;
                y.values()[y.offset() + i] = x.values()[x.offset() + i] * factor;
            }
        }, () -> {
            for (int i = 0; i < count; i++) {
                x.gradient()[x.offset() + i] += y.gradient()[y.offset() + i] * factors.values()[factors.offset() + i];
            }
        });
    }
}
