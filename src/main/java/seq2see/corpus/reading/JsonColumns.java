package seq2see.corpus.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What of a JSON record is a column: its texts, and those of the objects in it, as {@code {"translation": {"en": …}}}. */
final class JsonColumns {
    /** Members whose members are columns by their own names: as Hugging Face writes translations, and the rows of its viewer. */
    private static final Set<String> WRAPPINGS = Set.of("translation", "row");
    /** So many objects, one in the other, are looked into. */
    private static final int DEPTH = 3;
    static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder().streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(1 << 25).maxNestingDepth(100).build()).build())
            .build();
    /** Of a text that is one value and nothing else. */
    static final ObjectReader WHOLE = JSON.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonColumns() {
    }

    /** The columns of an object or an array by their names; of an array they are 1, 2, 3 … */
    static Map<String, String> of(JsonNode record) {
        Map<String, String> columns = new LinkedHashMap<>();
        if (record.isArray()) {
            for (int i = 0; i < record.size(); i++) {
                add(columns, String.valueOf(i + 1), record.get(i));
            }
        }
        addMembers(columns, "", record, DEPTH);
        return columns;
    }

    private static void addMembers(Map<String, String> columns, String prefix, JsonNode object, int depth) {
        object.properties().forEach(member -> {
            if (!member.getValue().isObject()) {
                add(columns, prefix + member.getKey(), member.getValue());
            } else if (depth > 1) {
                addMembers(columns, WRAPPINGS.contains(member.getKey()) ? prefix : prefix + member.getKey() + ".", member.getValue(), depth - 1);
            }
        });
    }

    private static void add(Map<String, String> columns, String name, JsonNode value) {
        if (value.isTextual() || value.isNumber()) {
            columns.put(name, value.asText());
        }
    }
}
