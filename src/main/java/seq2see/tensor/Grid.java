package seq2see.tensor;

import java.util.Objects;

/** An immutable table of numbers with named axes, for everything that is looked at outside the engine. */
public final class Grid {
    private final Axis rowAxis;
    private final Axis columnAxis;
    private final int rows;
    private final int columns;
    private final float[] values;

    private Grid(Axis rowAxis, int rows, Axis columnAxis, int columns, float[] values) {
        this.rowAxis = Objects.requireNonNull(rowAxis);
        this.columnAxis = Objects.requireNonNull(columnAxis);
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    /** Copies rows × columns values, row by row, from {@code values[offset]} on. */
    public static Grid copyOf(Axis rowAxis, int rows, Axis columnAxis, int columns, float[] values, int offset) {
        Objects.checkFromIndexSize(offset, rows * columns, values.length);
        float[] copy = new float[rows * columns];
        System.arraycopy(values, offset, copy, 0, copy.length);
        return new Grid(rowAxis, rows, columnAxis, columns, copy);
    }

    /** Copies a vector of the given axis into a grid of one row. */
    public static Grid vector(Axis axis, float[] values, int offset, int size) {
        return copyOf(Axis.UNIT, 1, axis, size, values, offset);
    }

    public Axis columnAxis() {
        return columnAxis;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /** Both from 0. @throws IndexOutOfBoundsException outside of the grid */
    public float get(int row, int column) {
        Objects.checkIndex(row, rows);
        Objects.checkIndex(column, columns);
        return values[row * columns + column];
    }

    /** The value at an index of a one-row grid. */
    public float get(int column) {
        if (rows != 1) {
            throw new IllegalStateException("a grid of " + rows + " rows is not a vector");
        }
        return get(0, column);
    }

    /** The largest magnitude of all values; NaN where one is. */
    public float largestMagnitude() {
        float largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /** A copy of all values, row by row. */
    public float[] toArray() {
        return values.clone();
    }

    @Override
    public String toString() {
        return "Grid(" + rowAxis.letter() + " " + rows + ", " + columnAxis.letter() + " " + columns + ")";
    }
}
