package seq2see.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import seq2see.corpus.Vocabulary;
import seq2see.model.DecoderRun;
import seq2see.model.EncoderRun;
import seq2see.model.ModelConfig;
import seq2see.model.Parameters;
import seq2see.model.RecurrentLayer;
import seq2see.model.Seq2Seq;
import seq2see.tensor.Axis;
import seq2see.tensor.Concatenation;
import seq2see.tensor.Kernels;
import seq2see.tensor.Matrix;
import seq2see.tensor.Shape;
import seq2see.tensor.Tape;
import seq2see.tensor.Tensor;
import seq2see.tensor.Values;

/** Runs a batch through the model and copies what the buffers hold into a {@link BatchTrace}. */
public final class BatchTracer {
    private final Parameters parameters;
    private final ModelConfig config;
    private final Tape tape = Tape.forwardOnly(Kernels.best());
    private final int sentences;
    private final int time;

    private BatchTracer(Seq2Seq network, int sentences, int time) {
        this.parameters = network.parameters();
        this.config = network.config();
        this.sentences = sentences;
        this.time = time;
    }

    /**
     * A model of the configuration with weights that nobody has trained, and sentences of random tokens, all of them T long.
     *
     * @param seed of both
     */
    public static BatchTrace untrained(ModelConfig config, int sentences, int sourceTime, long seed) {
        return trained(new Seq2Seq(Parameters.initialised(config, seed)), sentences, sourceTime, seed);
    }

    /** The same with a model that there is. @param seed of the tokens */
    public static BatchTrace trained(Seq2Seq network, int sentences, int sourceTime, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int vocabulary = network.config().sourceVocabulary();
        int specials = Vocabulary.UNK + 1;
        int[] ids = IntStream.range(0, sentences * sourceTime).map(i -> vocabulary == specials ? Vocabulary.UNK : random.nextInt(specials, vocabulary)).toArray();
        return of(network, ids, sentences);
    }

    /**
     * The decoder is fed {@code <bos>}.
     *
     * @param sourceIds (T, N) token ids, time first, none of them padding
     */
    public static BatchTrace of(Seq2Seq network, int[] sourceIds, int sentences) {
        return new BatchTracer(network, sentences, sourceIds.length / sentences).trace(network, sourceIds);
    }

    private BatchTrace trace(Seq2Seq network, int[] sourceIds) {
        int[] lengths = new int[sentences];
        Arrays.fill(lengths, time);
        EncoderRun encoded = network.encode(tape, sourceIds, lengths);
        DecoderRun run = network.begin(tape, encoded, 1);
        Values initialState = byLayer(run.layers(), RecurrentLayer::initialState);
        Optional<Values> initialMemory = memoryByLayer(run.layers(), true);
        int[] fed = new int[sentences];
        Arrays.fill(fed, Vocabulary.BOS);
        network.decode(run, 0, fed);
        BatchTrace.Encoder encoder = encoder(encoded, sourceIds);
        return new BatchTrace(config, encoder, decoder(run, initialState, initialMemory, fed));
    }

    private BatchTrace.Encoder encoder(EncoderRun encoded, int[] sourceIds) {
        float[] ids = filled(sourceIds.length, i -> sourceIds[i % time * sentences + i / time]);
        List<RecurrentLayer> all = new ArrayList<>();
        for (int layer = 0; layer < config.layers(); layer++) {
            all.add(encoded.forward().get(layer));
            if (config.bidirectional()) {
                all.add(encoded.backward().get(layer));
            }
        }
        return new BatchTrace.Encoder(Values.copyOf(Shape.of(Axis.BATCH, sentences, Axis.SOURCE_TIME, time), ids, 0),
                Values.copyOf(parameters.get("encoder.embedding.weight")), Values.copyOf(encoded.embedded()),
                encoderCells(encoded, encoded.forward(), ""), encoderCells(encoded, encoded.backward(), "_reverse"),
                Values.copyOf(encoded.outputs()), byLayer(all, RecurrentLayer::finalState), memoryByLayer(all, false));
    }

    private List<BatchTrace.Cell> encoderCells(EncoderRun encoded, List<RecurrentLayer> layers, String suffix) {
        List<BatchTrace.Cell> cells = new ArrayList<>();
        for (int layer = 0; layer < layers.size(); layer++) {
            Tensor input = layer == 0 ? encoded.embedded() : outputsOf(encoded, layer - 1);
            cells.add(cell("encoder.rnn", "_l" + layer + suffix, input, layers.get(layer), !suffix.isEmpty()));
        }
        return cells;
    }

    /** (T, N, C) what a layer gives to the next. */
    private Tensor outputsOf(EncoderRun encoded, int layer) {
        Tensor forward = encoded.forward().get(layer).outputs();
        return config.bidirectional() ? sideBySide(forward, encoded.backward().get(layer).outputs(), Axis.CONTEXT) : forward;
    }

    private Tensor sideBySide(Tensor one, Tensor other, Axis axis) {
        List<Shape.Dimension> dimensions = new ArrayList<>(one.shape().dimensions());
        dimensions.set(dimensions.size() - 1, new Shape.Dimension(axis, one.width() + other.width()));
        Tensor both = tape.tensor(new Shape(dimensions));
        Concatenation.forward(tape, one, other, both);
        return both;
    }

    private BatchTrace.Decoder decoder(DecoderRun run, Values initialState, Optional<Values> initialMemory, int[] fed) {
        Tensor input = sideBySide(run.embedded(), run.context(), Axis.UNIT);
        List<BatchTrace.Cell> cells = new ArrayList<>();
        for (int layer = 0; layer < config.layers(); layer++) {
            Tensor read = layer == 0 ? input : run.layers().get(layer - 1).outputs();
            cells.add(cell("decoder.rnn", "_l" + layer, read, run.layers().get(layer), false));
        }
        float[] ids = filled(fed.length, n -> fed[n]);
        return new BatchTrace.Decoder(initialState, initialMemory, Values.copyOf(Shape.of(Axis.BATCH, sentences, Axis.UNIT, 1), ids, 0),
                Values.copyOf(parameters.get("decoder.embedding.weight")), Values.copyOf(run.embedded().at(0)),
                Values.copyOf(run.context().at(0)), Values.copyOf(input.at(0)), cells, Values.copyOf(run.outputInput().at(0)),
                Values.copyOf(config.outputSize() == config.hiddenSize() ? Axis.HIDDEN : Axis.UNIT, Axis.TARGET_VOCABULARY,
                        parameters.get("decoder.dense.weight").matrix().transposed()), Values.copyOf(run.logits().at(0)));
    }

    private BatchTrace.Cell cell(String prefix, String suffix, Tensor input, RecurrentLayer layer, boolean backward) {
        List<String> products = config.cell().products();
        List<BatchTrace.Gate> gates = new ArrayList<>();
        Values hiddenState = Values.copyOf(layer.outputs());
        for (int gate = 0; gate < products.size(); gate++) {
            Values value = config.cell().gateNames().isEmpty() ? hiddenState : gateValues(layer.gates(), gate);
            gates.add(gate(prefix, suffix, products.get(gate), gate, value));
        }
        Optional<Values> memory = layer.initialMemory().map(initial -> {
            Tensor all = tape.tensor(layer.outputs().shape());
            IntStream.range(0, all.shape().size(0)).forEach(t -> layer.memoryAfter(t).orElseThrow().copyTo(all.at(t)));
            return Values.copyOf(all);
        });
        Optional<Values> previousMemory = layer.initialMemory().map(initial -> {
            Tensor all = tape.tensor(layer.outputs().shape());
            int last = all.shape().size(0) - 1;
            for (int t = 0; t <= last; t++) {
                boolean first = t == (backward ? last : 0);
                (first ? initial : layer.memoryAfter(backward ? t + 1 : t - 1).orElseThrow()).copyTo(all.at(t));
            }
            return Values.copyOf(all);
        });
        return new BatchTrace.Cell(prefix + ".weight_ih" + suffix, Values.copyOf(input), Values.copyOf(layer.statesBefore()), gates,
                previousMemory, memory, hiddenState);
    }

    /** A gate's columns of (T, N, gH). */
    private Values gateValues(Tensor gates, int gate) {
        int hidden = config.hiddenSize();
        List<Shape.Dimension> dimensions = new ArrayList<>(gates.shape().dimensions());
        dimensions.set(2, new Shape.Dimension(Axis.HIDDEN, hidden));
        float[] values = new float[gates.rows() * hidden];
        for (int row = 0; row < gates.rows(); row++) {
            System.arraycopy(gates.values(), gates.offset() + row * gates.width() + gate * hidden, values, row * hidden, hidden);
        }
        return Values.copyOf(new Shape(dimensions), values, 0);
    }

    private BatchTrace.Gate gate(String prefix, String suffix, String part, int index, Values value) {
        int hidden = config.hiddenSize();
        Tensor inputWeight = parameters.get(prefix + ".weight_ih" + suffix).slice(index * hidden, hidden);
        Tensor hiddenWeight = parameters.get(prefix + ".weight_hh" + suffix).slice(index * hidden, hidden);
        Tensor inputBias = parameters.get(prefix + ".bias_ih" + suffix);
        Tensor hiddenBias = parameters.get(prefix + ".bias_hh" + suffix);
        boolean inside = config.cell().resetsProduct(part);
        float[] bias = filled(hidden, u -> inputBias.values()[inputBias.offset() + index * hidden + u]
                + (inside ? 0 : hiddenBias.values()[hiddenBias.offset() + index * hidden + u]));
        return new BatchTrace.Gate(part, transposed(inputWeight), transposed(hiddenWeight),
                Values.copyOf(Shape.of(Axis.HIDDEN, hidden), bias, 0), value);
    }

    /** (in, H) of (H, in). */
    private static Values transposed(Tensor weight) {
        Matrix turned = weight.matrix().transposed();
        return Values.copyOf(weight.shape().dimensions().getLast().axis(), Axis.HIDDEN, turned);
    }

    private interface Number {
        float at(int index);
    }

    private static float[] filled(int count, Number number) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = number.at(i);
        }
        return numbers;
    }

    private interface State {
        Tensor of(RecurrentLayer layer);
    }

    /** (L, N, H). */
    private Values byLayer(List<RecurrentLayer> layers, State state) {
        Tensor all = tape.tensor(Shape.of(Axis.LAYER, layers.size(), Axis.BATCH, sentences, Axis.HIDDEN, config.hiddenSize()));
        IntStream.range(0, layers.size()).forEach(layer -> state.of(layers.get(layer)).copyTo(all.at(layer)));
        return Values.copyOf(all);
    }

    private Optional<Values> memoryByLayer(List<RecurrentLayer> layers, boolean initial) {
        return config.cell().hasMemoryCell() ? Optional.of(byLayer(layers,
                layer -> (initial ? layer.initialMemory() : layer.finalMemory()).orElseThrow())) : Optional.empty();
    }
}
