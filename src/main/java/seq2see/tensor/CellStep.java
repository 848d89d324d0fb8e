package seq2see.tensor;

/**
 * The buffers of one time step of a recurrent layer.
 *
 * @param input          (N, gH) W_i x + b_i
 * @param recurrent      (N, gH) W_h h + b_h
 * @param previous       (N, H) the hidden state before
 * @param previousMemory (N, H) the memory cell before, or null
 * @param gates          (N, gH) the gates, after their activation
 * @param next           (N, H) the hidden state after
 * @param nextMemory     (N, H) the memory cell after, or null
 */
public record CellStep(Tensor input, Tensor recurrent, Tensor previous, Tensor previousMemory, Tensor gates, Tensor next,
                       Tensor nextMemory) {
    /** H. */
    public int hidden() {
        return next.width();
    }
}
