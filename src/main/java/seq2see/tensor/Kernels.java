package seq2see.tensor;

/**
 * The inner loops of the engine: one interface, {@link ScalarKernels} beside {@link SimdKernels}.
 *
 * <p>What they compute does not depend on the shape of the loops: an element of a product is one chain of fused
 * multiply-adds over k in rising order (from zero, or from what is added to), and the functions are polynomials of fused
 * multiply-adds. So the same input gives the same bits interpreted or compiled, alone or in a batch, with SIMD of any width
 * or without, and whichever rows another thread works on.
 */
public interface Kernels {

    /** The fastest kernels that this Java can run. */
    static Kernels best() {
        return KernelChoice.BEST;
    }

    /** A right-hand side laid out for {@link #multiply(Matrix, PackedMatrix, Matrix, boolean)}, to be used many times. */
    interface PackedMatrix {
        int rows();

        int columns();
    }

    /** Lays out b (k, n). What is packed is a copy: it does not follow later changes. */
    default PackedMatrix pack(Matrix b) {
        return pack(b, null);
    }

    /**
     * The same in a room that was used before.
     *
     * @param room what these kernels packed from a matrix of the same size and is no longer needed, or null
     */
    PackedMatrix pack(Matrix b, PackedMatrix room);

    /**
     * c = a · b, or c += a · b, whose chain of additions begins with c.
     *
     * @param a (m, k)
     * @param b (k, n), packed by the same kernels
     * @param c (m, n), columns one apart; it must not overlap a
     */
    void multiply(Matrix a, PackedMatrix b, Matrix c, boolean accumulate);

    /**
     * c = a · b, or c += a · b, for a right-hand side that is used once. A single row times columns that lie each in one
     * piece is taken as a {@link #dot} for each column, since packing would cost more than the product.
     */
    default void multiply(Matrix a, Matrix b, Matrix c, boolean accumulate) {
        if (a.rows() == 1 && a.columnStride() == 1 && b.rowStride() == 1) {
            Matrix.checkProduct(a, b.rows(), b.columns(), c);
            multiplyRow(a, b, c, accumulate);
        } else {
            multiplyOnce(a, b, c, accumulate);
        }
    }

    /** Packs b and multiplies. */
    default void multiplyOnce(Matrix a, Matrix b, Matrix c, boolean accumulate) {
        multiply(a, pack(b), c, accumulate);
    }

    private void multiplyRow(Matrix a, Matrix b, Matrix c, boolean accumulate) {
        for (int j = 0; j < b.columns(); j++) {
            float sum = dot(a.data(), a.offset(), b.data(), b.offset() + j * b.columnStride(), b.rows());
            c.data()[c.offset() + j] = accumulate ? c.data()[c.offset() + j] + sum : sum;
        }
    }

    /** output = tanh(input), element by element; both may be the same place. */
    void tanh(float[] input, int inputOffset, float[] output, int outputOffset, int count);

    /** output = 1 / (1 + exp(−input)), element by element; both may be the same place. */
    void sigmoid(float[] input, int inputOffset, float[] output, int outputOffset, int count);

    /** output = exp(input), element by element; both may be the same place. */
    void exp(float[] input, int inputOffset, float[] output, int outputOffset, int count);

    /** How many sums a dot product keeps apart, whatever the width of the machine's vectors. */
    int DOT_SUMS = 16;

    /**
     * Σ a_i b_i. Sixteen sums run side by side over whole blocks and are then added as a tree, i with i + 8, i + 4, i + 2 and
     * i + 1; what is left over follows one by one.
     */
    float dot(float[] a, int aOffset, float[] b, int bOffset, int count);

    /** The greatest of one number or more; one that is not a number may be passed over, and zeros count as equal. */
    float max(float[] values, int offset, int count);

    /** y += factor · x, element by element. */
    void addScaled(float factor, float[] x, int xOffset, float[] y, int yOffset, int count);

    /**
     * y = Σ_i factor_i x_i over rows x_i, each element one chain of fused multiply-adds in the rows' order, from zero.
     *
     * @param rows how many, and factors as many
     * @param x    where the first row begins; the next is {@code xStep} further
     */
    void sumScaled(float[] factors, int factorsOffset, int rows, float[] x, int xOffset, int xStep, float[] y, int yOffset, int count);

    /** sum = x + y, element by element. */
    void add(float[] x, int xOffset, float[] y, int yOffset, float[] sum, int sumOffset, int count);

    /** The elementwise part of a plain recurrent step. */
    Cell rnn();

    /** The elementwise part of a GRU step. */
    Cell gru();

    /** The elementwise part of an LSTM step. */
    Cell lstm();

    /** What is running, for people: such as {@code SIMD, 512 bits}. */
    String description();
}
