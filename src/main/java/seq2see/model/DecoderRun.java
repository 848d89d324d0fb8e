package seq2see.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import seq2see.tensor.Axis;
import seq2see.tensor.Concatenation;
import seq2see.tensor.Copy;
import seq2see.tensor.Dropout;
import seq2see.tensor.Embedding;
import seq2see.tensor.Linear;
import seq2see.tensor.Shape;
import seq2see.tensor.Tape;
import seq2see.tensor.Tensor;

/**
 * The decoder, step by step: s_{t′} = g(y_{t′−1}, c, s_{t′−1}), then logits over the target vocabulary. The context c is
 * looked up by attention at every step, or is the same at all. Training, tracing and searching all take these steps and
 * read these buffers.
 */
public final class DecoderRun {
    private final Tape tape;
    private final EncoderRun encoded;
    private final LayerDropout dropout;
    private final Embedding embedding;
    /** (T′, N, D). */
    private final Tensor embedded;
    /** (T′, N, C). */
    private final Tensor context;
    /** (T′, N, D + C): [embedded token ; context]. */
    private final Tensor input;
    private final List<RecurrentLayer> layers = new ArrayList<>();
    /** What each layer reads: the first the input, the others (T′, N, H) from below. */
    private final List<Tensor> layerInputs = new ArrayList<>();
    /** (N, C), or null where the model has attention. */
    private final Tensor fixedContext;
    /** Or null. */
    private final Attention attention;
    /** (T′, N, H), or (T′, N, H + D + C): [state ; embedded token ; context]. */
    private final Tensor outputInput;
    /** To (T′, N, V′). */
    private final Linear output;

    /** Room for {@code steps} decoder steps after the encoder, from whose final state the decoder begins. */
    DecoderRun(Tape tape, Parameters parameters, EncoderRun encoded, int steps, LayerDropout dropout) {
        ModelConfig config = parameters.config();
        this.tape = tape;
        this.encoded = encoded;
        this.dropout = dropout;
        embedded = newTensor(steps, Axis.EMBEDDING, config.embeddingSize());
        embedding = new Embedding(tape, parameters.get("decoder.embedding.weight"), embedded);
        context = newTensor(steps, Axis.CONTEXT, config.contextSize());
        input = newTensor(steps, Axis.UNIT, config.embeddingSize() + config.contextSize());
        for (int layer = 0; layer < config.layers(); layer++) {
            layerInputs.add(layer == 0 ? input : newTensor(steps, Axis.HIDDEN, config.hiddenSize()));
            layers.add(new RecurrentLayer(tape, parameters, "decoder.rnn", "_l" + layer, layerInputs.getLast(), Axis.TARGET_TIME, null, false));
        }
        fixedContext = config.hasAttention() ? null : FixedContext.of(tape, config, encoded);
        attention = config.hasAttention() ? Attention.of(tape, parameters, encoded, top().statesBefore()) : null;
        outputInput = config.output() == OutputType.STATE ? top().outputs() : newTensor(steps, Axis.UNIT, config.outputSize());
        output = new Linear(tape, outputInput, parameters.get("decoder.dense.weight"), parameters.get("decoder.dense.bias"),
                newTensor(steps, Axis.TARGET_VOCABULARY, config.targetVocabulary()));
        for (int layer = 0; layer < config.layers(); layer++) {
            Bridge.join(tape, parameters, encoded, layer, layers.get(layer));
        }
    }

    private Tensor newTensor(int steps, Axis axis, int width) {
        return tape.tensor(Shape.of(Axis.TARGET_TIME, steps, Axis.BATCH, encoded.size(), axis, width));
    }

    private RecurrentLayer top() {
        return layers.getLast();
    }

    /**
     * One step up to the new hidden states.
     *
     * @param decoderStep from 0
     * @param ids         what the decoder is fed: N token ids from {@code offset} on
     */
    void step(int decoderStep, int[] ids, int offset) {
        Tensor token = embedding.step(decoderStep, ids, offset);
        Tensor c = context.at(decoderStep);
        if (attention == null) {
            Copy.forward(tape, fixedContext, c);
        } else {
            attention.step(decoderStep, c);
        }
        Concatenation.forward(tape, token, c, input.at(decoderStep));
        layers.getFirst().step(decoderStep);
        for (int layer = 1; layer < layers.size(); layer++) {
            feedNextLayer(layers.get(layer - 1).outputs().at(decoderStep), layerInputs.get(layer).at(decoderStep));
            layers.get(layer).step(decoderStep);
        }
        if (outputInput.width() != top().outputs().width()) {
            Tensor state = top().outputs().at(decoderStep);
            Concatenation.forward(tape, state, input.at(decoderStep), outputInput.at(decoderStep));
        }
    }

    private void feedNextLayer(Tensor below, Tensor above) {
        if (dropout.probability() > 0) {
            Dropout.forward(tape, below, dropout.probability(), dropout.random(), above);
        } else {
            Copy.forward(tape, below, above);
        }
    }

    /** (N, V′) the logits of a step that was taken. */
    Tensor logits(int decoderStep) {
        return output.step(decoderStep);
    }

    /** (T′, N, V′) the logits of all steps in one product. */
    Tensor allLogits() {
        return output.forward();
    }

    /** The encoder's side. */
    public EncoderRun encoded() {
        return encoded;
    }

    /** (T′, N, C). */
    public Tensor context() {
        return context;
    }

    /** States and gates, from the lowest layer up. */
    public List<RecurrentLayer> layers() {
        return List.copyOf(layers);
    }

    /** Scores and weights, where the model has attention. */
    public Optional<Attention> attention() {
        return Optional.ofNullable(attention);
    }

    /** (T′, N, V′), filled as far as logits were asked for. */
    public Tensor logits() {
        return output.output();
    }

    /** For a run of one step: the state after it becomes the state before the next. */
    public void carryOver() {
        for (RecurrentLayer layer : layers) {
            layer.finalState().copyTo(layer.initialState());
            layer.finalMemory().ifPresent(memory -> memory.copyTo(layer.initialMemory().orElseThrow()));
        }
    }
}
