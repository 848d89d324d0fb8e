package seq2see.model;

import seq2see.tensor.Axis;
import seq2see.tensor.Embedding;
import seq2see.tensor.Shape;
import seq2see.tensor.Tape;
import seq2see.tensor.Tensor;

/** Reads the source: x_t = embedding of token t, h_t = f(x_t, h_{t−1}). */
final class Encoder {
    private Encoder() {
    }

    /**
     * Runs over N padded sources.
     *
     * @param ids          (T, N) token ids
     * @param validLengths (N)
     */
    static EncoderRun run(Tape tape, Parameters parameters, int[] ids, int[] validLengths) {
        int size = validLengths.length;
        int time = ids.length / size;
        int width = parameters.config().embeddingSize();
        Tensor embedded = tape.tensor(Shape.of(Axis.SOURCE_TIME, time, Axis.BATCH, size, Axis.EMBEDDING, width));
        new Embedding(tape, parameters.get("encoder.embedding.weight"), embedded).forward(ids);
        RecurrentLayer layer = new RecurrentLayer(tape, parameters, "encoder.rnn", embedded, Axis.SOURCE_TIME, validLengths);
        layer.run();
        return new EncoderRun(embedded, layer, validLengths);
    }
}
