package seq2see.tensor;

/** z = [x ; y] along the last axis, row by row; the gradient falls apart into the same two parts. */
public final class Concatenation {
    private Concatenation() {
    }

    /**
     * @param x (…, p)
     * @param y (…, q)
     * @param z (…, p + q)
     */
    public static void forward(Tape tape, Tensor x, Tensor y, Tensor z) {
        int p = x.width();
        int q = y.width();
        tape.run(() -> {
            for (int row = 0; row < z.rows(); row++) {
                int to = z.offset() + row * (p + q);
                System.arraycopy(x.values(), x.offset() + row * p, z.values(), to, p);
                System.arraycopy(y.values(), y.offset() + row * q, z.values(), to + p, q);
            }
        }, () -> {
            for (int row = 0; row < z.rows(); row++) {
                int from = z.offset() + row * (p + q);
                tape.kernels().addScaled(1f, z.gradient(), from, x.gradient(), x.offset() + row * p, p);
                tape.kernels().addScaled(1f, z.gradient(), from + p, y.gradient(), y.offset() + row * q, q);
            }
        });
    }
}
