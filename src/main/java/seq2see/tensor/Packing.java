package seq2see.tensor;

import java.util.HashMap;
import java.util.Map;

/**
 * The packed forms of a weight matrix and of parts of its columns, kept for as long as it does not change: all time steps,
 * sentences and threads use the same. Whoever changes the weight says so by {@link #changed}.
 */
public final class Packing {
    /** Which columns, and whether W or Wᵀ. */
    private record Form(int offset, int columns, boolean transposed) {
    }

    private final Map<Form, Kernels.PackedMatrix> packed = new HashMap<>();

    /** W, packed as a right-hand side. */
    synchronized Kernels.PackedMatrix straight(Kernels kernels, Matrix weight) {
        return packed.computeIfAbsent(new Form(weight.offset(), weight.columns(), false), form -> kernels.pack(weight));
    }

    /** Wᵀ, packed as a right-hand side. */
    synchronized Kernels.PackedMatrix transposed(Kernels kernels, Matrix weight) {
        return packed.computeIfAbsent(new Form(weight.offset(), weight.columns(), true), form -> kernels.pack(weight.transposed()));
    }

    /** The weight is no longer what was packed. */
    public synchronized void changed() {
        packed.clear();
    }
}
