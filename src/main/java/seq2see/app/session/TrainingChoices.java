package seq2see.app.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Objects;
import java.util.Optional;
import seq2see.corpus.BytePairTokenizer;
import seq2see.corpus.InputException;
import seq2see.corpus.Tokenizer;
import seq2see.corpus.Tokenizers;
import seq2see.training.TrainingSettings;

/**
 * What a person had a corpus trained with instead of the usual. As a text, in JSON, it is remembered from one start to the next.
 *
 * @param settings of the model and how it learns
 * @param source   how sources are cut
 * @param target   how targets are cut
 */
record TrainingChoices(TrainingSettings settings, Cut source, Cut target) {
    private static final JsonMapper JSON = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES).build();

    TrainingChoices {
        Objects.requireNonNull(settings.model());
        Objects.requireNonNull(settings.method());
        Objects.requireNonNull(settings.keep());
        Objects.requireNonNull(source);
        Objects.requireNonNull(target);
    }

    /**
     * A tokenizer as it is before it has learnt.
     *
     * @param subwords how many it learns; null where it learns none
     */
    record Cut(String tokenizer, Integer subwords) {
        static Cut by(Tokenizer tokenizer) {
            return new Cut(tokenizer.name(), tokenizer instanceof BytePairTokenizer bytePair ? bytePair.subwords() : null);
        }

        Tokenizer named() throws InputException {
            BytePairTokenizer.SUBWORDS.check("subwords", subwords);
            return Tokenizers.named(tokenizer, subwords);
        }
    }

    static TrainingChoices of(TrainingSettings settings, Tokenizer source, Tokenizer target) {
        return new TrainingChoices(settings, Cut.by(source), Cut.by(target));
    }

    /** What is remembered; empty where it makes no sense. How many threads compute is this machine's. */
    static Optional<TrainingChoices> parse(String text) {
        try {
            TrainingChoices known = text.isEmpty() ? null : JSON.readValue(text, TrainingChoices.class);
            return Optional.ofNullable(known).map(TrainingChoices::here);
        } catch (JsonProcessingException | RuntimeException senseless) {
            return Optional.empty();
        }
    }

    private TrainingChoices here() {
        int threads = TrainingSettings.besideAWindow().threads();
        return new TrainingChoices(new TrainingSettings(settings.model(), settings.batchSize(), settings.trainingSteps(), settings.method(),
                settings.validateEvery(), settings.patience(), settings.keep(), settings.seed(), threads), source, target);
    }

    String text() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
