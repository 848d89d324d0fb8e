package seq2see.tensor;

import java.util.Arrays;

/** The kernels in plain Java: the reference for {@link SimdKernels}, and what runs where the Vector API is missing. */
public final class ScalarKernels implements Kernels {
    private static final Cell RNN = new RnnCell();
    private static final Cell GRU = new GruCell();
    private static final Cell LSTM = new LstmCell();

    /** The right-hand side, row by row. */
    private record Rows(int rows, int columns, float[] values) implements PackedMatrix {
    }

    @Override
    public PackedMatrix pack(Matrix b, PackedMatrix room) {
        float[] values = room instanceof Rows rows ? rows.values : new float[b.rows() * b.columns()];
        for (int p = 0; p < b.rows(); p++) {
            for (int j = 0; j < b.columns(); j++) {
                values[p * b.columns() + j] = b.get(p, j);
            }
        }
        return new Rows(b.rows(), b.columns(), values);
    }

    @Override
    public void multiply(Matrix a, PackedMatrix packed, Matrix c, boolean accumulate) {
        Rows b = (Rows) packed;
        Matrix.checkProduct(a, b.rows(), b.columns(), c);
        int n = c.columns();
        float[] sums = new float[n];
        for (int i = 0; i < c.rows(); i++) {
            int row = c.offset() + i * c.rowStride();
            if (accumulate) {
                System.arraycopy(c.data(), row, sums, 0, n);
            } else {
                Arrays.fill(sums, 0f);
            }
            for (int p = 0; p < a.columns(); p++) {
                addScaled(a.get(i, p), b.values, p * n, sums, 0, n);
            }
            System.arraycopy(sums, 0, c.data(), row, n);
        }
    }

    @Override
    public void tanh(float[] input, int inputOffset, float[] output, int outputOffset, int count) {
        for (int i = 0; i < count; i++) {
            output[outputOffset + i] = Exponential.tanh(input[inputOffset + i]);
        }
    }

    @Override
    public void sigmoid(float[] input, int inputOffset, float[] output, int outputOffset, int count) {
        for (int i = 0; i < count; i++) {
            output[outputOffset + i] = Exponential.sigmoid(input[inputOffset + i]);
        }
    }

    @Override
    public void exp(float[] input, int inputOffset, float[] output, int outputOffset, int count) {
        for (int i = 0; i < count; i++) {
            output[outputOffset + i] = Exponential.exp(input[inputOffset + i]);
        }
    }

    @Override
    public float dot(float[] a, int aOffset, float[] b, int bOffset, int count) {
        int whole = count - count % DOT_SUMS;
        float[] sums = new float[DOT_SUMS];
        for (int i = 0; i < whole; i++) {
            sums[i % DOT_SUMS] = Math.fma(a[aOffset + i], b[bOffset + i], sums[i % DOT_SUMS]);
        }
        for (int half = DOT_SUMS / 2; half > 0; half /= 2) {
            for (int i = 0; i < half; i++) {
                sums[i] += sums[i + half];
            }
        }
        float sum = sums[0];
        for (int i = whole; i < count; i++) {
            sum = Math.fma(a[aOffset + i], b[bOffset + i], sum);
        }
        return sum;
    }

    @Override
    public float max(float[] values, int offset, int count) {
        return greatest(values, offset, count);
    }

    static float greatest(float[] values, int offset, int count) {
        float greatest = values[offset];
        for (int i = 1; i < count; i++) {
            greatest = Math.max(greatest, values[offset + i]);
        }
        return greatest;
    }

    @Override
    public void addScaled(float factor, float[] x, int xOffset, float[] y, int yOffset, int count) {
        for (int i = 0; i < count; i++) {
            y[yOffset + i] = Math.fma(factor, x[xOffset + i], y[yOffset + i]);
        }
    }

    @Override
    public void sumScaled(float[] factors, int factorsOffset, int rows, float[] x, int xOffset, int xStep, float[] y, int yOffset, int count) {
        sumScaledFrom(0, factors, factorsOffset, rows, x, xOffset, xStep, y, yOffset, count);
    }

    /** The elements from {@code first} on. */
    static void sumScaledFrom(int first, float[] factors, int factorsOffset, int rows, float[] x, int xOffset, int xStep, float[] y,
                              int yOffset, int count) {
        for (int i = first; i < count; i++) {
            float sum = 0;
            for (int row = 0; row < rows; row++) {
                sum = Math.fma(factors[factorsOffset + row], x[xOffset + row * xStep + i], sum);
            }
            y[yOffset + i] = sum;
        }
    }

    @Override
    public void add(float[] x, int xOffset, float[] y, int yOffset, float[] sum, int sumOffset, int count) {
        for (int i = 0; i < count; i++) {
            sum[sumOffset + i] = x[xOffset + i] + y[yOffset + i];
        }
    }

    @Override
    public Cell rnn() {
        return RNN;
    }

    @Override
    public Cell gru() {
        return GRU;
    }

    @Override
    public Cell lstm() {
        return LSTM;
    }

    @Override
    public String description() {
        return "scalar";
    }
}
