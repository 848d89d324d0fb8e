package seq2see.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The sizes of a tensor along its named axes, outermost first; the last axis is contiguous in memory. Immutable. */
public final class Shape {
    /** One axis and its size. */
    public record Dimension(Axis axis, int size) {
        public Dimension {
            if (size < 0) {
                throw new IllegalArgumentException("size " + size + " of axis " + axis);
            }
        }
    }

    private final List<Dimension> dimensions;
    private final int elements;
    /** Asked for in every inner loop. */
    private final int width;
    private final Shape inner;

    /** @throws ArithmeticException where the elements are more than an array can hold */
    public Shape(List<Dimension> dimensions) {
        this.dimensions = List.copyOf(dimensions);
        this.inner = dimensions.size() > 1 ? new Shape(dimensions.subList(1, dimensions.size())) : null;
        this.elements = dimensions.isEmpty() ? 1
                : Math.multiplyExact(dimensions.getFirst().size(), inner == null ? 1 : inner.elements);
        this.width = dimensions.isEmpty() ? 1 : dimensions.getLast().size();
    }

    /** A vector's. */
    public static Shape of(Axis axis, int size) {
        return new Shape(List.of(new Dimension(axis, size)));
    }

    /** A matrix's, rows first. */
    public static Shape of(Axis first, int firstSize, Axis second, int secondSize) {
        return new Shape(List.of(new Dimension(first, firstSize), new Dimension(second, secondSize)));
    }

    /** That of three axes, outermost first. */
    public static Shape of(Axis first, int firstSize, Axis second, int secondSize, Axis third, int thirdSize) {
        return new Shape(List.of(new Dimension(first, firstSize), new Dimension(second, secondSize),
                new Dimension(third, thirdSize)));
    }

    /** Outermost first. */
    public List<Dimension> dimensions() {
        return dimensions;
    }

    /** The size along an axis, counted from 0, outermost first. */
    public int size(int dimension) {
        return dimensions.get(dimension).size();
    }

    /** How many axes. */
    public int rank() {
        return dimensions.size();
    }

    /** The product of all sizes. */
    public int elements() {
        return elements;
    }

    /** The size of the last axis; 1 for a single number, which has none. */
    public int width() {
        return width;
    }

    /** The shape without its first axis, which must not be its only one. */
    public Shape inner() {
        if (inner == null) {
            throw new IllegalStateException("nothing is inside of " + this);
        }
        return inner;
    }

    /** The same with another size of the first axis. */
    public Shape withFirst(int size) {
        List<Dimension> changed = new ArrayList<>(dimensions);
        changed.set(0, new Dimension(dimensions.getFirst().axis(), size));
        return new Shape(changed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape shape && dimensions.equals(shape.dimensions);
    }

    @Override
    public int hashCode() {
        return dimensions.hashCode();
    }

    /** Such as {@code (T 7, N 4, H 16)}. */
    @Override
    public String toString() {
        return dimensions.stream().map(dimension -> dimension.axis().letter() + " " + dimension.size())
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
