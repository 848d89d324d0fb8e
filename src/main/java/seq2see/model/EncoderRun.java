package seq2see.model;

import java.util.List;
import seq2see.tensor.Tensor;

/**
 * What came of encoding N sources, as the buffers that were filled.
 *
 * @param embedded     (T, N, D)
 * @param forward      the layers that read from the first token on, from the lowest up
 * @param backward     the layers that read from the last token on; empty with one direction
 * @param outputs      (T, N, C): the top layer's state after each token, of both directions side by side where there are
 *                     two. Behind a sentence's end they mean nothing
 * @param validLengths (N)
 */
public record EncoderRun(Tensor embedded, List<RecurrentLayer> forward, List<RecurrentLayer> backward, Tensor outputs,
                         int[] validLengths) {
    /** N. */
    public int size() {
        return validLengths.length;
    }
}
