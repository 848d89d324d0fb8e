package seq2see.model;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import seq2see.tensor.Axis;
import seq2see.tensor.Packing;
import seq2see.tensor.Shape;
import seq2see.tensor.Tensor;

/**
 * The trainable tensors of a model under PyTorch's names, laid end to end in one array, with their gradients at the same
 * places in another. Several sets of gradients may share one set of values: one for each part of a batch.
 */
public final class Parameters {
    private static final String TARGET_EMBEDDING = "decoder.embedding.weight";
    private static final String OUTPUT_WEIGHT = "decoder.dense.weight";

    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    private final ModelConfig config;
    /** The target embedding as the output layer's weights, or null. */
    private final Tensor tied;
    private final float[] values;
    private final float[] gradient;

    private final Map<String, Packing> packings;
    private final Map<String, TokenTable> tokenTables;

    /**
     * @param packings    the packed forms of the same values, to be shared; or empty, to be filled
     * @param tokenTables what was projected with the same values, likewise
     */
    private Parameters(ModelConfig config, float[] values, Map<String, Packing> packings, Map<String, TokenTable> tokenTables) {
        this.config = config;
        this.values = values;
        this.packings = packings;
        this.tokenTables = tokenTables;
        this.gradient = new float[values.length];
        int offset = 0;
        for (Map.Entry<String, Shape> entry : shapes(config).entrySet()) {
            Packing packing = packings.computeIfAbsent(entry.getKey(), name -> new Packing());
            tensors.put(entry.getKey(), new Tensor(entry.getValue(), values, gradient, offset, packing));
            offset += entry.getValue().elements();
        }
        tied = config.tiedWeights() ? tied(tensors.get(TARGET_EMBEDDING)) : null;
    }

    private Tensor tied(Tensor embedding) {
        return new Tensor(outputWeight(config), values, gradient, embedding.offset(), packings.get(TARGET_EMBEDDING));
    }

    /** All values zero, to be filled. */
    public static Parameters zeros(ModelConfig config) {
        return new Parameters(config, new float[Math.toIntExact(count(config))], new HashMap<>(), new ConcurrentHashMap<>());
    }

    /** Drawn by {@link Initialisation#XAVIER}. */
    public static Parameters initialised(ModelConfig config, long seed) {
        return initialised(config, Initialisation.XAVIER, seed);
    }

    /** Drawn from a seed; the same seed gives the same values everywhere. */
    public static Parameters initialised(ModelConfig config, Initialisation initialisation, long seed) {
        Parameters parameters = zeros(config);
        SplittableRandom random = new SplittableRandom(seed);
        parameters.tensors.forEach((name, tensor) -> fill(tensor, initialisation.limit(name, tensor, config), random));
        return parameters;
    }

    private static void fill(Tensor tensor, double limit, SplittableRandom random) {
        if (limit == 0) {
            return;
        }
        for (int i = 0; i < tensor.shape().elements(); i++) {
            tensor.values()[tensor.offset() + i] = (float) (limit * (2 * random.nextDouble() - 1));
        }
    }

    /** The names and shapes of a configuration's parameters, in the order in which they are laid out. */
    public static Map<String, Shape> shapes(ModelConfig config) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        int embedding = config.embeddingSize();
        int hidden = config.hiddenSize();
        shapes.put("encoder.embedding.weight",
                Shape.of(Axis.SOURCE_VOCABULARY, config.sourceVocabulary(), Axis.EMBEDDING, embedding));
        for (int layer = 0; layer < config.layers(); layer++) {
            Axis below = layer == 0 ? Axis.EMBEDDING : Axis.CONTEXT;
            int width = layer == 0 ? embedding : config.contextSize();
            addRecurrent(shapes, "encoder.rnn", "_l" + layer, config, below, width);
            if (config.bidirectional()) {
                addRecurrent(shapes, "encoder.rnn", "_l" + layer + "_reverse", config, below, width);
            }
        }
        addBridge(shapes, config);
        addAttention(shapes, config);
        shapes.put(TARGET_EMBEDDING,
                Shape.of(Axis.TARGET_VOCABULARY, config.targetVocabulary(), Axis.EMBEDDING, embedding));
        for (int layer = 0; layer < config.layers(); layer++) {
            addRecurrent(shapes, "decoder.rnn", "_l" + layer, config, layer == 0 ? Axis.UNIT : Axis.HIDDEN,
                    layer == 0 ? embedding + config.contextSize() : hidden);
        }
        if (!config.tiedWeights()) {
            shapes.put(OUTPUT_WEIGHT, outputWeight(config));
        }
        shapes.put("decoder.dense.bias", Shape.of(Axis.TARGET_VOCABULARY, config.targetVocabulary()));
        return shapes;
    }

    private static Shape outputWeight(ModelConfig config) {
        return Shape.of(Axis.TARGET_VOCABULARY, config.targetVocabulary(), Axis.HIDDEN, config.outputSize());
    }

    /**
     * The names by which PyTorch's modules know a parameter a second time, each with the name that it stands under here: with
     * tied weights those of the output layer are those of the target embedding.
     */
    public static Map<String, String> secondNames(ModelConfig config) {
        return config.tiedWeights() ? Map.of(OUTPUT_WEIGHT, TARGET_EMBEDDING) : Map.of();
    }

    private static void addRecurrent(Map<String, Shape> shapes, String prefix, String suffix, ModelConfig config, Axis inputAxis, int inputSize) {
        int gates = config.cell().gates() * config.hiddenSize();
        shapes.put(prefix + ".weight_ih" + suffix, Shape.of(Axis.HIDDEN, gates, inputAxis, inputSize));
        shapes.put(prefix + ".weight_hh" + suffix, Shape.of(Axis.HIDDEN, gates, Axis.HIDDEN, config.hiddenSize()));
        shapes.put(prefix + ".bias_ih" + suffix, Shape.of(Axis.HIDDEN, gates));
        shapes.put(prefix + ".bias_hh" + suffix, Shape.of(Axis.HIDDEN, gates));
    }

    private static void addBridge(Map<String, Shape> shapes, ModelConfig config) {
        if (!config.bidirectional()) {
            return;
        }
        int hidden = config.hiddenSize();
        for (String part : config.cell().hasMemoryCell() ? List.of("hidden", "memory") : List.of("hidden")) {
            for (int layer = 0; layer < config.layers(); layer++) {
                shapes.put("bridge." + part + "." + layer + ".weight", Shape.of(Axis.HIDDEN, hidden, Axis.CONTEXT, 2 * hidden));
                shapes.put("bridge." + part + "." + layer + ".bias", Shape.of(Axis.HIDDEN, hidden));
            }
        }
    }

    private static void addAttention(Map<String, Shape> shapes, ModelConfig config) {
        int width = config.attentionSize();
        if (config.attention() == AttentionType.ADDITIVE) {
            shapes.put("attention.W_q.weight", Shape.of(Axis.ATTENTION, width, Axis.HIDDEN, config.hiddenSize()));
        }
        if (config.projectsKeys()) {
            shapes.put("attention.W_k.weight", Shape.of(Axis.ATTENTION, width, Axis.CONTEXT, config.contextSize()));
        }
        if (config.attention() == AttentionType.ADDITIVE) {
            shapes.put("attention.w_v.weight", Shape.of(Axis.UNIT, 1, Axis.ATTENTION, width));
            if (config.attentionBias()) {
                shapes.put("attention.bias", Shape.of(Axis.ATTENTION, width));
            }
        }
    }

    /** How many numbers a configuration trains. */
    public static long count(ModelConfig config) {
        long sum = 0;
        for (Shape shape : shapes(config).values()) {
            sum += shape.elements();
        }
        return sum;
    }

    /** The same values with gradients of their own, all zero. */
    public Parameters withOwnGradient() {
        return new Parameters(config, values, packings, tokenTables);
    }

    /** A copy of the values that no longer follows these. */
    public Parameters copy() {
        return new Parameters(config, values.clone(), new HashMap<>(), new ConcurrentHashMap<>());
    }

    public ModelConfig config() {
        return config;
    }

    /**
     * A parameter by its name, or by its second name; the same numbers and the same gradient stand under both.
     *
     * @throws IllegalArgumentException where this configuration has no parameter of the name
     */
    public Tensor get(String name) {
        Tensor tensor = config.tiedWeights() && name.equals(OUTPUT_WEIGHT) ? tied : tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("no parameter is called " + name);
        }
        return tensor;
    }

    /**
     * The vocabulary of a role as its lowest layer reads it, shared with all sets that share the values.
     *
     * @param role   {@code encoder} or {@code decoder}
     * @param suffix of the lowest layer's weights
     */
    TokenTable tokenTable(String role, String suffix) {
        return tokenTables.computeIfAbsent(role + suffix, name -> new TokenTable(get(role + ".embedding.weight"),
                get(role + ".rnn.weight_ih" + suffix), get(role + ".rnn.bias_ih" + suffix)));
    }

    /** Every parameter by name, in layout order. */
    public Map<String, Tensor> tensors() {
        return Collections.unmodifiableMap(tensors);
    }

    /** Says that values were changed since something was computed with them, in any set that shares them. */
    public void changed() {
        packings.values().forEach(Packing::changed);
        tokenTables.values().forEach(TokenTable::changed);
    }

    /** All values end to end. Not a copy: whoever changes them calls {@link #changed} before they are computed with. */
    public float[] values() {
        return values;
    }

    /** All gradients end to end, at the places of {@link #values()}. Not a copy. */
    public float[] gradient() {
        return gradient;
    }
}
