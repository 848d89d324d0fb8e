package seq2see.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import seq2see.corpus.BytePairTokenizer;
import seq2see.corpus.Direction;
import seq2see.corpus.InputException;
import seq2see.corpus.Merge;
import seq2see.corpus.Normalisation;
import seq2see.corpus.PairCodec;
import seq2see.corpus.Tokenizer;
import seq2see.corpus.Tokenizers;
import seq2see.corpus.Vocabulary;
import seq2see.model.ModelConfig;

/** What a model file says in JSON: everything but the weights. */
record ModelJson(ModelConfig config, PairCodec codec, SavedTraining training) {
    /** The version of the format. */
    static final int VERSION = 1;
    private static final String FORMAT = "seq2see";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    /**
     * @param subwords how many a tokenizer was to learn; 0 where it learns none
     * @param merges   those that it has learnt, in order, each as its two parts
     */
    private record Side(String tokenizer, int subwords, List<List<String>> merges, List<String> vocabulary) {
        Side {
            Objects.requireNonNull(tokenizer);
            merges = List.copyOf(merges);
            vocabulary = List.copyOf(vocabulary);
        }

        static Side of(Tokenizer tokenizer, Vocabulary vocabulary) {
            return tokenizer instanceof BytePairTokenizer bytePair
                    ? new Side(tokenizer.name(), bytePair.subwords(), bytePair.merges().stream().map(merge -> List.of(merge.left(), merge.right())).toList(),
                            vocabulary.tokens())
                    : new Side(tokenizer.name(), 0, List.of(), vocabulary.tokens());
        }

        Tokenizer learnt(String field) throws InputException {
            Tokenizer known = Tokenizers.named(tokenizer);
            if (!(known instanceof BytePairTokenizer)) {
                return known;
            }
            BytePairTokenizer.SUBWORDS.check(field + ".subwords", subwords);
            if (merges.size() > subwords || merges.stream().anyMatch(parts -> parts.size() != 2 || parts.contains(null))) {
                throw new IllegalArgumentException("merges of " + field);
            }
            return new BytePairTokenizer(subwords, merges.stream().map(parts -> new Merge(parts.getFirst(), parts.getLast())).toList());
        }
    }

    private record Document(String format, int version, ModelConfig config, List<String> normalisation, boolean bothDirections, Side source, Side target,
                            SavedTraining training) {
        Document {
            normalisation = List.copyOf(normalisation);
        }
    }

    static byte[] write(SavedModel model) throws IOException {
        PairCodec codec = model.codec();
        return JSON.writeValueAsBytes(new Document(FORMAT, VERSION, model.config(), codec.normalisation().labels(), codec.bothDirections(),
                Side.of(codec.sourceTokenizer(), codec.sourceVocabulary()), Side.of(codec.targetTokenizer(), codec.targetVocabulary()), model.training()));
    }

    /** @param file what an {@link InputException} names */
    static ModelJson read(Path file, byte[] bytes) throws InputException, IOException {
        try {
            JsonNode root = JSON.readTree(bytes);
            if (!root.path("format").asText().equals(FORMAT) || !root.path("version").isIntegralNumber()) {
                throw new InputException("model.damaged", file);
            }
            if (root.path("version").asDouble() > VERSION) {
                throw new InputException("model.newer", file, root.path("version").asText(), String.valueOf(VERSION));
            }
            return of(file, JSON.treeToValue(root, Document.class));
        } catch (JsonMappingException problem) {
            throw DescriptionFault.of(file, problem);
        } catch (JsonProcessingException | IllegalArgumentException _) {
            throw new InputException("model.damaged", file);
        }
    }

    private static ModelJson of(Path file, Document document) throws InputException {
        try {
            return of(document);
        } catch (InputException problem) {
            throw new InputException("model.configuration", file, problem);
        }
    }

    private static ModelJson of(Document document) throws InputException {
        ModelConfig config = document.config().checked();
        PairCodec codec = new PairCodec(Normalisation.named("normalisation", document.normalisation()),
                document.source().learnt("source"), vocabulary("source.vocabulary", document.source(), config.sourceVocabulary()),
                document.target().learnt("target"), vocabulary("target.vocabulary", document.target(), config.targetVocabulary()),
                document.bothDirections() ? Direction.FORWARD : null);
        return new ModelJson(config, codec, document.training().checked());
    }

    private static Vocabulary vocabulary(String field, Side side, int size) throws InputException {
        if (side.vocabulary().size() != size) {
            throw new InputException("model.vocabularySize", field, String.valueOf(side.vocabulary().size()), String.valueOf(size));
        }
        try {
            return new Vocabulary(side.vocabulary());
        } catch (IllegalArgumentException _) {
            throw new InputException("model.vocabulary", field);
        }
    }
}
