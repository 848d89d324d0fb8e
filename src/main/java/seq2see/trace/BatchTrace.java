package seq2see.trace;

import java.util.List;
import java.util.Optional;
import seq2see.model.ModelConfig;
import seq2see.tensor.Values;

/**
 * A batch of N sentences through the model, of which the decoder takes one step: every tensor on the way with its shape, as
 * immutable values. Lists count from 0, from the lowest layer up.
 */
public record BatchTrace(ModelConfig config, Encoder encoder, Decoder decoder) {

    /**
     * @param ids         (N, T) token ids
     * @param table       (V, D) the embedding's weight
     * @param embedded    (T, N, D)
     * @param forward     the layers that read from the first token on
     * @param backward    the layers that read from the last token on; empty with one direction
     * @param outputs     (T, N, C)
     * @param finalState  (L, N, H); with two directions (2L, N, H), of each layer forward, then backward
     * @param finalMemory the same of the memory cell, where there is one
     */
    public record Encoder(Values ids, Values table, Values embedded, List<Cell> forward, List<Cell> backward, Values outputs,
                          Values finalState, Optional<Values> finalMemory) {
        public Encoder {
            forward = List.copyOf(forward);
            backward = List.copyOf(backward);
        }
    }

    /**
     * @param initialState  (L, N, H) what the decoder begins with
     * @param initialMemory (L, N, H) where the cell has a memory cell
     * @param ids           (N, 1) what the decoder is fed
     * @param table         (V′, D) the embedding's weight
     * @param embedded      (N, D)
     * @param context       (N, C)
     * @param input         (N, D + C) both side by side
     * @param layers        each over one time step
     * @param read          (N, H), or (N, H + D + C): what the output layer reads
     * @param dense         (H, V′), or (H + D + C, V′): the output layer's weight as texts write it
     * @param logits        (N, V′)
     */
    public record Decoder(Values initialState, Optional<Values> initialMemory, Values ids, Values table, Values embedded,
                          Values context, Values input, List<Cell> layers, Values read, Values dense, Values logits) {
        public Decoder {
            layers = List.copyOf(layers);
        }
    }

    /**
     * A layer in one direction.
     *
     * @param inputWeightName the stored weight's name, such as {@code encoder.rnn.weight_ih_l0}
     * @param input           (T, N, in)
     * @param previous        (T, N, H) the hidden state before each step
     * @param gates           in the order in which they are computed; for a cell without gates the hidden state alone
     * @param previousMemory  (T, N, H) where the cell has a memory cell
     * @param memory          (T, N, H) where the cell has one
     * @param hiddenState     (T, N, H)
     */
    public record Cell(String inputWeightName, Values input, Values previous, List<Gate> gates, Optional<Values> previousMemory,
                       Optional<Values> memory, Values hiddenState) {
        public Cell {
            gates = List.copyOf(gates);
        }

        /** @param part as a {@link Moment} names it */
        public Optional<Gate> gate(String part) {
            return gates.stream().filter(gate -> gate.part().equals(part)).findFirst();
        }
    }

    /**
     * One product of a cell, its weights as texts write them: the transpose of the rows that are stored.
     *
     * @param part         as a {@link Moment} names it
     * @param inputWeight  (in, H)
     * @param hiddenWeight (H, H)
     * @param bias         (H) both stored biases together; of a GRU's candidate the one beside the input
     * @param value        (T, N, H) after the activation
     */
    public record Gate(String part, Values inputWeight, Values hiddenWeight, Values bias, Values value) {
    }

    /** N. */
    public int sentences() {
        return encoder.ids.shape().size(0);
    }

    /** T. */
    public int sourceTime() {
        return encoder.ids.shape().size(1);
    }
}
