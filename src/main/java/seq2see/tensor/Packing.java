package seq2see.tensor;

/**
 * The packed forms of a weight matrix, kept for as long as it does not change: all time steps, sentences and threads use
 * the same. Whoever changes the weight says so by {@link #changed}.
 */
public final class Packing {
    private Kernels.PackedMatrix straight;
    private Kernels.PackedMatrix transposed;

    /** W, packed as a right-hand side. */
    synchronized Kernels.PackedMatrix straight(Kernels kernels, Matrix weight) {
        if (straight == null) {
            straight = kernels.pack(weight);
        }
        return straight;
    }

    /** Wᵀ, packed as a right-hand side. */
    synchronized Kernels.PackedMatrix transposed(Kernels kernels, Matrix weight) {
        if (transposed == null) {
            transposed = kernels.pack(weight.transposed());
        }
        return transposed;
    }

    /** The weight is no longer what was packed. */
    public synchronized void changed() {
        straight = null;
        transposed = null;
    }
}
