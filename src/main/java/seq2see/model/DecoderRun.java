package seq2see.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import seq2see.tensor.Axis;
import seq2see.tensor.Concatenation;
import seq2see.tensor.Copy;
import seq2see.tensor.Dropout;
import seq2see.tensor.Linear;
import seq2see.tensor.Shape;
import seq2see.tensor.Tape;
import seq2see.tensor.Tensor;

/**
 * The decoder: s_{t′} = g(y_{t′−1}, c, s_{t′−1}), then logits over the target vocabulary. The context c is looked up by
 * attention at every step, or is the same at all. Training, tracing and searching all use these steps and read these
 * buffers.
 */
public final class DecoderRun {
    private final Tape tape;
    private final Parameters parameters;
    private final SourceRows source;
    private final LayerDropout dropout;
    private final int steps;
    private final DecoderInput input;
    private final List<RecurrentLayer> layers = new ArrayList<>();
    /** (T′, N, H): what each layer above the lowest reads. */
    private final List<Tensor> layerInputs = new ArrayList<>();
    /** To (T′, N, gH): its product with the layer's weights. */
    private final List<Linear> layerProjections = new ArrayList<>();
    /** (N, H) each, layer by layer the hidden state and, where there is one, the memory cell: at the first step, and after the last. */
    private final List<Tensor> statesBefore;
    private final List<Tensor> statesAfter;
    /** Or null. */
    private final Attention attention;
    /** (T′, N, H), or (T′, N, H + D + C): [state ; embedded token ; context]. */
    private final Tensor outputInput;
    /** To (T′, N, V′). */
    private final Linear output;

    /** Room for {@code steps} decoder steps after the encoder, from whose final state the decoder begins. */
    static DecoderRun after(Tape tape, Parameters parameters, EncoderRun encoded, int steps, LayerDropout dropout) {
        DecoderRun run = new DecoderRun(tape, parameters, SourceRows.of(tape, parameters, encoded), steps, dropout);
        for (int layer = 0; layer < run.layers.size(); layer++) {
            Bridge.join(tape, parameters, encoded, layer, run.layers.get(layer));
        }
        return run;
    }

    private DecoderRun(Tape tape, Parameters parameters, SourceRows source, int steps, LayerDropout dropout) {
        ModelConfig config = parameters.config();
        this.tape = tape;
        this.parameters = parameters;
        this.source = source;
        this.dropout = dropout;
        this.steps = steps;
        Tensor projected = newTensor(Axis.HIDDEN, config.cell().gates() * config.hiddenSize());
        layers.add(new RecurrentLayer(tape, parameters, "decoder.rnn", "_l0", projected, Axis.TARGET_TIME, null, false));
        for (int layer = 1; layer < config.layers(); layer++) {
            addLayer(layer);
        }
        statesBefore = layers.stream().flatMap(layer -> Stream.concat(Stream.of(layer.initialState()), layer.initialMemory().stream())).toList();
        statesAfter = layers.stream().flatMap(layer -> Stream.concat(Stream.of(layer.finalState()), layer.finalMemory().stream())).toList();
        attention = config.hasAttention() ? Attention.of(tape, parameters, source, top().statesBefore()) : null;
        input = new DecoderInput(tape, parameters, source, projected, attention);
        outputInput = config.output() == OutputType.STATE ? top().outputs() : newTensor(Axis.UNIT, config.outputSize());
        output = new Linear(tape, outputInput, parameters.get("decoder.dense.weight"), parameters.get("decoder.dense.bias"),
                newTensor(Axis.TARGET_VOCABULARY, config.targetVocabulary()));
    }

    /**
     * A run of one step for searches, with rows of its own: sentences of this run in any order and as often as wanted.
     * {@link #resume} says where each row goes on from.
     *
     * @param rows the row of this run whose source each row reads
     */
    public DecoderRun withRows(int[] rows) {
        return new DecoderRun(tape, parameters, source.choose(tape, rows), 1, LayerDropout.NONE);
    }

    private Tensor newTensor(Axis axis, int width) {
        return tape.tensor(Shape.of(Axis.TARGET_TIME, steps, Axis.BATCH, source.size(), axis, width));
    }

    private void addLayer(int layer) {
        ModelConfig config = parameters.config();
        String suffix = "_l" + layer;
        layerInputs.add(newTensor(Axis.HIDDEN, config.hiddenSize()));
        layerProjections.add(RecurrentLayer.projection(tape, parameters, "decoder.rnn", suffix, layerInputs.getLast(),
                newTensor(Axis.HIDDEN, config.cell().gates() * config.hiddenSize())));
        layers.add(new RecurrentLayer(tape, parameters, "decoder.rnn", suffix, layerProjections.getLast().output(), Axis.TARGET_TIME,
                null, false));
    }

    private RecurrentLayer top() {
        return layers.getLast();
    }

    /**
     * All steps up to the hidden states, where all that the decoder is fed is known.
     *
     * @param ids (T′, N) token ids, time first
     */
    void run(int[] ids) {
        input.tokens(ids);
        if (attention == null) {
            runLayerByLayer();
        } else {
            for (int step = 0; step < steps; step++) {
                advance(step);
            }
        }
    }

    /** Nothing of a layer's input waits for the layers above it: each layer runs through all time steps at once. */
    private void runLayerByLayer() {
        layers.getFirst().run();
        for (int layer = 1; layer < layers.size(); layer++) {
            feed(layers.get(layer - 1).outputs(), layerInputs.get(layer - 1));
            layerProjections.get(layer - 1).forward();
            layers.get(layer).run();
        }
        if (readsAll()) {
            Tensor tokenAndContext = newTensor(Axis.UNIT, input.embedded().width() + input.context().width());
            Concatenation.forward(tape, input.embedded(), input.context(), tokenAndContext);
            Concatenation.forward(tape, top().outputs(), tokenAndContext, outputInput);
        }
    }

    /**
     * One step up to the new hidden states.
     *
     * @param decoderStep from 0
     * @param ids         what the decoder is fed: N token ids from {@code offset} on
     */
    void step(int decoderStep, int[] ids, int offset) {
        input.tokens(decoderStep, ids, offset);
        advance(decoderStep);
    }

    private void advance(int decoderStep) {
        input.lookBack(decoderStep);
        layers.getFirst().step(decoderStep);
        for (int layer = 1; layer < layers.size(); layer++) {
            feed(layers.get(layer - 1).outputs().at(decoderStep), layerInputs.get(layer - 1).at(decoderStep));
            layerProjections.get(layer - 1).step(decoderStep);
            layers.get(layer).step(decoderStep);
        }
        if (readsAll()) {
            Tensor token = input.embedded().at(decoderStep);
            Tensor context = input.context().at(decoderStep);
            Tensor tokenAndContext = tape.tensor(Shape.of(Axis.BATCH, source.size(), Axis.UNIT, token.width() + context.width()));
            Concatenation.forward(tape, token, context, tokenAndContext);
            Concatenation.forward(tape, top().outputs().at(decoderStep), tokenAndContext, outputInput.at(decoderStep));
        }
    }

    /** Whether the output layer reads state, embedded token and context. */
    private boolean readsAll() {
        return outputInput.width() != top().outputs().width();
    }

    private void feed(Tensor below, Tensor above) {
        if (dropout.probability() > 0) {
            Dropout.forward(tape, below, dropout.probability(), dropout.chance(), above);
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

    /** N. */
    public int rows() {
        return source.size();
    }

    /** (T′, N, D): the embedded tokens that the decoder is fed. */
    public Tensor embedded() {
        return input.embedded();
    }

    /** (T′, N, C). */
    public Tensor context() {
        return input.context();
    }

    /** (T′, N, H), or (T′, N, H + D + C): what the output layer reads. */
    public Tensor outputInput() {
        return outputInput;
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
        for (int i = 0; i < statesBefore.size(); i++) {
            statesAfter.get(i).copyTo(statesBefore.get(i));
        }
    }

    /** A copy of all that a row begins with: layer by layer the hidden state and, where there is one, the memory cell. */
    public float[] stateBefore(int row) {
        return copyOf(statesBefore, row);
    }

    /** The same into room that {@link #stateBefore(int)} made. */
    public void stateBefore(int row, float[] copy) {
        copy(statesBefore, row, copy);
    }

    /** A copy of all that a row carries on after the last step, in the same order. */
    public float[] stateAfter(int row) {
        return copyOf(statesAfter, row);
    }

    /** Lets a row begin with a state that {@link #stateBefore} or {@link #stateAfter} gave. */
    public void resume(int row, float[] state) {
        int from = 0;
        for (Tensor tensor : statesBefore) {
            System.arraycopy(state, from, tensor.values(), tensor.offset() + row * tensor.width(), tensor.width());
            from += tensor.width();
        }
    }

    /** Lets a row begin with the state that a row of this or another run ended with. */
    public void resume(int row, DecoderRun other, int otherRow) {
        for (int i = 0; i < statesBefore.size(); i++) {
            Tensor from = other.statesAfter.get(i);
            Tensor to = statesBefore.get(i);
            int width = to.width();
            System.arraycopy(from.values(), from.offset() + otherRow * width, to.values(), to.offset() + row * width, width);
        }
    }

    private static float[] copyOf(List<Tensor> states, int row) {
        float[] copy = new float[states.size() * states.getFirst().width()];
        copy(states, row, copy);
        return copy;
    }

    private static void copy(List<Tensor> states, int row, float[] copy) {
        int to = 0;
        for (Tensor tensor : states) {
            System.arraycopy(tensor.values(), tensor.offset() + row * tensor.width(), copy, to, tensor.width());
            to += tensor.width();
        }
    }
}
