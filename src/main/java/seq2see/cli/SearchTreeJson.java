package seq2see.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import seq2see.search.Hypothesis;
import seq2see.search.SearchTree;

/** Writes a {@link SearchTree} as JSON. The logarithm of 0, which JSON has no word for, is {@code null}. */
final class SearchTreeJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JsonGenerator json;
    private final List<String> tokens;

    private SearchTreeJson(JsonGenerator json, List<String> tokens) {
        this.json = json;
        this.tokens = tokens;
    }

    /**
     * Writes the whole tree on one line and leaves the writer open.
     *
     * @param tokens     by id
     * @param candidates how many of a prefix are told, the most probable first
     */
    static void write(SearchTree tree, List<String> tokens, int candidates, Writer writer) throws IOException {
        JsonGenerator generator = MAPPER.createGenerator(writer);
        generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        new SearchTreeJson(generator, tokens).tree(tree, candidates);
        generator.close();
    }

    private void tree(SearchTree tree, int candidates) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("expansions");
        for (SearchTree.Node node : tree.expansions()) {
            json.writeStartObject();
            tokens("prefix", node.prefix());
            json.writeArrayFieldStart("candidates");
            for (SearchTree.Candidate candidate : node.best(candidates)) {
                candidate(candidate);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("finished");
        for (Hypothesis output : tree.finished()) {
            json.writeStartObject();
            tokens("tokens", output.tokenIds());
            number("logProbability", output.logProbability());
            number("normalizedScore", tree.lengthPenalty().score(output));
            json.writeBooleanField("cut", output.cut());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("expanded", tree.expanded());
        json.writeEndObject();
    }

    private void candidate(SearchTree.Candidate candidate) throws IOException {
        json.writeStartObject();
        json.writeStringField("token", tokens.get(candidate.tokenId()));
        number("logProbability", candidate.logProbability());
        number("cumulative", candidate.cumulative());
        number("normalizedScore", candidate.normalizedScore());
        json.writeStringField("fate", candidate.fate().name().toLowerCase(Locale.ROOT));
        if (candidate.blocked()) {
            json.writeBooleanField("blocked", true);
        }
        json.writeEndObject();
    }

    private void tokens(String name, List<Integer> ids) throws IOException {
        json.writeArrayFieldStart(name);
        for (int id : ids) {
            json.writeString(tokens.get(id));
        }
        json.writeEndArray();
    }

    private void number(String name, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(name, value);
        } else {
            json.writeNullField(name);
        }
    }
}
