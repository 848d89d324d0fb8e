package seq2see.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Room for values and, at the same places, their gradients. Tapes may share one as long as only one of them is in use:
 * each lays out its tensors from the beginning.
 */
public final class Workspace {
    private static final int BLOCK = 1 << 18;

    private record Block(float[] values, float[] gradient) {
    }

    private final boolean withGradient;
    private final List<Block> blocks = new ArrayList<>();
    /** For what has no gradient; null where nothing has. */
    private final Workspace besides;

    private Workspace(boolean withGradient) {
        this.withGradient = withGradient;
        this.besides = withGradient ? valuesOnly() : null;
    }

    /** For a tape that records. */
    public static Workspace withGradient() {
        return new Workspace(true);
    }

    /** For a tape that only computes. */
    public static Workspace valuesOnly() {
        return new Workspace(false);
    }

    /** Room for values alone beside this room with gradients. */
    Workspace besides() {
        return besides;
    }

    /** How far a tape has used it. */
    final class Cursor {
        private int block;
        private int used;

        /** Room for a tensor. Its values are not set; its gradient is zero. */
        Tensor tensor(Shape shape) {
            int size = shape.elements();
            while (block < blocks.size() && blocks.get(block).values.length - used < size) {
                block++;
                used = 0;
            }
            if (block == blocks.size()) {
                int length = Math.max(BLOCK, size);
                blocks.add(new Block(new float[length], withGradient ? new float[length] : null));
            }
            Block home = blocks.get(block);
            if (withGradient) {
                Arrays.fill(home.gradient, used, used + size, 0f);
            }
            Tensor tensor = new Tensor(shape, home.values, home.gradient, used);
            used += size;
            return tensor;
        }

        /** Sets all gradients of the tensors made so far to zero. */
        void clearGradients() {
            for (int i = 0; i <= block && i < blocks.size(); i++) {
                float[] gradient = blocks.get(i).gradient;
                Arrays.fill(gradient, 0, i < block ? gradient.length : used, 0f);
            }
        }

        void reset() {
            block = 0;
            used = 0;
        }
    }
}
