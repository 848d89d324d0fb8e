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
        for (int row = 0; row < z.rows(); row++) {
            int to = z.offset() + row * (p + q);
            System.arraycopy(x.values(), x.offset() + row * p, z.values(), to, p);
            System.arraycopy(y.values(), y.offset() + row * q, z.values(), to + p, q);
        }
        tape.record(() -> {
            for (int row = 0; row < z.rows(); row++) {
                int from = z.offset() + row * (p + q);
                addGradient(z, from, x, x.offset() + row * p, p);
                addGradient(z, from + p, y, y.offset() + row * q, q);
            }
        });
    }

    private static void addGradient(Tensor from, int fromIndex, Tensor to, int toIndex, int count) {
        for (int i = 0; i < count; i++) {
            to.gradient()[toIndex + i] += from.gradient()[fromIndex + i];
        }
    }
}
