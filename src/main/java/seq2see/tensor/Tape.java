package seq2see.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Remembers what was computed, in order, and takes it back in reverse (reverse-mode automatic differentiation). It also
 * owns the room for everything computed, and uses it again after {@link #reset}.
 *
 * <p>An operation recorded before a loop is taken back after all that the loop recorded. Weights that are shared through
 * time use this: their gradient is one product over all time steps instead of one a step.
 *
 * <p>A tape belongs to one thread at a time.
 */
public final class Tape {
    private static final int BLOCK = 1 << 18;

    /** Values and, at the same places, their gradients. */
    private record Block(float[] values, float[] gradient) {
    }

    private final Kernels kernels;
    private final boolean recording;
    private final List<Operation> operations = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private int block;
    private int used;

    private Tape(Kernels kernels, boolean recording) {
        this.kernels = kernels;
        this.recording = recording;
    }

    /** A tape that remembers, for training. */
    public static Tape recording(Kernels kernels) {
        return new Tape(kernels, true);
    }

    /** A tape that only computes: no gradients, nothing remembered. */
    public static Tape forwardOnly(Kernels kernels) {
        return new Tape(kernels, false);
    }

    public Kernels kernels() {
        return kernels;
    }

    /** Whether operations are remembered; without that there are no gradients. */
    public boolean isRecording() {
        return recording;
    }

    /** Room for a result. Its values are not set; its gradient is zero. */
    public Tensor tensor(Shape shape) {
        int size = shape.elements();
        while (block < blocks.size() && blocks.get(block).values.length - used < size) {
            block++;
            used = 0;
        }
        if (block == blocks.size()) {
            int length = Math.max(BLOCK, size);
            blocks.add(new Block(new float[length], recording ? new float[length] : null));
        }
        Block home = blocks.get(block);
        if (recording) {
            Arrays.fill(home.gradient, used, used + size, 0f);
        }
        Tensor tensor = new Tensor(shape, home.values, home.gradient, used);
        used += size;
        return tensor;
    }

    /** Room for a result whose values begin as zero. */
    public Tensor zeros(Shape shape) {
        Tensor tensor = tensor(shape);
        Arrays.fill(tensor.values(), tensor.offset(), tensor.offset() + shape.elements(), 0f);
        return tensor;
    }

    /** Remembers an operation that was just carried out. */
    public void record(Operation operation) {
        if (recording) {
            operations.add(operation);
        }
    }

    /** Takes everything back, the newest first. */
    public void backward() {
        if (!recording) {
            throw new IllegalStateException("this tape only computes forward");
        }
        for (int i = operations.size() - 1; i >= 0; i--) {
            operations.get(i).backward();
        }
        operations.clear();
    }

    /** Forgets everything; the tensors made so far must no longer be used. */
    public void reset() {
        operations.clear();
        block = 0;
        used = 0;
    }
}
