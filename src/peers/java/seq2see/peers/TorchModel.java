package seq2see.peers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.EmbeddingImpl;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.StringTensorDict;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import seq2see.corpus.Batch;
import seq2see.model.ModelConfig;
import seq2see.model.OutputType;
import seq2see.model.Parameters;
import seq2see.model.WeightFile.Weight;

/** The same encoder–decoder out of libtorch's own modules; their names make the names of the parameters. */
public final class TorchModel {
    /** The label of a padded position. */
    private static final long IGNORED = -100;

    private final ModelConfig config;
    private final Module root = new Module();
    private final EmbeddingImpl sourceEmbedding;
    private final EmbeddingImpl targetEmbedding;
    private final TorchRecurrent encoder;
    private final TorchRecurrent decoder;
    private final List<LinearImpl> hiddenBridge;
    private final List<LinearImpl> memoryBridge;
    private final TorchAttention attention;
    private final LinearImpl dense;

    public TorchModel(ModelConfig config) {
        this.config = config;
        int embedding = config.embeddingSize();
        int hidden = config.hiddenSize();
        Module source = root.register_module("encoder", new Module());
        sourceEmbedding = source.register_module("embedding", new EmbeddingImpl(config.sourceVocabulary(), embedding));
        encoder = TorchRecurrent.of(config.cell(), embedding, hidden, config.layers(), config.bidirectional());
        source.register_module("rnn", encoder.module());
        Module target = root.register_module("decoder", new Module());
        targetEmbedding = target.register_module("embedding", new EmbeddingImpl(config.targetVocabulary(), embedding));
        decoder = TorchRecurrent.of(config.cell(), embedding + config.contextSize(), hidden, config.layers(), false);
        target.register_module("rnn", decoder.module());
        dense = target.register_module("dense", new LinearImpl(config.outputSize(), config.targetVocabulary()));
        Module bridge = root.register_module("bridge", new Module());
        hiddenBridge = bridge(bridge, "hidden", config.bidirectional());
        memoryBridge = bridge(bridge, "memory", config.bidirectional() && config.cell().hasMemoryCell());
        attention = config.hasAttention() ? new TorchAttention(config) : null;
        if (attention != null) {
            root.register_module("attention", attention.module());
        }
    }

    private List<LinearImpl> bridge(Module parent, String name, boolean wanted) {
        List<LinearImpl> layers = new ArrayList<>();
        Module list = parent.register_module(name, new Module());
        for (int layer = 0; wanted && layer < config.layers(); layer++) {
            layers.add(list.register_module(String.valueOf(layer), new LinearImpl(2L * config.hiddenSize(), config.hiddenSize())));
        }
        return layers;
    }

    /** Every parameter that is trained by the name that the modules give it: a tied one once. */
    public Map<String, Tensor> parameters() {
        Map<String, Tensor> parameters = named();
        parameters.keySet().removeAll(Parameters.secondNames(config).keySet());
        return parameters;
    }

    private Map<String, Tensor> named() {
        Map<String, Tensor> parameters = new LinkedHashMap<>();
        StringTensorDict named = root.named_parameters();
        for (long i = 0; i < named.size(); i++) {
            parameters.put(named.get(i).key().getString(), named.get(i).value());
        }
        return parameters;
    }

    /**
     * Puts weights into the modules by name, a tied one by both names where both are there.
     *
     * @throws IllegalArgumentException where names or shapes differ
     */
    public void load(Map<String, Weight> weights) {
        Map<String, Tensor> parameters = weights.keySet().containsAll(Parameters.secondNames(config).keySet()) ? named() : parameters();
        if (!parameters.keySet().equals(weights.keySet())) {
            throw new IllegalArgumentException("libtorch has " + parameters.keySet() + ", the weights are " + weights.keySet());
        }
        try (NoGradGuard _ = new NoGradGuard()) {
            parameters.forEach((name, parameter) -> {
                long[] shape = weights.get(name).shape().stream().mapToLong(Integer::longValue).toArray();
                long[] own = LongStream.range(0, parameter.dim()).map(parameter::size).toArray();
                if (!Arrays.equals(own, shape)) {
                    throw new IllegalArgumentException(name + " is " + Arrays.toString(own) + " here and " + Arrays.toString(shape) + " there");
                }
                parameter.copy_(Tensor.create(weights.get(name).values(), shape));
            });
        }
    }

    /** (T′, N, V′), the decoder being fed the true tokens. */
    public Tensor logits(Batch batch) {
        Tensor lengths = integers(batch.sourceLengths(), batch.size());
        Tensor embedded = sourceEmbedding.forward(integers(batch.sourceIds(), batch.sourceTime(), batch.size()));
        TorchRecurrent.Run source = encoder.read(torch.pack_padded_sequence(embedded, lengths, false, false));
        Tensor padding = torch.arange(new Scalar(batch.sourceTime())).unsqueeze(1).ge(lengths);
        Tensor fixed = attention == null ? fixedContext(source, lengths, padding) : null;
        Tensor tokens = targetEmbedding.forward(integers(batch.targetInput(), batch.targetTime(), batch.size()));
        TorchRecurrent.State state = initialState(source.state());
        TensorVector logits = new TensorVector();
        for (int step = 0; step < batch.targetTime(); step++) {
            Tensor query = state.hidden().select(0, config.layers() - 1L);
            Tensor context = attention == null ? fixed : attention.context(query, source.outputs(), padding);
            Tensor input = torch.cat(new TensorVector(tokens.select(0, step), context), 1);
            TorchRecurrent.Run run = decoder.read(input.unsqueeze(0), state);
            state = run.state();
            Tensor output = run.outputs().select(0, 0);
            Tensor read = config.output() == OutputType.STATE ? output : torch.cat(new TensorVector(output, input), 1);
            logits.push_back(torch.linear(read, config.tiedWeights() ? targetEmbedding.weight() : dense.weight(), new TensorOptional(dense.bias())));
        }
        return torch.stack(logits, 0);
    }

    /** The mean over the valid target tokens: whatever is padding is the ignored label. */
    public Tensor loss(Tensor logits, Batch batch, double labelSmoothing) {
        long[] labels = new long[batch.targetLabel().length];
        for (int i = 0; i < labels.length; i++) {
            boolean valid = i / batch.size() < batch.targetLengths()[i % batch.size()];
            labels[i] = valid ? batch.targetLabel()[i] : IGNORED;
        }
        return torch.cross_entropy_loss(logits.reshape(labels.length, config.targetVocabulary()), Tensor.create(labels, labels.length),
                new TensorOptional(), 1, IGNORED, labelSmoothing);
    }

    private TorchRecurrent.State initialState(TorchRecurrent.State encoded) {
        if (!config.bidirectional()) {
            return encoded;
        }
        TensorVector hidden = new TensorVector();
        TensorVector memory = new TensorVector();
        for (int layer = 0; layer < config.layers(); layer++) {
            hidden.push_back(hiddenBridge.get(layer).forward(bothDirections(encoded.hidden(), layer)).tanh());
            if (encoded.memory() != null) {
                memory.push_back(memoryBridge.get(layer).forward(bothDirections(encoded.memory(), layer)));
            }
        }
        return new TorchRecurrent.State(torch.stack(hidden, 0), encoded.memory() == null ? null : torch.stack(memory, 0));
    }

    /** The final states of a layer's two directions side by side: (N, 2H). */
    private static Tensor bothDirections(Tensor states, int layer) {
        return torch.cat(new TensorVector(states.select(0, 2L * layer), states.select(0, 2L * layer + 1)), 1);
    }

    private Tensor fixedContext(TorchRecurrent.Run source, Tensor lengths, Tensor padding) {
        return switch (config.context()) {
            case LAST -> config.bidirectional() ? bothDirections(source.state().hidden(), config.layers() - 1)
                    : source.state().hidden().select(0, config.layers() - 1L);
            case MEAN -> source.outputs().sum(0).div(lengths.unsqueeze(1));
            case MAX -> source.outputs().masked_fill(padding.unsqueeze(2), new Scalar(Double.NEGATIVE_INFINITY)).max(0).get0();
        };
    }

    private static Tensor integers(int[] values, long... shape) {
        return Tensor.create(Arrays.stream(values).asLongStream().toArray(), shape);
    }

    /** The elements row by row. */
    static float[] values(Tensor tensor) {
        float[] values = new float[Math.toIntExact(tensor.numel())];
        new FloatPointer(tensor.contiguous().data_ptr_float()).get(values);
        return values;
    }
}
