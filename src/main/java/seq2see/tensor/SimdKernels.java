package seq2see.tensor;

import static seq2see.tensor.SimdFunctions.LANES;
import static seq2see.tensor.SimdFunctions.SPECIES;

import jdk.incubator.vector.FloatVector;
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
