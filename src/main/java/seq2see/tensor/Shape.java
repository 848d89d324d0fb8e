package seq2see.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The sizes of a tensor along its named axes, outermost first; the last axis is contiguous in memory. */
public record Shape(List<Dimension> dimensions) {
    /** One axis and its size. */
    public record Dimension(Axis axis, int size) {
        public Dimension {
            if (size < 0) {
                throw new IllegalArgumentException("size " + size + " of axis " + axis);
            }
        }
    }

    public Shape {
        dimensions = List.copyOf(dimensions);
    }

    public static Shape of(Axis axis, int size) {
        return new Shape(List.of(new Dimension(axis, size)));
    }

    public static Shape of(Axis first, int firstSize, Axis second, int secondSize) {
        return new Shape(List.of(new Dimension(first, firstSize), new Dimension(second, secondSize)));
    }

    public static Shape of(Axis first, int firstSize, Axis second, int secondSize, Axis third, int thirdSize) {
        return new Shape(List.of(new Dimension(first, firstSize), new Dimension(second, secondSize),
                new Dimension(third, thirdSize)));
    }

    public int size(int dimension) {
        return dimensions.get(dimension).size();
    }

    /** How many axes. */
    public int rank() {
        return dimensions.size();
    }

    /** The product of all sizes. */
    public int elements() {
        int product = 1;
        for (Dimension dimension : dimensions) {
            product = Math.multiplyExact(product, dimension.size());
        }
        return product;
    }

    /** The size of the last axis. */
    public int width() {
        return dimensions.getLast().size();
    }

    /** The shape without its first axis. */
    public Shape inner() {
        return new Shape(dimensions.subList(1, dimensions.size()));
    }

    /** The same with another size of the first axis. */
    public Shape withFirst(int size) {
        List<Dimension> changed = new ArrayList<>(dimensions);
        changed.set(0, new Dimension(dimensions.getFirst().axis(), size));
        return new Shape(changed);
    }

    /** Such as {@code (T 7, N 4, H 16)}. */
    @Override
    public String toString() {
        return dimensions.stream().map(dimension -> dimension.axis().letter() + " " + dimension.size())
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
