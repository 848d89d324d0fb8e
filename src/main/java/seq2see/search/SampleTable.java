package seq2see.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import seq2see.corpus.InputException;

/**
 * A worked example that comes with the program: a table, and the settings under which it shows its point.
 *
 * @param file          its name in the folder of the catalogue
 * @param maximumLength in tokens
 * @param everyKept     whether its text counts every kept prefix as an output: see {@link SearchTree#keptPrefixes}
 * @param titles        by language, such as {@code en}
 */
public record SampleTable(@JsonProperty(required = true) String file,
                          @JsonProperty(required = true) int beamWidth,
                          @JsonProperty(required = true) int maximumLength,
                          @JsonProperty(required = true) double alpha,
                          @JsonProperty(required = true) boolean everyKept,
                          @JsonProperty(value = "title", required = true) Map<String, String> titles) {
    private static final String FOLDER = "/sample-tables/";
    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES).build();

    public SampleTable {
        titles = Map.copyOf(titles);
    }

    /** All of them, in the catalogue's order. */
    public static List<SampleTable> all() {
        try (InputStream stream = SampleTable.class.getResourceAsStream(FOLDER + "catalogue.json")) {
            return List.copyOf(Arrays.asList(JSON.readValue(stream, SampleTable[].class)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Its probabilities. */
    public ProbabilityTable read() {
        try (InputStream stream = SampleTable.class.getResourceAsStream(FOLDER + file)) {
            return ProbabilityTableFile.read(file, stream);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InputException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /** The maximum length and the penalty under which it shows what it is for. */
    public SearchSettings settings() {
        return new SearchSettings(maximumLength, new LengthPenalty(alpha));
    }
}
