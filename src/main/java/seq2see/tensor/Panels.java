package seq2see.tensor;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * A right-hand side (k, n) in panels of {@link MicroKernels#WIDTH} columns, each row by row, so that the micro-kernels read
 * it in one straight run; columns beyond the last are zero. The left-hand side is laid out in the same way, rows for columns.
 */
final class Panels implements Kernels.PackedMatrix {
    private static final VectorSpecies<Float> FOUR = FloatVector.SPECIES_128;
    // Of two vectors side by side, 0 to 3 and 4 to 7.
    private static final VectorShuffle<Float> FIRST_OF_BOTH = VectorShuffle.fromValues(FOUR, 0, 4, 1, 5);
    private static final VectorShuffle<Float> LAST_OF_BOTH = VectorShuffle.fromValues(FOUR, 2, 6, 3, 7);
    private static final VectorShuffle<Float> LOWER_HALVES = VectorShuffle.fromValues(FOUR, 0, 1, 4, 5);
    private static final VectorShuffle<Float> UPPER_HALVES = VectorShuffle.fromValues(FOUR, 2, 3, 6, 7);

    private int rows;
    private int columns;
    private float[] values = new float[0];

    /** Takes the values of a matrix; room that was made before is used again. */
    void fill(Matrix b) {
        rows = b.rows();
        columns = b.columns();
        int size = Math.ceilDiv(columns, MicroKernels.WIDTH) * MicroKernels.WIDTH * rows;
        if (values.length < size) {
            values = new float[size];
        }
        for (int from = 0; from < columns; from += MicroKernels.WIDTH) {
            pack(b.data(), b.offset() + from * b.columnStride(), b.columnStride(), Math.min(MicroKernels.WIDTH, columns - from),
                    b.rowStride(), rows, values, from * rows, MicroKernels.WIDTH);
        }
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return columns;
    }

    /** Panel upon panel; the one that begins with a column stands at that column times {@link #rows()}. */
    float[] values() {
        return values;
    }

    /**
     * Lays lines side by side: {@code panel[offset + p * width + line] = data[first + line * lineStride + p * stride]}, zero
     * for lines beyond the last.
     *
     * @param lines how many there are, at most {@code width}
     * @param depth how many values a line has
     */
    static void pack(float[] data, int first, int lineStride, int lines, int stride, int depth, float[] panel, int offset, int width) {
        if (lineStride == 1) {
            for (int p = 0; p < depth; p++) {
                System.arraycopy(data, first + p * stride, panel, offset + p * width, lines);
            }
        } else {
            int inFours = stride == 1 ? lines & -4 : 0;
            for (int line = 0; line < inFours; line += 4) {
                packFour(data, first + line * lineStride, lineStride, depth, panel, offset + line, width);
            }
            for (int line = inFours; line < lines; line++) {
                packOne(data, first + line * lineStride, stride, 0, depth, panel, offset + line, width);
            }
        }
        if (lines < width) {
            for (int p = 0; p < depth; p++) {
                Arrays.fill(panel, offset + p * width + lines, offset + (p + 1) * width, 0f);
            }
        }
    }

    private static void packOne(float[] data, int first, int stride, int from, int depth, float[] panel, int offset, int width) {
        for (int p = from; p < depth; p++) {
            panel[offset + p * width] = data[first + p * stride];
        }
    }

    /** Four lines whose values lie one after the other: blocks of four by four are transposed in registers. */
    private static void packFour(float[] data, int first, int lineStride, int depth, float[] panel, int offset, int width) {
        int whole = depth & -4;
        for (int p = 0; p < whole; p += 4) {
            FloatVector line0 = FloatVector.fromArray(FOUR, data, first + p);
            FloatVector line1 = FloatVector.fromArray(FOUR, data, first + lineStride + p);
            FloatVector line2 = FloatVector.fromArray(FOUR, data, first + 2 * lineStride + p);
            FloatVector line3 = FloatVector.fromArray(FOUR, data, first + 3 * lineStride + p);
            FloatVector first01 = line0.rearrange(FIRST_OF_BOTH, line1);
            FloatVector first23 = line2.rearrange(FIRST_OF_BOTH, line3);
            FloatVector last01 = line0.rearrange(LAST_OF_BOTH, line1);
            FloatVector last23 = line2.rearrange(LAST_OF_BOTH, line3);
            first01.rearrange(LOWER_HALVES, first23).intoArray(panel, offset + p * width);
            first01.rearrange(UPPER_HALVES, first23).intoArray(panel, offset + (p + 1) * width);
            last01.rearrange(LOWER_HALVES, last23).intoArray(panel, offset + (p + 2) * width);
            last01.rearrange(UPPER_HALVES, last23).intoArray(panel, offset + (p + 3) * width);
        }
        for (int line = 0; line < 4; line++) {
            packOne(data, first + line * lineStride, 1, whole, depth, panel, offset + line, width);
        }
    }
}
