package seq2see.tensor;

import static seq2see.tensor.Exponential.*;
import static seq2see.tensor.MicroKernels.HEIGHT;
import static seq2see.tensor.MicroKernels.LANES;
import static seq2see.tensor.MicroKernels.SPECIES;
import static seq2see.tensor.MicroKernels.WIDTH;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernels by the Vector API. A product packs b into panels of two vectors' width and a into panels of a tile's
 * height, so that the {@link MicroKernels} read both in one straight run (Goto and van de Geijn, "Anatomy of
 * high-performance matrix multiplication", 2008).
 */
public final class SimdKernels implements Kernels {
    private static final VectorSpecies<Integer> INTEGERS = SPECIES.withLanes(int.class);

    // Shuffles that bring lanes n and above down to 0; constants each, since only those become instructions. With them the
    // lanes are added as a tree of lanewise sums: reduceLanes gives other bits once it is compiled.
    private static final VectorShuffle<Float> DOWN_8 = VectorShuffle.iota(SPECIES, 8, 1, true);
    private static final VectorShuffle<Float> DOWN_4 = VectorShuffle.iota(SPECIES, 4, 1, true);
    private static final VectorShuffle<Float> DOWN_2 = VectorShuffle.iota(SPECIES, 2, 1, true);
    private static final VectorShuffle<Float> DOWN_1 = VectorShuffle.iota(SPECIES, 1, 1, true);

    /** Panels of {@link MicroKernels#WIDTH} columns; within a panel row by row; columns beyond the last are zero. */
    private record Panels(int rows, int columns, float[] values) implements PackedMatrix {
    }

    /** A thread's room for the packed left-hand side and for tiles that reach over an edge. */
    private static final class Scratch {
        private float[] rows = new float[0];
        private final float[] tile = new float[HEIGHT * WIDTH];

        private float[] rows(int size) {
            if (rows.length < size) {
                rows = new float[size];
            }
            return rows;
        }
    }

    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

    @Override
    public PackedMatrix pack(Matrix b) {
        int panels = (b.columns() + WIDTH - 1) / WIDTH;
        float[] values = new float[panels * WIDTH * b.rows()];
        for (int panel = 0; panel < panels; panel++) {
            int from = panel * WIDTH;
            packPanel(b, from, Math.min(WIDTH, b.columns() - from), values, panel * WIDTH * b.rows());
        }
        return new Panels(b.rows(), b.columns(), values);
    }

    private static void packPanel(Matrix b, int from, int width, float[] values, int position) {
        float[] data = b.data();
        for (int p = 0; p < b.rows(); p++) {
            int source = b.offset() + p * b.rowStride() + from * b.columnStride();
            int target = position + p * WIDTH;
            if (b.columnStride() == 1) {
                System.arraycopy(data, source, values, target, width);
            } else {
                for (int j = 0; j < width; j++) {
                    values[target + j] = data[source + j * b.columnStride()];
                }
            }
        }
    }

    @Override
    public void multiply(Matrix a, PackedMatrix packed, Matrix c, boolean accumulate) {
        Panels b = (Panels) packed;
        Matrix.checkProduct(a, b, c);
        Scratch scratch = SCRATCH.get();
        int m = a.rows();
        int row = 0;
        while (row < m) {
            int height = MicroKernels.height(m - row);
            int valid = Math.min(height, m - row);
            if (a.rowStride() == 1 && valid == height) {
                multiplyPanel(a.data(), a.offset() + row, a.columnStride(), height, valid, b, c, row, accumulate, scratch.tile);
            } else {
                float[] panel = scratch.rows(height * a.columns());
                packRows(a, row, valid, height, panel);
                multiplyPanel(panel, 0, height, height, valid, b, c, row, accumulate, scratch.tile);
            }
            row += valid;
        }
    }

    /** Copies rows of a into a panel: for each column the values of all rows; rows beyond the last are zero. */
    private static void packRows(Matrix a, int row, int valid, int height, float[] panel) {
        float[] data = a.data();
        int first = a.offset() + row * a.rowStride();
        for (int i = 0; i < height; i++) {
            if (i < valid) {
                spread(data, first + i * a.rowStride(), a.columnStride(), panel, i, height, a.columns());
            } else {
                clear(panel, i, height, a.columns());
            }
        }
    }

    private static void spread(float[] from, int fromOffset, int fromStep, float[] to, int toOffset, int toStep, int count) {
        for (int p = 0; p < count; p++) {
            to[toOffset + p * toStep] = from[fromOffset + p * fromStep];
        }
    }

    private static void clear(float[] values, int offset, int step, int count) {
        for (int p = 0; p < count; p++) {
            values[offset + p * step] = 0f;
        }
    }

    /**
     * A panel of rows times all of b.
     *
     * @param a the rows' values: for each column {@code height} values, columns {@code aStep} apart
     */
    private void multiplyPanel(float[] a, int aOffset, int aStep, int height, int valid, Panels b, Matrix c, int row,
                               boolean accumulate, float[] tile) {
        int k = b.rows;
        for (int from = 0; from < b.columns; from += WIDTH) {
            int width = Math.min(WIDTH, b.columns - from);
            int cOffset = c.offset() + row * c.rowStride() + from;
            if (valid == height && width == WIDTH && !accumulate) {
                MicroKernels.tile(height, k, a, aOffset, aStep, b.values, from * k, c.data(), cOffset, c.rowStride());
            } else {
                MicroKernels.tile(height, k, a, aOffset, aStep, b.values, from * k, tile, 0, WIDTH);
                putTile(tile, c.data(), cOffset, c.rowStride(), valid, width, accumulate);
            }
        }
    }

    private void putTile(float[] tile, float[] c, int cOffset, int cStride, int rows, int width, boolean accumulate) {
        for (int i = 0; i < rows; i++) {
            if (accumulate) {
                addScaled(1f, tile, i * WIDTH, c, cOffset + i * cStride, width);
            } else {
                System.arraycopy(tile, i * WIDTH, c, cOffset + i * cStride, width);
            }
        }
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
