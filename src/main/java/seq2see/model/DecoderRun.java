package seq2see.model;

import java.util.Optional;
import seq2see.tensor.Axis;
import seq2see.tensor.Concatenation;
import seq2see.tensor.Copy;
import seq2see.tensor.Embedding;
import seq2see.tensor.Linear;
import seq2see.tensor.Shape;
import seq2see.tensor.Tape;
import seq2see.tensor.Tensor;

/**
 * The decoder, step by step: s_{t′} = g(y_{t′−1}, c, s_{t′−1}), then logits over the target vocabulary. The context c is
 * looked up by attention at every step, or stays the encoder's final state. Training, tracing and searching all take
 * these steps and read these buffers.
 */
public final class DecoderRun {
    private final Tape tape;
    private final EncoderRun encoded;
    private final Embedding embedding;
    private final Tensor embedded;
    private final Tensor context;
    private final Tensor input;
    private final RecurrentLayer layer;
    private final AdditiveAttention attention;
    private final Linear output;

    /** Room for {@code steps} decoder steps after the encoder; the state begins as the encoder's final one. */
    DecoderRun(Tape tape, Parameters parameters, EncoderRun encoded, int steps) {
        ModelConfig config = parameters.config();
        this.tape = tape;
        this.encoded = encoded;
        int size = encoded.size();
        embedded = tape.tensor(Shape.of(Axis.TARGET_TIME, steps, Axis.BATCH, size, Axis.EMBEDDING, config.embeddingSize()));
        embedding = new Embedding(tape, parameters.get("decoder.embedding.weight"), embedded);
        context = tape.tensor(Shape.of(Axis.TARGET_TIME, steps, Axis.BATCH, size, Axis.CONTEXT, config.contextSize()));
        input = tape.tensor(Shape.of(Axis.TARGET_TIME, steps, Axis.BATCH, size, Axis.UNIT, config.embeddingSize() + config.contextSize()));
        layer = new RecurrentLayer(tape, parameters, "decoder.rnn", input, Axis.TARGET_TIME, null);
        attention = config.hasAttention()
                ? new AdditiveAttention(tape, parameters, encoded, layer.states().slice(0, steps)) : null;
        output = new Linear(tape, layer.outputs(), parameters.get("decoder.dense.weight"), parameters.get("decoder.dense.bias"),
                tape.tensor(Shape.of(Axis.TARGET_TIME, steps, Axis.BATCH, size, Axis.TARGET_VOCABULARY, config.targetVocabulary())));
        Copy.forward(tape, encoded.finalState(), layer.states().at(0));
    }

    /**
     * One step up to the new hidden state.
     *
     * @param decoderStep from 0
     * @param ids         what the decoder is fed: N token ids from {@code offset} on
     */
    void step(int decoderStep, int[] ids, int offset) {
        Tensor token = embedding.step(decoderStep, ids, offset);
        Tensor c = context.at(decoderStep);
        if (attention == null) {
            Copy.forward(tape, encoded.finalState(), c);
        } else {
            attention.step(decoderStep, c);
        }
        Concatenation.forward(tape, token, c, input.at(decoderStep));
        layer.step(decoderStep);
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

    /** States and gates. */
    public RecurrentLayer layer() {
        return layer;
    }

    /** Scores and weights, where the model has attention. */
    public Optional<AdditiveAttention> attention() {
        return Optional.ofNullable(attention);
    }

    /** (T′, N, V′), filled as far as logits were asked for. */
    public Tensor logits() {
        return output.output();
    }
}
