package seq2see.tensor;

import static seq2see.tensor.MicroKernels.WIDTH;

/**
 * c += a · b by the {@link MicroKernels}, in blocks that stay in the nearest caches (Goto and van de Geijn, "Anatomy of
 * high-performance matrix multiplication", 2008): a panel of a's rows, packed, meets every panel of b's columns.
 */
final class SimdProduct {
    /** So much of k at a time: a panel of b then takes 32 KB at most, and leaves room beside it for a panel of a. */
    private static final int DEPTH = 256;

    /** A panel of the left-hand side. */
    private final float[] left = new float[MicroKernels.HEIGHT * DEPTH];
    /** A tile that reaches over an edge of c. */
    private final float[] tile = new float[MicroKernels.HEIGHT * WIDTH];

    /** A right-hand side that is used once. */
    private final Panels rightSide = new Panels();

    /** Room to pack a right-hand side that is used once. */
    Panels rightSide() {
        return rightSide;
    }

    /** @param b (k, n) */
    void add(Matrix a, Panels b, Matrix c) {
        for (int from = 0; from < b.rows(); from += DEPTH) {
            int depth = Math.min(DEPTH, b.rows() - from);
            if (a.rows() == 1) {
                addRow(a, b, c, from, depth);
            } else {
                addBlock(a, b, c, from, depth);
            }
        }
    }

    private void addBlock(Matrix a, Panels b, Matrix c, int from, int depth) {
        int row = 0;
        while (row < a.rows()) {
            int height = MicroKernels.height(a.rows() - row);
            int valid = Math.min(height, a.rows() - row);
            int first = a.offset() + row * a.rowStride() + from * a.columnStride();
            // Four rows are read where they are: to pack them would take longer.
            if (valid == height && (a.rowStride() == 1 || height == 4)) {
                addPanel(a.data(), first, a.rowStride(), a.columnStride(), height, valid, b, from, depth, c, row);
            } else {
                Panels.pack(a.data(), first, a.rowStride(), valid, a.columnStride(), depth, left, 0, height);
                addPanel(left, 0, 1, height, height, valid, b, from, depth, c, row);
            }
            row += valid;
        }
    }

    /**
     * A panel of rows times all of b.
     *
     * @param a the rows' values, as {@link MicroKernels#tile} reads them
     */
    private void addPanel(float[] a, int aOffset, int aRow, int aStep, int height, int valid, Panels b, int from, int depth, Matrix c, int row) {
        for (int column = 0; column < b.columns(); column += WIDTH) {
            int width = Math.min(WIDTH, b.columns() - column);
            int bOffset = column * b.rows() + from * WIDTH;
            int cOffset = c.offset() + row * c.rowStride() + column;
            if (valid == height && width == WIDTH) {
                MicroKernels.tile(height, depth, a, aOffset, aRow, aStep, b.values(), bOffset, c.data(), cOffset, c.rowStride());
            } else {
                copyRows(c.data(), cOffset, c.rowStride(), tile, 0, WIDTH, valid, width);
                MicroKernels.tile(height, depth, a, aOffset, aRow, aStep, b.values(), bOffset, tile, 0, WIDTH);
                copyRows(tile, 0, WIDTH, c.data(), cOffset, c.rowStride(), valid, width);
            }
        }
    }

    /** The same for a single row. */
    private void addRow(Matrix a, Panels b, Matrix c, int from, int depth) {
        float[] values = a.data();
        int first = a.offset() + from * a.columnStride();
        if (a.columnStride() != 1) {
            Panels.pack(values, first, 1, 1, a.columnStride(), depth, left, 0, 1);
            values = left;
            first = 0;
        }
        int last = (Math.ceilDiv(b.columns(), WIDTH) - 1) * WIDTH;
        for (int column = 0; column <= last; column += 4 * WIDTH) {
            int width = Math.min(4 * WIDTH, b.columns() - column);
            int block = from * WIDTH;
            System.arraycopy(c.data(), c.offset() + column, tile, 0, width);
            MicroKernels.row(depth, values, first, b.values(), column * b.rows() + block,
                    Math.min(last, column + WIDTH) * b.rows() + block, Math.min(last, column + 2 * WIDTH) * b.rows() + block,
                    Math.min(last, column + 3 * WIDTH) * b.rows() + block, tile, 0);
            System.arraycopy(tile, 0, c.data(), c.offset() + column, width);
        }
    }

    private static void copyRows(float[] from, int fromOffset, int fromStride, float[] to, int toOffset, int toStride, int rows, int width) {
        for (int i = 0; i < rows; i++) {
            System.arraycopy(from, fromOffset + i * fromStride, to, toOffset + i * toStride, width);
        }
    }
}
