package seq2see.app.lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import seq2see.corpus.InputException;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.ReadingReport.Reason;
import seq2see.corpus.Tokenizer;
import seq2see.corpus.Tokenizers;
import seq2see.corpus.reading.CorpusFiles;
import seq2see.corpus.reading.CorpusReader;
import seq2see.corpus.reading.Encodings;
import seq2see.corpus.reading.Format;
import seq2see.corpus.reading.ReadingOptions;
import seq2see.corpus.reading.ReadingProgress;
import seq2see.corpus.reading.ScreeningRules;
import seq2see.corpus.reading.ScreeningRules.Treatment;

/**
 * How a corpus of one's own was prepared, so that it is found so again. As a text, in JSON, it is the corpus's id.
 *
 * @param target null where one file holds both sides
 * @param stamp  size and time of the files, by which a change is noticed
 */
public record CorpusRecipe(String source, String target, String format, String encoding, String targetEncoding, Boolean header,
                           String sourceColumn, String targetColumn, boolean keepTags, Map<Reason, Treatment> rules, int longestSide,
                           String sourceTokenizer, String targetTokenizer, String stamp) {
    private static final JsonMapper JSON = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    /** @param target null where one file holds both sides */
    public static CorpusRecipe of(Path source, Path target, ReadingOptions options, ScreeningRules rules, Tokenizer sourceTokenizer,
                                  Tokenizer targetTokenizer) {
        return new CorpusRecipe(source.toAbsolutePath().toString(), target == null ? null : target.toAbsolutePath().toString(),
                options.format() == null ? null : options.format().toString(), options.encoding() == null ? null : options.encoding().name(),
                options.targetEncoding() == null ? null : options.targetEncoding().name(), options.header(), options.sourceColumn(),
                options.targetColumn(), options.keepTags(), rules.treatments(), rules.longestSide(), sourceTokenizer.name(), targetTokenizer.name(),
                stamp(source, target));
    }

    /** The recipe of an id; empty where that is the name of a sample or a path. */
    static Optional<CorpusRecipe> parse(String id) {
        try {
            return id.startsWith("{") ? Optional.of(JSON.readValue(id, CorpusRecipe.class)) : Optional.empty();
        } catch (JsonProcessingException damaged) {
            return Optional.empty();
        }
    }

    /** The id. */
    String text() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Reads the corpus as it was prepared. May take long. */
    OpenedCorpus read() throws InputException {
        ReadingOptions options = new ReadingOptions(format == null ? null : Format.named(format), encoding == null ? null : Encodings.named(encoding),
                targetEncoding == null ? null : Encodings.named(targetEncoding), header, sourceColumn, targetColumn, keepTags);
        Map<Reason, Treatment> treatments = new EnumMap<>(ScreeningRules.USUAL.treatments());
        treatments.putAll(rules);
        ParallelCorpus corpus = CorpusReader.read(CorpusFiles.of(path(source), target == null ? null : path(target)), options,
                new ScreeningRules(treatments, longestSide), ReadingProgress.NONE);
        return OpenedCorpus.prepared(this, corpus, Tokenizers.named(sourceTokenizer), Tokenizers.named(targetTokenizer));
    }

    /** Says so where the files are no longer what they were. */
    Optional<InputException> change() {
        String now = stamp(Path.of(source), target == null ? null : Path.of(target));
        return now.equals(stamp) ? Optional.empty() : Optional.of(new InputException("corpus.changedSince", source));
    }

    private static Path path(String text) throws InputException {
        try {
            return Path.of(text);
        } catch (InvalidPathException noPath) {
            throw new InputException("file.missing", text);
        }
    }

    private static String stamp(Path source, Path target) {
        return stamp(source) + (target == null ? "" : " " + stamp(target));
    }

    private static String stamp(Path file) {
        try {
            return Files.size(file) + "@" + Files.getLastModifiedTime(file).toMillis();
        } catch (IOException gone) {
            return "";
        }
    }
}
