package seq2see.tensor;

import static seq2see.tensor.Exponential.*;
import static seq2see.tensor.MicroKernels.LANES;
import static seq2see.tensor.MicroKernels.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** The kernels by the Vector API. */
public final class SimdKernels implements Kernels {
    private static final VectorSpecies<Integer> INTEGERS = SPECIES.withLanes(int.class);

    // Shuffles that bring lanes n and above down to 0; constants each, since only those become instructions. With them the
    // lanes are added as a tree of lanewise sums: reduceLanes gives other bits once it is compiled.
    private static final VectorShuffle<Float> DOWN_8 = VectorShuffle.iota(SPECIES, 8, 1, true);
    private static final VectorShuffle<Float> DOWN_4 = VectorShuffle.iota(SPECIES, 4, 1, true);
    private static final VectorShuffle<Float> DOWN_2 = VectorShuffle.iota(SPECIES, 2, 1, true);
    private static final VectorShuffle<Float> DOWN_1 = VectorShuffle.iota(SPECIES, 1, 1, true);

    private static final ThreadLocal<SimdProduct> PRODUCT = ThreadLocal.withInitial(SimdProduct::new);

    @Override
    public PackedMatrix pack(Matrix b) {
        return new Panels(b);
    }

    @Override
    public void multiply(Matrix a, PackedMatrix b, Matrix c, boolean accumulate) {
        Matrix.checkProduct(a, b.rows(), b.columns(), c);
        if (!accumulate) {
            c.clear();
        }
        PRODUCT.get().add(a, (Panels) b, c);
    }

    /** exp(r) − 1 for |r| ≤ ln 2 / 2, as {@link Exponential} does it. */
    private static FloatVector smallExpm1(FloatVector r) {
        FloatVector p = r.fma(constant(C7), constant(C6));
        p = p.fma(r, constant(C5));
        p = p.fma(r, constant(C4));
        p = p.fma(r, constant(C3));
        p = p.fma(r, constant(C2));
        return p.fma(r.mul(r), r);
    }

    private static FloatVector constant(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }

    /** k = round(x / ln 2), as floats. */
    private static FloatVector exponent(FloatVector x) {
        return x.fma(constant(LOG2_E), constant(ROUND)).sub(ROUND);
    }

    private static FloatVector remainder(FloatVector x, FloatVector k) {
        return k.fma(constant(-LN2_LOW), k.fma(constant(-LN2_HIGH), x));
    }

    /** 2^k. */
    private static FloatVector powerOfTwo(FloatVector k) {
        IntVector bits = (IntVector) k.convertShape(VectorOperators.F2I, INTEGERS, 0);
        return bits.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
    }

    private static FloatVector exp(FloatVector x) {
        FloatVector clamped = x.min(MOST).max(LEAST);
        FloatVector k = exponent(clamped);
        FloatVector scale = powerOfTwo(k);
        return scale.fma(smallExpm1(remainder(clamped, k)), scale);
    }

    private static FloatVector sigmoid(FloatVector x) {
        return constant(1f).div(exp(x.neg()).add(1f));
    }

    private static FloatVector tanh(FloatVector x) {
        FloatVector twice = x.min(TANH_MOST).max(-TANH_MOST).mul(2f);
        FloatVector k = exponent(twice);
        FloatVector scale = powerOfTwo(k);
        FloatVector m = scale.fma(smallExpm1(remainder(twice, k)), scale.sub(1f));
        return m.div(m.add(2f));
    }

    @Override
    public void tanh(float[] input, int inputOffset, float[] output, int outputOffset, int count) {
        int i = 0;
        for (; i <= count - LANES; i += LANES) {
            tanh(FloatVector.fromArray(SPECIES, input, inputOffset + i)).intoArray(output, outputOffset + i);
        }
        for (; i < count; i++) {
            output[outputOffset + i] = Exponential.tanh(input[inputOffset + i]);
        }
    }

    @Override
    public void sigmoid(float[] input, int inputOffset, float[] output, int outputOffset, int count) {
        int i = 0;
        for (; i <= count - LANES; i += LANES) {
            sigmoid(FloatVector.fromArray(SPECIES, input, inputOffset + i)).intoArray(output, outputOffset + i);
        }
        for (; i < count; i++) {
            output[outputOffset + i] = Exponential.sigmoid(input[inputOffset + i]);
        }
    }

    @Override
    public void exp(float[] input, int inputOffset, float[] output, int outputOffset, int count) {
        int i = 0;
        for (; i <= count - LANES; i += LANES) {
            exp(FloatVector.fromArray(SPECIES, input, inputOffset + i)).intoArray(output, outputOffset + i);
        }
        for (; i < count; i++) {
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
    public String description() {
        return "SIMD, " + SPECIES.vectorBitSize() + " bits";
    }
}
