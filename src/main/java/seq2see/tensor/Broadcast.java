package seq2see.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How two shapes come to one, by the rule that array libraries share: the axes are aligned from the last one; a pair of sizes
 * fits where both are equal or one of them is 1, which is then copied along; an axis that one shape lacks counts as 1 there.
 * Immutable.
 *
 * @param pairs one for each axis of the result, outermost first
 */
public record Broadcast(List<Pair> pairs) {
    public Broadcast {
        pairs = List.copyOf(pairs);
    }

    /**
     * Two sizes that stand above each other.
     *
     * @param left         1 where the left shape has no such axis
     * @param leftMissing  whether the left shape has no such axis
     * @param right        1 where the right shape has no such axis
     * @param rightMissing whether the right shape has no such axis
     */
    public record Pair(int left, boolean leftMissing, int right, boolean rightMissing) {
        public boolean fits() {
            return left == right || left == 1 || right == 1;
        }

        /** The size that comes of it, where it fits. */
        public int size() {
            return left == 1 ? right : left;
        }
    }

    /** @param left sizes, outermost first; @param right likewise */
    public static Broadcast of(List<Integer> left, List<Integer> right) {
        int rank = Math.max(left.size(), right.size());
        List<Pair> pairs = new ArrayList<>();
        for (int axis = 0; axis < rank; axis++) {
            int l = axis - (rank - left.size());
            int r = axis - (rank - right.size());
            pairs.add(new Pair(l < 0 ? 1 : left.get(l), l < 0, r < 0 ? 1 : right.get(r), r < 0));
        }
        return new Broadcast(pairs);
    }

    /** Whether there is a result. */
    public boolean fits() {
        return pairs.stream().allMatch(Pair::fits);
    }

    /** The axis of the last pair that does not fit, counted from the right: the last axis is 1. Empty where all fit. */
    public Optional<Integer> clashFromRight() {
        for (int axis = pairs.size() - 1; axis >= 0; axis--) {
            if (!pairs.get(axis).fits()) {
                return Optional.of(pairs.size() - axis);
            }
        }
        return Optional.empty();
    }

    /**
     * The sizes of the result, outermost first.
     *
     * @throws IllegalStateException where the shapes do not fit
     */
    public List<Integer> shape() {
        if (!fits()) {
            throw new IllegalStateException("the shapes do not fit: " + pairs);
        }
        return pairs.stream().map(Pair::size).toList();
    }

    /** The number of elements of the result. */
    public int elements() {
        return shape().stream().reduce(1, Math::multiplyExact);
    }

    /** Where the left operand's element stands, row by row, that meets at an element of the result. */
    public int leftOffset(int element) {
        return offset(element, true);
    }

    /** The same of the right operand. */
    public int rightOffset(int element) {
        return offset(element, false);
    }

    private int offset(int element, boolean left) {
        List<Integer> shape = shape();
        int rest = element;
        int offset = 0;
        int stride = 1;
        for (int axis = pairs.size() - 1; axis >= 0; axis--) {
            int index = rest % shape.get(axis);
            rest /= shape.get(axis);
            int own = left ? pairs.get(axis).left() : pairs.get(axis).right();
            if (own > 1) {
                offset += index * stride;
            }
            stride *= own;
        }
        return offset;
    }
}
