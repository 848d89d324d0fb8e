package seq2see.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import seq2see.model.ModelConfig;
import seq2see.tensor.Grid;
import seq2see.trace.Trace;
import seq2see.trace.Trace.DecoderStep;
import seq2see.trace.Trace.EncoderStep;
import seq2see.trace.Trace.Layer;

/**
 * Writes a {@link Trace} as JSON. Each number has the digits that give its float back; a number that JSON has no word for
 * is {@code null}. What the model does not have is absent.
 */
final class TraceJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JsonGenerator json;

    private TraceJson(JsonGenerator json) {
        this.json = json;
    }

    /** Writes the whole trace on one line and leaves the writer open. */
    static void write(Trace trace, Writer writer) throws IOException {
        JsonGenerator generator = MAPPER.createGenerator(writer);
        generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        new TraceJson(generator).trace(trace);
        generator.close();
    }

    private void trace(Trace trace) throws IOException {
        json.writeStartObject();
        config(trace.config());
        json.writeObjectFieldStart("source");
        json.writeArrayFieldStart("tokens");
        for (String token : trace.source().tokens()) {
            json.writeString(token);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("ids");
        for (int id : trace.source().ids()) {
            json.writeNumber(id);
        }
        json.writeEndArray();
        json.writeEndObject();
        encoder(trace);
        decoder(trace);
        json.writeEndObject();
    }

    private void config(ModelConfig config) throws IOException {
        json.writeObjectFieldStart("config");
        json.writeStringField("cell", config.cell().toString());
        json.writeNumberField("layers", config.layers());
        json.writeNumberField("hiddenSize", config.hiddenSize());
        json.writeNumberField("embeddingSize", config.embeddingSize());
        json.writeBooleanField("bidirectional", config.bidirectional());
        json.writeStringField("context", config.context().toString());
        json.writeStringField("attention", config.attention().toString());
        json.writeStringField("output", config.output().toString());
        json.writeEndObject();
    }

    private void encoder(Trace trace) throws IOException {
        json.writeObjectFieldStart("encoder");
        json.writeArrayFieldStart("steps");
        for (EncoderStep step : trace.encoder().steps()) {
            json.writeStartObject();
            layers("layers", step.layers());
            if (trace.config().bidirectional()) {
                layers("backwardLayers", step.backwardLayers());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("outputs");
        for (int row = 0; row < trace.encoder().outputs().rows(); row++) {
            row(trace.encoder().outputs(), row);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void decoder(Trace trace) throws IOException {
        json.writeObjectFieldStart("decoder");
        json.writeObjectFieldStart("initialState");
        layers("layers", trace.decoder().initialState());
        json.writeEndObject();
        json.writeArrayFieldStart("steps");
        for (DecoderStep step : trace.decoder().steps()) {
            json.writeStartObject();
            json.writeNumberField("inputId", step.inputId());
            json.writeStringField("inputToken", step.inputToken());
            vector("contextVector", step.contextVector());
            vector("attentionScores", step.attentionScores());
            vector("attentionWeights", step.attentionWeights());
            layers("layers", step.layers());
            vector("logits", step.logits());
            json.writeNumberField("tokenId", step.tokenId());
            json.writeStringField("token", step.token());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void layers(String name, List<Layer> layers) throws IOException {
        json.writeArrayFieldStart(name);
        for (Layer layer : layers) {
            json.writeStartObject();
            vector("hiddenState", layer.hiddenState());
            vector("memoryCell", layer.memoryCell());
            if (!layer.gates().isEmpty()) {
                json.writeObjectFieldStart("gates");
                for (var gate : layer.gates().entrySet()) {
                    vector(gate.getKey(), gate.getValue());
                }
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void vector(String name, Optional<Grid> grid) throws IOException {
        if (grid.isPresent()) {
            vector(name, grid.get());
        }
    }

    private void vector(String name, Grid grid) throws IOException {
        json.writeFieldName(name);
        row(grid, 0);
    }

    private void row(Grid grid, int row) throws IOException {
        json.writeStartArray();
        for (int column = 0; column < grid.columns(); column++) {
            float value = grid.get(row, column);
            if (Float.isFinite(value)) {
                json.writeNumber(value);
            } else {
                json.writeNull();
            }
        }
        json.writeEndArray();
    }
}
