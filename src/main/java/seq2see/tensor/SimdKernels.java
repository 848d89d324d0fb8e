package seq2see.tensor;

import static seq2see.tensor.SimdFunctions.LANES;
import static seq2see.tensor.SimdFunctions.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;

/** The kernels by the Vector API. */
public final class SimdKernels implements Kernels {
    // Shuffles that bring lanes n and above down to 0; constants each, since only those become instructions. With them the
    // lanes are added as a tree of lanewise sums: reduceLanes gives other bits once it is compiled.
    private static final VectorShuffle<Float> DOWN_8 = VectorShuffle.iota(SPECIES, 8, 1, true);
    private static final VectorShuffle<Float> DOWN_4 = VectorShuffle.iota(SPECIES, 4, 1, true);
    private static final VectorShuffle<Float> DOWN_2 = VectorShuffle.iota(SPECIES, 2, 1, true);
    private static final VectorShuffle<Float> DOWN_1 = VectorShuffle.iota(SPECIES, 1, 1, true);

    private static final Cell RNN = new SimdRnnCell();
    private static final Cell GRU = new SimdGruCell();
    private static final Cell LSTM = new SimdLstmCell();

    private static final ThreadLocal<SimdProduct> PRODUCT = ThreadLocal.withInitial(SimdProduct::new);

    @Override
    public PackedMatrix pack(Matrix b, PackedMatrix room) {
        Panels panels = room instanceof Panels used ? used : new Panels();
        panels.fill(b);
        return panels;
    }

    @Override
    public void multiplyOnce(Matrix a, Matrix b, Matrix c, boolean accumulate) {
        multiply(a, pack(b, PRODUCT.get().rightSide()), c, accumulate);
    }

    @Override
    public void multiply(Matrix a, PackedMatrix b, Matrix c, boolean accumulate) {
        Matrix.checkProduct(a, b.rows(), b.columns(), c);
        if (!accumulate) {
            c.clear();
        }
        PRODUCT.get().add(a, (Panels) b, c);
    }

    @Override
    public void tanh(float[] input, int inputOffset, float[] output, int outputOffset, int count) {
        int whole = SimdFunctions.whole(count);
        SimdFunctions.tanh(input, inputOffset, output, outputOffset, whole);
        for (int i = whole; i < count; i++) {
            output[outputOffset + i] = Exponential.tanh(input[inputOffset + i]);
        }
    }

    @Override
    public void sigmoid(float[] input, int inputOffset, float[] output, int outputOffset, int count) {
        int whole = SimdFunctions.whole(count);
        SimdFunctions.sigmoid(input, inputOffset, output, outputOffset, whole);
        for (int i = whole; i < count; i++) {
            output[outputOffset + i] = Exponential.sigmoid(input[inputOffset + i]);
        }
    }

    @Override
    public void exp(float[] input, int inputOffset, float[] output, int outputOffset, int count) {
        int whole = SimdFunctions.whole(count);
        SimdFunctions.exp(input, inputOffset, output, outputOffset, whole);
        for (int i = whole; i < count; i++) {
            output[outputOffset + i] = Exponential.exp(input[inputOffset + i]);
        }
    }

    @Override
    public float dot(float[] a, int aOffset, float[] b, int bOffset, int count) {
        int whole = count - count % DOT_SUMS;
        float sum = switch (LANES) {
            case 16 -> dotBy16(a, aOffset, b, bOffset, whole);
            case 8 -> dotBy8(a, aOffset, b, bOffset, whole);
            default -> dotBy4(a, aOffset, b, bOffset, whole);
        };
        for (int i = whole; i < count; i++) {
            sum = Math.fma(a[aOffset + i], b[bOffset + i], sum);
        }
        return sum;
    }

    private static float dotBy16(float[] a, int aOffset, float[] b, int bOffset, int count) {
        FloatVector sums = FloatVector.zero(SPECIES);
        for (int i = 0; i < count; i += 16) {
            sums = FloatVector.fromArray(SPECIES, a, aOffset + i).fma(FloatVector.fromArray(SPECIES, b, bOffset + i), sums);
        }
        FloatVector eight = sums.add(sums.rearrange(DOWN_8));
        FloatVector four = eight.add(eight.rearrange(DOWN_4));
        FloatVector two = four.add(four.rearrange(DOWN_2));
        return two.add(two.rearrange(DOWN_1)).lane(0);
    }

    private static float dotBy8(float[] a, int aOffset, float[] b, int bOffset, int count) {
        FloatVector low = FloatVector.zero(SPECIES);
        FloatVector high = low;
        for (int i = 0; i < count; i += 16) {
            low = FloatVector.fromArray(SPECIES, a, aOffset + i).fma(FloatVector.fromArray(SPECIES, b, bOffset + i), low);
            high = FloatVector.fromArray(SPECIES, a, aOffset + i + 8).fma(FloatVector.fromArray(SPECIES, b, bOffset + i + 8), high);
        }
        FloatVector eight = low.add(high);
        FloatVector four = eight.add(eight.rearrange(DOWN_4));
        FloatVector two = four.add(four.rearrange(DOWN_2));
        return two.add(two.rearrange(DOWN_1)).lane(0);
    }

    private static float dotBy4(float[] a, int aOffset, float[] b, int bOffset, int count) {
        FloatVector first = FloatVector.zero(SPECIES);
        FloatVector second = first;
        FloatVector third = first;
        FloatVector fourth = first;
        for (int i = 0; i < count; i += 16) {
            first = FloatVector.fromArray(SPECIES, a, aOffset + i).fma(FloatVector.fromArray(SPECIES, b, bOffset + i), first);
            second = FloatVector.fromArray(SPECIES, a, aOffset + i + 4).fma(FloatVector.fromArray(SPECIES, b, bOffset + i + 4), second);
            third = FloatVector.fromArray(SPECIES, a, aOffset + i + 8).fma(FloatVector.fromArray(SPECIES, b, bOffset + i + 8), third);
            fourth = FloatVector.fromArray(SPECIES, a, aOffset + i + 12).fma(FloatVector.fromArray(SPECIES, b, bOffset + i + 12), fourth);
        }
        FloatVector four = first.add(third).add(second.add(fourth));
        FloatVector two = four.add(four.rearrange(DOWN_2));
        return two.add(two.rearrange(DOWN_1)).lane(0);
    }

    @Override
    public float max(float[] values, int offset, int count) {
        if (count < LANES) {
            return ScalarKernels.greatest(values, offset, count);
        }
        // By comparison, since max takes five instructions, for the order of zeros.
        FloatVector most = FloatVector.fromArray(SPECIES, values, offset);
        for (int i = LANES; i < count; i += LANES) {
            // The last vector may reach back over what was looked at.
            FloatVector next = FloatVector.fromArray(SPECIES, values, offset + Math.min(i, count - LANES));
            most = most.blend(next, next.compare(VectorOperators.GT, most));
        }
        return most.reduceLanes(VectorOperators.MAX);
    }

    @Override
    public void addScaled(float factor, float[] x, int xOffset, float[] y, int yOffset, int count) {
        FloatVector factors = FloatVector.broadcast(SPECIES, factor);
        int i = 0;
        for (; i <= count - LANES; i += LANES) {
            FloatVector.fromArray(SPECIES, x, xOffset + i).fma(factors, FloatVector.fromArray(SPECIES, y, yOffset + i))
                    .intoArray(y, yOffset + i);
        }
        for (; i < count; i++) {
            y[yOffset + i] = Math.fma(factor, x[xOffset + i], y[yOffset + i]);
        }
    }

    @Override
    public void sumScaled(float[] factors, int factorsOffset, int rows, float[] x, int xOffset, int xStep, float[] y, int yOffset, int count) {
        int i = 0;
        for (; i <= count - 4 * LANES; i += 4 * LANES) {
            sumScaledBy4(factors, factorsOffset, rows, x, xOffset + i, xStep, y, yOffset + i);
        }
        for (; i <= count - LANES; i += LANES) {
            sumScaledBy1(factors, factorsOffset, rows, x, xOffset + i, xStep, y, yOffset + i);
        }
        ScalarKernels.sumScaledFrom(i, factors, factorsOffset, rows, x, xOffset, xStep, y, yOffset, count);
    }

    /** Four vectors of y, whose chains run side by side. */
    private static void sumScaledBy4(float[] factors, int factorsOffset, int rows, float[] x, int xOffset, int xStep, float[] y, int yOffset) {
        FloatVector y0 = FloatVector.zero(SPECIES);
        FloatVector y1 = y0;
        FloatVector y2 = y0;
        FloatVector y3 = y0;
        for (int row = 0; row < rows; row++) {
            FloatVector factor = FloatVector.broadcast(SPECIES, factors[factorsOffset + row]);
            int from = xOffset + row * xStep;
            y0 = factor.fma(FloatVector.fromArray(SPECIES, x, from), y0);
            y1 = factor.fma(FloatVector.fromArray(SPECIES, x, from + LANES), y1);
            y2 = factor.fma(FloatVector.fromArray(SPECIES, x, from + 2 * LANES), y2);
            y3 = factor.fma(FloatVector.fromArray(SPECIES, x, from + 3 * LANES), y3);
        }
        y0.intoArray(y, yOffset);
        y1.intoArray(y, yOffset + LANES);
        y2.intoArray(y, yOffset + 2 * LANES);
        y3.intoArray(y, yOffset + 3 * LANES);
    }

    private static void sumScaledBy1(float[] factors, int factorsOffset, int rows, float[] x, int xOffset, int xStep, float[] y, int yOffset) {
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int row = 0; row < rows; row++) {
            sum = FloatVector.broadcast(SPECIES, factors[factorsOffset + row])
                    .fma(FloatVector.fromArray(SPECIES, x, xOffset + row * xStep), sum);
        }
        sum.intoArray(y, yOffset);
    }

    @Override
    public void add(float[] x, int xOffset, float[] y, int yOffset, float[] sum, int sumOffset, int count) {
        int i = 0;
        for (; i <= count - LANES; i += LANES) {
            FloatVector.fromArray(SPECIES, x, xOffset + i).add(FloatVector.fromArray(SPECIES, y, yOffset + i))
                    .intoArray(sum, sumOffset + i);
        }
        for (; i < count; i++) {
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
        return "SIMD, " + SPECIES.vectorBitSize() + " bits";
    }
}
