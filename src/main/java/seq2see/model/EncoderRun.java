package seq2see.model;

import seq2see.tensor.Tensor;

/**
 * What came of encoding N sources, as the buffers that were filled.
 *
 * @param embedded     (T, N, D)
 * @param layer        its states and gates
 * @param validLengths (N)
 */
public record EncoderRun(Tensor embedded, RecurrentLayer layer, int[] validLengths) {
    /** (T, N, H): the state after each source token. Behind a sentence's end its last state stands again. */
    public Tensor outputs() {
        return layer.outputs();
    }

    /** (N, H): the state at each sentence's own last token. */
    public Tensor finalState() {
        return layer.finalState();
    }

    /** N. */
    public int size() {
        return validLengths.length;
    }
}
