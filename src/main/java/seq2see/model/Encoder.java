package seq2see.model;

import java.util.ArrayList;
import java.util.List;
import seq2see.tensor.Axis;
import seq2see.tensor.Concatenation;
import seq2see.tensor.Dropout;
import seq2see.tensor.Embedding;
import seq2see.tensor.Shape;
import seq2see.tensor.Tape;
import seq2see.tensor.Tensor;

/**
 * Reads the source: x_t = embedding of token t, then layer upon layer h_t = f(x_t, h_{t−1}); with two directions
 * (Schuster and Paliwal, 1997) each layer also reads from the end, and both states stand side by side.
 */
final class Encoder {
    private Encoder() {
    }

    /**
     * Runs over N padded sources.
     *
     * @param ids          (T, N) token ids
     * @param validLengths (N)
     */
    static EncoderRun run(Tape tape, Parameters parameters, int[] ids, int[] validLengths, LayerDropout dropout) {
        ModelConfig config = parameters.config();
        int size = validLengths.length;
        int time = ids.length / size;
        Tensor embedded = tape.tensor(Shape.of(Axis.SOURCE_TIME, time, Axis.BATCH, size, Axis.EMBEDDING, config.embeddingSize()));
        new Embedding(tape, parameters.get("encoder.embedding.weight"), embedded).forward(ids);
        List<RecurrentLayer> forward = new ArrayList<>();
        List<RecurrentLayer> backward = new ArrayList<>();
        Tensor outputs = embedded;
        for (int layer = 0; layer < config.layers(); layer++) {
            Tensor input = layer > 0 && dropout.probability() > 0 ? dropped(tape, outputs, dropout) : outputs;
            forward.add(runLayer(tape, parameters, layer, input, ids, validLengths, false));
            outputs = forward.getLast().outputs();
            if (config.bidirectional()) {
                backward.add(runLayer(tape, parameters, layer, input, ids, validLengths, true));
                outputs = sideBySide(tape, outputs, backward.getLast().outputs());
            }
        }
        return new EncoderRun(embedded, List.copyOf(forward), List.copyOf(backward), outputs, validLengths);
    }

    private static RecurrentLayer runLayer(Tape tape, Parameters parameters, int layer, Tensor input, int[] ids, int[] validLengths, boolean backward) {
        String suffix = "_l" + layer + (backward ? "_reverse" : "");
        Tensor projected = tape.tensor(Shape.of(Axis.SOURCE_TIME, input.shape().size(0), Axis.BATCH, validLengths.length,
                Axis.HIDDEN, parameters.config().cell().gates() * parameters.config().hiddenSize()));
        if (layer == 0) {
            new TokenProjection(tape, parameters, "encoder", suffix, input, projected).forward(ids);
        } else {
            RecurrentLayer.projection(tape, parameters, "encoder.rnn", suffix, input, projected).forward();
        }
        RecurrentLayer recurrent = new RecurrentLayer(tape, parameters, "encoder.rnn", suffix, projected, Axis.SOURCE_TIME,
                validLengths, backward);
        recurrent.run();
        return recurrent;
    }

    private static Tensor sideBySide(Tape tape, Tensor forward, Tensor backward) {
        Tensor both = tape.tensor(Shape.of(Axis.SOURCE_TIME, forward.shape().size(0), Axis.BATCH, forward.shape().size(1),
                Axis.CONTEXT, forward.width() + backward.width()));
        Concatenation.forward(tape, forward, backward, both);
        return both;
    }

    private static Tensor dropped(Tape tape, Tensor outputs, LayerDropout dropout) {
        Tensor thinned = tape.tensor(outputs.shape());
        Dropout.forward(tape, outputs, dropout.probability(), dropout.chance(), thinned);
        return thinned;
    }
}
