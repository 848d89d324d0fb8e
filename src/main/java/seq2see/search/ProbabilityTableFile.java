package seq2see.search;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import seq2see.corpus.InputException;
import seq2see.corpus.InputFiles;

/**
 * A {@link ProbabilityTable} as JSON: {@code {"tokens": ["A", "B", "<eos>"], "probabilities": {"": [0.5, 0.4, 0.1],
 * "A": […], "A B": […]}, "default": [0.3, 0.3, 0.4]}}, a row a prefix; {@code default} may be absent.
 */
public final class ProbabilityTableFile {
    private static final String TOKENS = "tokens";
    private static final String PROBABILITIES = "probabilities";
    private static final String DEFAULT = "default";
    /** What somebody types by hand is smaller by far. */
    private static final int MOST_BYTES = 16 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private final String name;

    private ProbabilityTableFile(String name) {
        this.name = name;
    }

    /** @throws InputException where the file cannot be read or is no table; it says where */
    public static ProbabilityTable read(Path file) throws InputException {
        try (InputStream stream = InputFiles.open(file)) {
            return read(file.toString(), stream);
        } catch (IOException failure) {
            throw InputFiles.refusal(file, failure);
        }
    }

    /**
     * The same from a stream.
     *
     * @param name how people know the table
     */
    public static ProbabilityTable read(String name, InputStream stream) throws InputException, IOException {
        return new ProbabilityTableFile(name).parse(stream);
    }

    /**
     * The same from a text.
     *
     * @param name how people know the table
     */
    public static ProbabilityTable parse(String name, String text) throws InputException {
        try {
            return read(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private ProbabilityTable parse(InputStream stream) throws InputException, IOException {
        byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new InputException("table.tooLarge", name, String.valueOf(MOST_BYTES >> 20));
        }
        JsonNode root = tree(bytes);
        if (!root.path(TOKENS).isArray() || !root.path(PROBABILITIES).isObject()) {
            throw new InputException("table.fields", name, root.path(TOKENS).isArray() ? PROBABILITIES : TOKENS);
        }
        for (Map.Entry<String, JsonNode> field : root.properties()) {
            if (!List.of(TOKENS, PROBABILITIES, DEFAULT).contains(field.getKey())) {
                throw new InputException("table.unknownField", name, field.getKey());
            }
        }
        List<String> tokens = new ArrayList<>();
        for (JsonNode token : root.path(TOKENS)) {
            if (!token.isTextual()) {
                throw new InputException("table.token", name, token.toString());
            }
            tokens.add(token.textValue());
        }
        Map<String, List<Double>> rows = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> row : root.path(PROBABILITIES).properties()) {
            rows.put(row.getKey(), row(row.getKey(), row.getValue()));
        }
        return new ProbabilityTable(name, tokens, rows,
                root.has(DEFAULT) ? Optional.of(row(DEFAULT, root.path(DEFAULT))) : Optional.empty());
    }

    private JsonNode tree(byte[] bytes) throws InputException, IOException {
        try (JsonParser parser = JSON.createParser(bytes)) {
            try {
                JsonNode root = JSON.readTree(parser);
                return root == null ? MissingNode.getInstance() : root;
            } catch (JsonProcessingException problem) {
                // Of a number that is too long, or too many brackets, the problem itself does not say where it is.
                JsonLocation place = problem.getLocation() == null ? parser.currentLocation() : problem.getLocation();
                throw new InputException("table.json", name, String.valueOf(place.getLineNr()), String.valueOf(place.getColumnNr()),
                        problem.getOriginalMessage());
            }
        }
    }

    private List<Double> row(String prefix, JsonNode values) throws InputException {
        if (!values.isArray()) {
            throw new InputException("table.row", name, prefix);
        }
        List<Double> row = new ArrayList<>();
        for (JsonNode value : values) {
            if (!value.isNumber()) {
                throw new InputException("table.row", name, prefix);
            }
            row.add(value.doubleValue());
        }
        return row;
    }

    /** Writes a table so that {@link #read(Path)} gives it back. */
    public static void write(ProbabilityTable table, OutputStream stream) throws IOException {
        stream.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(document(table)));
    }

    /** The same as a text, which {@link #parse} gives back. */
    public static String text(ProbabilityTable table) {
        return document(table).toString();
    }

    private static ObjectNode document(ProbabilityTable table) {
        ObjectNode root = JSON.createObjectNode();
        table.tokens().forEach(root.putArray(TOKENS)::add);
        ObjectNode rows = root.putObject(PROBABILITIES);
        table.rows().forEach((prefix, row) -> addAll(rows.putArray(prefix), row));
        table.otherRow().ifPresent(row -> addAll(root.putArray(DEFAULT), row));
        return root;
    }

    private static void addAll(ArrayNode array, List<Double> values) {
        values.forEach(array::add);
    }
}
