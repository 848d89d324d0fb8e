package seq2see.trace;

import java.util.List;
import seq2see.tensor.Grid;

/**
 * What the cells computed a sentence's states from: their inputs, and the terms inside their activations. More than most who
 * look at a sentence ask for, so it is copied out of the engine's buffers only where it is asked for.
 *
 * @param sourceEmbedded (T, D) the embedded source tokens
 * @param targetEmbedded (T′, D) the embedded tokens that the decoder was fed
 * @param forward        the encoder's layers that read from the first token on, from the lowest up
 * @param backward       those that read from the last token on; empty with one direction
 * @param decoder        the decoder's layers
 */
public record Workings(Grid sourceEmbedded, Grid targetEmbedded, List<CellTerms> forward, List<CellTerms> backward,
                       List<CellTerms> decoder) {
    public Workings {
        forward = List.copyOf(forward);
        backward = List.copyOf(backward);
        decoder = List.copyOf(decoder);
    }

    /**
     * The products of one layer through time, in the order of the cell's gates, each H wide.
     *
     * @param input         (T, gH) W_i x + b_i
     * @param recurrent     (T, gH) W_h h + b_h, of the state before the step
     * @param inputBias     (gH) b_i
     * @param recurrentBias (gH) b_h
     */
    public record CellTerms(Grid input, Grid recurrent, Grid inputBias, Grid recurrentBias) {
    }
}
