package seq2see.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Remembers what was computed, in order: takes it back in reverse (reverse-mode automatic differentiation), and does it
 * again with other numbers in the same places, which makes no new objects. It also owns the room for everything computed,
 * and uses it again after {@link #reset}.
 *
 * <p>An operation recorded before a loop is taken back after all that the loop recorded. Weights that are shared through
 * time use this: their gradient is one product over all time steps instead of one a step.
 *
 * <p>A tape belongs to one thread at a time.
 */
public final class Tape {
    private final Kernels kernels;
    private final boolean recording;
    private final List<Operation> operations = new ArrayList<>();
    private final Workspace.Cursor room;
    /** For what has no gradient. */
    private final Workspace.Cursor valuesRoom;
    /** What {@link #repeatable} is collecting, or null. */
    private List<Runnable> collected;

    private Tape(Kernels kernels, boolean recording, Workspace workspace) {
        this.kernels = kernels;
        this.recording = recording;
        this.room = workspace.new Cursor();
        this.valuesRoom = recording ? workspace.besides().new Cursor() : room;
    }

    /** A tape that remembers, for training. */
    public static Tape recording(Kernels kernels) {
        return recording(kernels, Workspace.withGradient());
    }

    /** The same, in a room that is shared with tapes that are not in use meanwhile. */
    public static Tape recording(Kernels kernels, Workspace workspace) {
        return new Tape(kernels, true, workspace);
    }

    /** A tape that only computes: no gradients, nothing remembered. */
    public static Tape forwardOnly(Kernels kernels) {
        return forwardOnly(kernels, Workspace.valuesOnly());
    }

    /** The same, in a room that is shared with tapes that are not in use meanwhile. */
    public static Tape forwardOnly(Kernels kernels, Workspace workspace) {
        return new Tape(kernels, false, workspace);
    }

    /** What its operations compute with. */
    public Kernels kernels() {
        return kernels;
    }

    /** Whether operations are remembered; without that there are no gradients. */
    public boolean isRecording() {
        return recording;
    }

    /** Room for a result. Its values are not set; its gradient is zero. */
    public Tensor tensor(Shape shape) {
        return room.tensor(shape);
    }

    /** Room for a result that nothing is taken back through: there is no gradient to it, and none to be cleared. */
    public Tensor values(Shape shape) {
        return valuesRoom.tensor(shape);
    }

    /** Room for a result whose values begin as zero. */
    public Tensor zeros(Shape shape) {
        Tensor tensor = tensor(shape);
        Arrays.fill(tensor.values(), tensor.offset(), tensor.offset() + shape.elements(), 0f);
        return tensor;
    }

    /**
     * Carries an operation out and remembers it.
     *
     * @param forward  reads the inputs, whatever they hold by then, and writes the output
     * @param backward reads the output's gradient and adds to the inputs'
     */
    public void run(Runnable forward, Runnable backward) {
        forward.run();
        if (collected != null) {
            collected.add(forward);
        }
        if (recording) {
            operations.add(new Operation(forward, backward));
        }
    }

    /** Carries everything out again, in the same places, with what the inputs hold now. */
    public void again() {
        checkRecording();
        room.clearGradients();
        for (int i = 0; i < operations.size(); i++) {
            operations.get(i).forward.run();
        }
    }

    /**
     * Carries a part of a computation out, and gives it back as something that does it again in the same places, with what
     * its inputs hold by then: a decoder's step, for searches.
     */
    public Runnable repeatable(Runnable part) {
        List<Runnable> steps = new ArrayList<>();
        collected = steps;
        try {
            part.run();
        } finally {
            collected = null;
        }
        return () -> {
            for (int i = 0; i < steps.size(); i++) {
                steps.get(i).run();
            }
        };
    }

    /** Takes everything back, the newest first. */
    public void backward() {
        checkRecording();
        for (int i = operations.size() - 1; i >= 0; i--) {
            operations.get(i).backward.run();
        }
    }

    private void checkRecording() {
        if (!recording) {
            throw new IllegalStateException("this tape only computes forward");
        }
    }

    /** Forgets everything; the tensors made so far must no longer be used. */
    public void reset() {
        operations.clear();
        room.reset();
        valuesRoom.reset();
    }

    private record Operation(Runnable forward, Runnable backward) {
    }
}
