package seq2see.tensor;

/** y = tanh(x), element by element; dx = dy (1 − y²). */
public final class Tanh {
    private Tanh() {
    }

    /** x and y have the same number of elements. */
    public static void forward(Tape tape, Tensor x, Tensor y) {
        int count = x.shape().elements();
        tape.run(() -> tape.kernels().tanh(x.values(), x.offset(), y.values(), y.offset(), count), () -> {
            for (int i = 0; i < count; i++) {
                float value = y.values()[y.offset() + i];
                x.gradient()[x.offset() + i] += y.gradient()[y.offset() + i] * (1f - value * value);
            }
        });
    }
}
