package seq2see.tensor;

import java.util.HashMap;
import java.util.Map;

/**
 * The packed forms of a weight matrix and of parts of its columns, kept for as long as it does not change: all time steps,
 * sentences and threads use the same. Whoever changes the weight says so by {@link #changed}; each form is then filled
 * again, in the same room, when it is next asked for.
 */
public final class Packing {
    /** Which columns, and whether W or Wᵀ. */
    private record Key(int offset, int columns, boolean transposed) {
    }

    private final Map<Key, Form> forms = new HashMap<>();

    /** A matrix to be used as a right-hand side. */
    static final class Form {
        private final Matrix matrix;
        private Kernels.PackedMatrix packed;
        private volatile boolean fresh;

        private Form(Matrix matrix) {
            this.matrix = matrix;
        }

        Kernels.PackedMatrix packed(Kernels kernels) {
            if (!fresh) {
                fill(kernels);
            }
            return packed;
        }

        private synchronized void fill(Kernels kernels) {
            if (!fresh) {
                packed = kernels.pack(matrix, packed);
                fresh = true;
            }
        }
    }

    /** W, as a right-hand side. */
    synchronized Form straight(Matrix weight) {
        return forms.computeIfAbsent(new Key(weight.offset(), weight.columns(), false), _ -> new Form(weight));
    }

    /** Wᵀ, as a right-hand side. */
    synchronized Form transposed(Matrix weight) {
        return forms.computeIfAbsent(new Key(weight.offset(), weight.columns(), true), _ -> new Form(weight.transposed()));
    }

    /** The weight is no longer what was packed. Nobody computes with it meanwhile. */
    public synchronized void changed() {
        forms.values().forEach(form -> form.fresh = false);
    }
}
