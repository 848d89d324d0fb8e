package seq2see.tensor;

import java.util.Arrays;
import java.util.Objects;

/**
 * A window on an array, read as rows × columns: element (i, j) stands at {@code data[offset + i * rowStride + j * columnStride]}.
 */
public record Matrix(float[] data, int offset, int rows, int columns, int rowStride, int columnStride) {

    /** Rows side by side in memory, one after the other. */
    public static Matrix of(float[] data, int offset, int rows, int columns) {
        return new Matrix(data, offset, rows, columns, columns, 1);
    }

    /** The same numbers with rows and columns exchanged; nothing is copied. */
    public Matrix transposed() {
        return new Matrix(data, offset, columns, rows, columnStride, rowStride);
    }

    /** {@code count} columns from {@code first} on; nothing is copied. */
    public Matrix columns(int first, int count) {
        Objects.checkFromIndexSize(first, count, columns);
        return new Matrix(data, offset + first * columnStride, rows, count, rowStride, columnStride);
    }

    /** Sets every element to zero; columns have to be one apart. */
    void clear() {
        for (int i = 0; i < rows; i++) {
            Arrays.fill(data, offset + i * rowStride, offset + i * rowStride + columns, 0f);
        }
    }

    /** Both from 0, unchecked. */
    public float get(int row, int column) {
        return data[offset + row * rowStride + column * columnStride];
    }

    /** @throws IllegalArgumentException where c cannot hold a · b */
    static void checkProduct(Matrix a, int bRows, int bColumns, Matrix c) {
        if (a.columns() != bRows || c.rows() != a.rows() || c.columns() != bColumns || c.columnStride() != 1) {
            throw new IllegalArgumentException("a product of (%d, %d) and (%d, %d) does not fit into (%d, %d)".formatted(
                    a.rows(), a.columns(), bRows, bColumns, c.rows(), c.columns()));
        }
    }
}
