package seq2see.tensor;

import java.util.Objects;

/**
 * Numbers with a shape, and beside each its gradient. A tensor is a window on arrays that others may share: a parameter
 * shares its values with every thread and has a gradient for each; a slice shares both with the whole.
 */
public final class Tensor {
    private final Shape shape;
    private final float[] values;
    private final float[] gradient;
    private final int offset;
    /** Made when it is first asked for: few tensors are weights. */
    private Packing packing;

    /** A window from {@code offset} on in both arrays, row by row. {@code gradient} is null where none is wanted. */
    public Tensor(Shape shape, float[] values, float[] gradient, int offset) {
        this(shape, values, gradient, offset, null);
    }

    /** The same, for a weight whose packed forms are shared with other windows on it. */
    public Tensor(Shape shape, float[] values, float[] gradient, int offset, Packing packing) {
        Objects.checkFromIndexSize(offset, shape.elements(), values.length);
        this.shape = shape;
        this.values = values;
        this.gradient = gradient;
        this.offset = offset;
        this.packing = packing;
    }

    public Shape shape() {
        return shape;
    }

    /** The array that holds the values, from {@link #offset()} on. */
    public float[] values() {
        return values;
    }

    /** The array that holds the gradient, from {@link #offset()} on. */
    public float[] gradient() {
        return gradient;
    }

    /** Where it begins in both arrays. */
    public int offset() {
        return offset;
    }

    /** All rows: the product of all axes but the last. */
    public int rows() {
        return shape.elements() / Math.max(1, shape.width());
    }

    /** The last axis. */
    public int width() {
        return shape.width();
    }

    /** The slice at an index of the first axis. */
    public Tensor at(int index) {
        Objects.checkIndex(index, shape.size(0));
        Shape inner = shape.inner();
        return new Tensor(inner, values, gradient, offset + index * inner.elements());
    }

    /** {@code count} slices along the first axis, from {@code from} on. */
    public Tensor slice(int from, int count) {
        Objects.checkFromIndexSize(from, count, shape.size(0));
        return new Tensor(shape.withFirst(count), values, gradient, offset + from * shape.inner().elements());
    }

    /** Copies the values to a tensor with as many elements; nothing is recorded. */
    public void copyTo(Tensor other) {
        System.arraycopy(values, offset, other.values, other.offset, shape.elements());
    }

    /** The packed forms of the values as a matrix. */
    Packing packing() {
        if (packing == null) {
            packing = new Packing();
        }
        return packing;
    }

    /** The values as rows × last axis. */
    public Matrix matrix() {
        return Matrix.of(values, offset, rows(), width());
    }

    /** The gradient as rows × last axis. */
    public Matrix gradientMatrix() {
        return Matrix.of(gradient, offset, rows(), width());
    }
}
