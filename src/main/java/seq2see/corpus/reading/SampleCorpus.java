package seq2see.corpus.reading;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the catalogue beside the sample corpora says of one.
 *
 * @param file            its name, in the catalogue's folder
 * @param sourceTokenizer the name of the tokenizer that suits its sources
 * @param targetTokenizer the same for its targets
 * @param titles          by language, such as {@code en}
 * @param examples        sources to try
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SampleCorpus(@JsonProperty(required = true) String file,
                           @JsonProperty(required = true) String sourceTokenizer,
                           @JsonProperty(required = true) String targetTokenizer,
                           @JsonProperty(value = "title", required = true) Map<String, String> titles,
                           @JsonProperty(required = true) List<String> examples) {
    public SampleCorpus {
        Objects.requireNonNull(file);
        Objects.requireNonNull(sourceTokenizer);
        Objects.requireNonNull(targetTokenizer);
        titles = Map.copyOf(titles);
        examples = List.copyOf(examples);
    }
}
