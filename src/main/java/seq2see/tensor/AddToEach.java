package seq2see.tensor;

/** y_t += x for every index t of the first axis: x is broadcast along it. dx = Σ_t dy_t. */
public final class AddToEach {
    private AddToEach() {
    }

    /**
     * @param x (N, H)
     * @param y (T, N, H)
     */
    public static void forward(Tape tape, Tensor x, Tensor y) {
        int count = x.shape().elements();
        int times = y.shape().size(0);
        tape.run(() -> {
            for (int t = 0; t < times; t++) {
                tape.kernels().addScaled(1f, x.values(), x.offset(), y.values(), y.offset() + t * count, count);
            }
        }, () -> {
            for (int t = 0; t < times; t++) {
                tape.kernels().addScaled(1f, y.gradient(), y.offset() + t * count, x.gradient(), x.offset(), count);
            }
        });
    }
}
