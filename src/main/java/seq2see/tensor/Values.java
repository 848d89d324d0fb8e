package seq2see.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** An immutable copy of a tensor of one to three axes, for everything that is looked at outside the engine. */
public final class Values {
    private final Shape shape;
    private final float[] values;
    private final float largestMagnitude;

    private Values(Shape shape, float[] values) {
        this.shape = shape;
        this.values = values;
        float largest = 0;
        for (float value : values) {
            if (Math.abs(value) > largest) {
                largest = Math.abs(value);
            }
        }
        this.largestMagnitude = largest;
    }

    /** Copies a tensor. */
    public static Values copyOf(Tensor tensor) {
        return copyOf(tensor.shape(), tensor.values(), tensor.offset());
    }

    /** Copies numbers that lie row by row. */
    public static Values copyOf(Shape shape, float[] values, int offset) {
        float[] copy = new float[shape.elements()];
        System.arraycopy(values, offset, copy, 0, copy.length);
        return new Values(shape, copy);
    }

    /** Copies a matrix, whichever way it lies in memory. */
    public static Values copyOf(Axis rows, Axis columns, Matrix matrix) {
        float[] copy = new float[matrix.rows() * matrix.columns()];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = matrix.get(i / matrix.columns(), i % matrix.columns());
        }
        return new Values(Shape.of(rows, matrix.rows(), columns, matrix.columns()), copy);
    }

    public Shape shape() {
        return shape;
    }

    /** The value at an index for each axis, from 0. */
    public float get(int... index) {
        if (index.length != shape.rank()) {
            throw new IllegalArgumentException(index.length + " indices into " + shape);
        }
        int offset = 0;
        for (int axis = 0; axis < index.length; axis++) {
            offset = offset * shape.size(axis) + Objects.checkIndex(index[axis], shape.size(axis));
        }
        return values[offset];
    }

    /** The largest magnitude; 0 where there is no value, and no number among them counts. */
    public float largestMagnitude() {
        return largestMagnitude;
    }

    /** What is left where one axis, of at least two, is held at an index. */
    public Values slice(int axis, int index) {
        Objects.checkIndex(index, shape.size(axis));
        List<Shape.Dimension> left = new ArrayList<>(shape.dimensions());
        left.remove(axis);
        int inner = 1;
        for (int i = axis + 1; i < shape.rank(); i++) {
            inner *= shape.size(i);
        }
        float[] copy = new float[values.length / shape.size(axis)];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = values[(i / inner * shape.size(axis) + index) * inner + i % inner];
        }
        return new Values(new Shape(left), copy);
    }

    /** A copy of all values, row by row. */
    public float[] toArray() {
        return values.clone();
    }

    @Override
    public String toString() {
        return "Values" + shape;
    }
}
