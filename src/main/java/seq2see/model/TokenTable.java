package seq2see.model;

import seq2see.tensor.Axis;
import seq2see.tensor.Kernels;
import seq2see.tensor.Linear;
import seq2see.tensor.Shape;
import seq2see.tensor.Tape;
import seq2see.tensor.Tensor;

/**
 * W x + b of every token of a vocabulary, kept for as long as the weights do not change: all sentences, steps and threads
 * look theirs up here. Nothing is taken back through it.
 */
final class TokenTable {
    /** As many numbers as stay in a core's second cache, and are soon computed again while a model learns. */
    private static final int MOST = 1 << 18;

    /** (V, D). */
    private final Tensor embedding;
    /** (gH, D or more). */
    private final Tensor weight;
    /** (gH). */
    private final Tensor bias;
    /** (V, gH), once it was asked for. */
    private Tensor projected;
    private Runnable again;
    private volatile boolean fresh;

    /**
     * @param embedding (V, D)
     * @param weight    (gH, D or more): its first D columns
     * @param bias      (gH)
     */
    TokenTable(Tensor embedding, Tensor weight, Tensor bias) {
        this.embedding = embedding;
        this.weight = weight;
        this.bias = bias;
    }

    /** Whether it is small enough to be kept. */
    boolean isSmall() {
        return (long) embedding.rows() * bias.width() <= MOST;
    }

    /** (V, gH) room for it; {@link #refresh} fills it. */
    synchronized Tensor projected() {
        if (projected == null) {
            Shape shape = Shape.of(Axis.UNIT, embedding.rows(), Axis.HIDDEN, bias.width());
            projected = new Tensor(shape, new float[shape.elements()], null, 0);
        }
        return projected;
    }

    /** Computes it anew where the weights have changed. */
    void refresh(Kernels kernels) {
        if (!fresh) {
            compute(kernels);
        }
    }

    private synchronized void compute(Kernels kernels) {
        if (fresh) {
            return;
        }
        if (again == null) {
            Tape tape = Tape.forwardOnly(kernels);
            again = tape.repeatable(() -> new Linear(tape, embedding, weight, 0, bias, projected(), false).forward());
        } else {
            again.run();
        }
        fresh = true;
    }

    /** The weights are no longer what was projected. Nobody computes with it meanwhile. */
    void changed() {
        fresh = false;
    }
}
