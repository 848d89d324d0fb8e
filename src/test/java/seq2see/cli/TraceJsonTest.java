package seq2see.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import seq2see.model.AttentionType;
import seq2see.model.CellType;
import seq2see.model.ModelConfig;
import seq2see.tensor.Axis;
import seq2see.tensor.Grid;
import seq2see.trace.Trace;

class TraceJsonTest {
    private static final List<String> GATES = List.of("resetGate", "updateGate", "candidateState");
    private final Random random = new Random(7);

    @Test
    void theConfigurationIsSpelledAsOnTheCommandLine() throws IOException {
        assertEquals(new ObjectMapper().readTree("""
                {"cell": "gru", "layers": 1, "hiddenSize": 3, "embeddingSize": 2, "bidirectional": false,
                 "context": "last", "attention": "additive", "output": "state"}"""),
                json(trace(AttentionType.ADDITIVE)).get("config"));
    }

    @Test
    void everyPartHasItsFieldsAndNoOther() throws IOException {
        JsonNode json = json(trace(AttentionType.ADDITIVE));
        assertEquals(List.of("config", "source", "encoder", "decoder"), names(json));
        assertEquals(List.of("tokens", "ids"), names(json.get("source")));
        assertEquals(List.of("steps", "outputs"), names(json.get("encoder")));
        JsonNode layer = json.at("/encoder/steps/0/layers/0");
        assertEquals(List.of("hiddenState", "gates"), names(layer));
        assertEquals(GATES, names(layer.get("gates")));
        assertEquals(List.of("initialState", "steps"), names(json.get("decoder")));
        assertEquals(List.of("hiddenState"), names(json.at("/decoder/initialState/layers/0")));
        assertEquals(List.of("inputId", "inputToken", "contextVector", "attentionScores", "attentionWeights", "layers", "logits",
                "tokenId", "token"), names(json.at("/decoder/steps/0")));
    }

    @Test
    void withoutAttentionItsFieldsAreAbsent() throws IOException {
        JsonNode step = json(trace(AttentionType.NONE)).at("/decoder/steps/0");
        assertFalse(step.has("attentionScores") || step.has("attentionWeights"));
    }

    @Test
    void everyNumberGivesItsFloatBack() throws IOException {
        Trace trace = trace(AttentionType.ADDITIVE);
        JsonNode outputs = json(trace).at("/encoder/outputs");
        Grid expected = trace.encoder().outputs();
        assertEquals(expected.rows(), outputs.size());
        for (int row = 0; row < expected.rows(); row++) {
            assertEquals(expected.columns(), outputs.get(row).size());
            for (int column = 0; column < expected.columns(); column++) {
                assertEquals(expected.get(row, column), Float.parseFloat(outputs.get(row).get(column).asText()));
            }
        }
    }

    @Test
    void tokensKeepTheirText() throws IOException {
        assertEquals("[\"“a\\\"\\\\b”\",\"<eos>\"]", json(trace(AttentionType.NONE)).at("/source/tokens").toString());
    }

    private static JsonNode json(Trace trace) throws IOException {
        StringWriter writer = new StringWriter();
        TraceJson.write(trace, writer);
        return new ObjectMapper().readTree(writer.toString());
    }

    private static List<String> names(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }

    private Trace trace(AttentionType attention) {
        ModelConfig config = new ModelConfig(CellType.GRU, attention, 5, 6, 2, 3, 9);
        Trace.EncoderStep encoderStep = new Trace.EncoderStep(List.of(layer()), List.of());
        Optional<Grid> scores = config.hasAttention() ? Optional.of(vector(Axis.SOURCE_TIME, 2)) : Optional.empty();
        Trace.DecoderStep step = new Trace.DecoderStep(1, "<bos>", vector(Axis.CONTEXT, 3), scores, scores, List.of(layer()),
                vector(Axis.TARGET_VOCABULARY, 6), vector(Axis.TARGET_VOCABULARY, 6), 2, "<eos>");
        Trace.Layer initial = new Trace.Layer(vector(Axis.HIDDEN, 3), Optional.empty(), Map.of());
        return new Trace(config, new Trace.Sentence(List.of("“a\"\\b”", "<eos>"), List.of(4, 2)),
                new Trace.EncoderTrace(List.of(encoderStep, encoderStep), grid(Axis.SOURCE_TIME, 2, Axis.CONTEXT, 3)),
                new Trace.DecoderTrace(List.of(initial), List.of(step), Optional.empty()), Optional.empty(), Optional.empty());
    }

    private Trace.Layer layer() {
        Map<String, Grid> gates = new LinkedHashMap<>();
        GATES.forEach(gate -> gates.put(gate, vector(Axis.HIDDEN, 3)));
        return new Trace.Layer(vector(Axis.HIDDEN, 3), Optional.empty(), gates);
    }

    private Grid vector(Axis axis, int size) {
        return grid(Axis.UNIT, 1, axis, size);
    }

    /** Numbers of every magnitude. */
    private Grid grid(Axis rowAxis, int rows, Axis columnAxis, int columns) {
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(-20, 20)));
        }
        return Grid.copyOf(rowAxis, rows, columnAxis, columns, values, 0);
    }
}
