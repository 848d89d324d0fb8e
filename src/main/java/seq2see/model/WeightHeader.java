package seq2see.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import seq2see.corpus.InputException;

/** Reads and checks the header of a safetensors file. */
final class WeightHeader {
    /** The longest header that is read, in bytes: thousands of times what a model of this program needs. */
    static final int LONGEST = 10_000_000;

    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private final String file;
    private final long dataSize;

    private WeightHeader(String file, long dataSize) {
        this.file = file;
        this.dataSize = dataSize;
    }

    /** A weight and where its numbers stand: bytes from {@code begin} to before {@code end} behind the header. */
    record Entry(String name, List<Integer> shape, long begin, long end) {
    }

    /**
     * @param dataSize how many bytes follow the header
     * @return the weights in the header's order; together they cover these bytes, each byte once
     */
    static List<Entry> parse(String file, String header, long dataSize) throws InputException {
        return new WeightHeader(file, dataSize).parse(header);
    }

    private List<Entry> parse(String header) throws InputException {
        JsonNode root;
        try {
            root = JSON.readTree(header);
        } catch (JsonProcessingException _) {
            throw new InputException("weights.header", file);
        }
        if (!root.isObject()) {
            throw new InputException("weights.header", file);
        }
        List<Entry> entries = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : root.properties()) {
            if (!property.getKey().equals("__metadata__")) {
                entries.add(entry(property.getKey(), property.getValue()));
            }
        }
        refuseGapsAndOverlaps(entries);
        return entries;
    }

    private Entry entry(String name, JsonNode value) throws InputException {
        JsonNode offsets = value.path("data_offsets");
        if (!value.path("dtype").isTextual() || !value.path("shape").isArray() || offsets.size() != 2
                || !isLong(offsets.path(0)) || !isLong(offsets.path(1))) {
            throw new InputException("weights.header", file);
        }
        if (!value.path("dtype").textValue().equals("F32")) {
            throw new InputException("weights.type", file, name, value.path("dtype").textValue());
        }
        long begin = offsets.path(0).longValue();
        long end = offsets.path(1).longValue();
        if (begin < 0 || end < begin) {
            throw new InputException("weights.places", file, name);
        }
        if (end > dataSize) {
            throw new InputException("weights.truncated", file);
        }
        return new Entry(name, shape(name, value.path("shape"), end - begin), begin, end);
    }

    private static boolean isLong(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToLong();
    }

    private List<Integer> shape(String name, JsonNode sizes, long bytes) throws InputException {
        List<Integer> shape = new ArrayList<>();
        long elements = 1;
        for (JsonNode size : sizes) {
            if (!size.isIntegralNumber() || !size.canConvertToInt() || size.intValue() < 0) {
                throw new InputException("weights.header", file);
            }
            shape.add(size.intValue());
            // The product cannot overflow, because more than the file holds is refused at once.
            elements *= size.intValue();
            if (elements > dataSize / 4 || elements > Integer.MAX_VALUE - 8) {
                throw new InputException("weights.size", file, name, shape.toString(), String.valueOf(bytes));
            }
        }
        if (4 * elements != bytes) {
            throw new InputException("weights.size", file, name, shape.toString(), String.valueOf(bytes));
        }
        return shape;
    }

    private void refuseGapsAndOverlaps(List<Entry> entries) throws InputException {
        long position = 0;
        for (Entry entry : entries.stream().sorted(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end)).toList()) {
            if (entry.begin() != position) {
                throw new InputException("weights.places", file, entry.name());
            }
            position = entry.end();
        }
        if (position != dataSize) {
            throw new InputException("weights.rest", file, String.valueOf(dataSize - position));
        }
    }
}
