package seq2see.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import seq2see.corpus.EncodedPair;
import seq2see.corpus.InputException;
import seq2see.corpus.SentencePair;
import seq2see.model.AttentionType;
import seq2see.model.CellType;
import seq2see.model.ContextType;
import seq2see.model.ModelConfig;
import seq2see.model.OutputType;
import seq2see.model.Parameters;
import seq2see.training.LearningRate;
import seq2see.training.OptimizerType;
import seq2see.training.ScheduleType;

/**
 * A model with its weights, a batch, and the numbers that another engine found for them, as one JSON file. The weights
 * stand in the file, so that nothing depends on how this program initialises its own.
 *
 * @param producer which engine the numbers are from
 * @param method   the usual one is not written
 */
public record GoldenFile(String producer, Parameters parameters, List<EncodedPair> pairs, GoldenMethod method, ModelNumbers numbers) {
    private static final JsonMapper JSON = new JsonMapper();

    public static GoldenFile read(Path file) throws IOException, InputException {
        JsonNode root = JSON.readTree(Files.readString(file));
        Parameters parameters = Parameters.zeros(config(root.get("config")));
        Map<String, float[]> weights = named(root.get("weights"));
        parameters.tensors().forEach((name, tensor) ->
                System.arraycopy(weights.get(name), 0, tensor.values(), tensor.offset(), tensor.shape().elements()));
        List<EncodedPair> pairs = new ArrayList<>();
        for (JsonNode pair : root.get("pairs")) {
            pairs.add(new EncodedPair(ids(pair.get("source")), ids(pair.get("target")), new SentencePair("", "", 0)));
        }
        return new GoldenFile(root.get("producer").textValue(), parameters, pairs, root.has("method") ? method(root.get("method")) : GoldenMethod.USUAL,
                new ModelNumbers(floats(root.get("logits")), named(root.get("gradients")), doubles(root.get("losses"))));
    }

    /** One line for each parameter. */
    public void write(Path file) throws IOException {
        ObjectNode root = JSON.createObjectNode().put("producer", producer);
        describe(parameters.config(), root.putObject("config"));
        if (!method.equals(GoldenMethod.USUAL)) {
            describe(method, root.putObject("method"));
        }
        ArrayNode sentences = root.putArray("pairs");
        for (EncodedPair pair : pairs) {
            ObjectNode sentence = sentences.addObject();
            put(sentence.putArray("source"), pair.source());
            put(sentence.putArray("target"), pair.target());
        }
        ObjectNode weights = root.putObject("weights");
        parameters.tensors().forEach((name, tensor) -> {
            ArrayNode array = weights.putArray(name);
            for (int i = 0; i < tensor.shape().elements(); i++) {
                array.add(tensor.values()[tensor.offset() + i]);
            }
        });
        put(root.putArray("logits"), numbers.logits());
        ObjectNode gradients = root.putObject("gradients");
        parameters.tensors().keySet().forEach(name -> put(gradients.putArray(name), numbers.gradients().get(name)));
        ArrayNode losses = root.putArray("losses");
        for (double loss : numbers.losses()) {
            losses.add(loss);
        }
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
    }

    private static void describe(ModelConfig config, ObjectNode node) {
        node.put("cell", config.cell().toString()).put("layers", config.layers()).put("bidirectional", config.bidirectional())
                .put("context", config.context().toString()).put("attention", config.attention().toString())
                .put("attentionBias", config.attentionBias()).put("output", config.output().toString())
                .put("sourceVocabulary", config.sourceVocabulary()).put("targetVocabulary", config.targetVocabulary())
                .put("embeddingSize", config.embeddingSize()).put("hiddenSize", config.hiddenSize());
        if (config.tiedWeights()) {
            node.put("tiedWeights", true);
        }
    }

    private static void describe(GoldenMethod method, ObjectNode node) {
        node.put("optimizer", method.optimizer().toString()).put("learningRate", method.learningRate().rate())
                .put("schedule", method.learningRate().schedule().toString()).put("warmUpSteps", method.learningRate().warmUpSteps())
                .put("labelSmoothing", method.labelSmoothing());
    }

    private static GoldenMethod method(JsonNode node) throws InputException {
        return new GoldenMethod(OptimizerType.named(node.get("optimizer").textValue()), new LearningRate(node.get("learningRate").doubleValue(),
                ScheduleType.named(node.get("schedule").textValue()), node.get("warmUpSteps").intValue()), node.get("labelSmoothing").doubleValue());
    }

    private static ModelConfig config(JsonNode node) throws InputException {
        return new ModelConfig(CellType.named(node.get("cell").textValue()), node.get("layers").intValue(),
                node.get("bidirectional").booleanValue(), ContextType.named(node.get("context").textValue()),
                AttentionType.named(node.get("attention").textValue()), node.get("attentionBias").booleanValue(),
                OutputType.named(node.get("output").textValue()), node.path("tiedWeights").asBoolean(), node.get("sourceVocabulary").intValue(),
                node.get("targetVocabulary").intValue(), node.get("embeddingSize").intValue(), node.get("hiddenSize").intValue(), 20);
    }

    private static void put(ArrayNode array, int[] values) {
        for (int value : values) {
            array.add(value);
        }
    }

    private static void put(ArrayNode array, float[] values) {
        for (float value : values) {
            array.add(value);
        }
    }

    private static Map<String, float[]> named(JsonNode node) {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        node.properties().forEach(property -> arrays.put(property.getKey(), floats(property.getValue())));
        return arrays;
    }

    private static float[] floats(JsonNode array) {
        float[] values = new float[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).floatValue();
        }
        return values;
    }

    private static double[] doubles(JsonNode array) {
        return array.valueStream().mapToDouble(JsonNode::doubleValue).toArray();
    }

    private static int[] ids(JsonNode array) {
        return array.valueStream().mapToInt(JsonNode::intValue).toArray();
    }
}
