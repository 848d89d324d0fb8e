package seq2see.app.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import seq2see.corpus.BytePairTokenizer;
import seq2see.corpus.GivenParts;
import seq2see.corpus.InputException;
import seq2see.corpus.Normalisation;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.Preparation;
import seq2see.corpus.ReadingReport.Reason;
import seq2see.corpus.SourceNoise;
import seq2see.corpus.SplitShares;
import seq2see.corpus.Tokenizer;
import seq2see.corpus.Tokenizers;
import seq2see.corpus.reading.CorpusFile;
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
 * @param corpus      one file, or two whose lines belong together
 * @param validation  the same of pairs to validate on; empty where they are drawn from the corpus
 * @param test        the same of pairs for a test
 * @param noise       on the sources while it is trained on
 * @param fingerprint of the content of all files, by which a change is noticed
 */
public record CorpusRecipe(List<String> corpus, List<String> validation, List<String> test, Reading reading, Preparing preparing, SourceNoise noise,
                           String fingerprint) {
    private static final JsonMapper JSON = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES).build();

    public CorpusRecipe {
        corpus = List.copyOf(corpus);
        validation = List.copyOf(validation);
        test = List.copyOf(test);
    }

    /** {@link ReadingOptions} and {@link ScreeningRules} in words and numbers. */
    public record Reading(String format, String encoding, String targetEncoding, Boolean header, String sourceColumn, String targetColumn,
                          Boolean keepTags, Map<Reason, Treatment> rules, int longestSide) {
        static Reading of(ReadingOptions options, ScreeningRules rules) {
            return new Reading(options.format() == null ? null : options.format().toString(), options.encoding() == null ? null : options.encoding().name(),
                    options.targetEncoding() == null ? null : options.targetEncoding().name(), options.header(), options.sourceColumn(),
                    options.targetColumn(), options.keepTags(), rules.treatments(), rules.longestSide());
        }

        public ReadingOptions options() throws InputException {
            return new ReadingOptions(format == null ? null : Format.named(format), encoding == null ? null : Encodings.named(encoding),
                    targetEncoding == null ? null : Encodings.named(targetEncoding), header, sourceColumn, targetColumn, keepTags);
        }

        public ScreeningRules screening() {
            Map<Reason, Treatment> treatments = new EnumMap<>(ScreeningRules.USUAL.treatments());
            treatments.putAll(rules);
            return new ScreeningRules(treatments, longestSide);
        }
    }

    /** {@link Preparation} in words and numbers; subwords are null where a tokenizer learns none. */
    public record Preparing(List<String> normalisation, String sourceTokenizer, Integer sourceSubwords, String targetTokenizer, Integer targetSubwords,
                            boolean bothDirections, int largestVocabulary, SplitShares shares) {
        static Preparing of(Preparation preparation) {
            return new Preparing(preparation.normalisation().labels(), preparation.sourceTokenizer().name(), subwords(preparation.sourceTokenizer()),
                    preparation.targetTokenizer().name(), subwords(preparation.targetTokenizer()), preparation.bothDirections(),
                    preparation.largestVocabulary(), preparation.shares());
        }

        private static Integer subwords(Tokenizer tokenizer) {
            return tokenizer instanceof BytePairTokenizer bytePair ? bytePair.subwords() : null;
        }

        public Preparation preparation() throws InputException {
            return new Preparation(Normalisation.named("normalisation", normalisation), Tokenizers.named(sourceTokenizer, sourceSubwords),
                    Tokenizers.named(targetTokenizer, targetSubwords), bothDirections, largestVocabulary, shares);
        }
    }

    /**
     * The recipe of files that lie there. Reads them for their fingerprint: not for the JavaFX thread.
     *
     * @param corpus     one file, or two
     * @param validation none, one or two
     * @param test       none, one or two
     */
    public static CorpusRecipe of(List<Path> corpus, List<Path> validation, List<Path> test, ReadingOptions options, ScreeningRules rules,
                                  Preparation preparation, SourceNoise noise) throws InputException {
        CorpusRecipe recipe = new CorpusRecipe(absolute(corpus), absolute(validation), absolute(test), Reading.of(options, rules),
                Preparing.of(preparation), noise, "");
        return recipe.with(recipe.present());
    }

    private static List<String> absolute(List<Path> files) {
        return files.stream().map(file -> file.toAbsolutePath().toString()).toList();
    }

    private CorpusRecipe with(String other) {
        return new CorpusRecipe(corpus, validation, test, reading, preparing, noise, other);
    }

    /** The recipe of an id; empty where that is the name of a sample or a path. */
    public static Optional<CorpusRecipe> parse(String id) {
        try {
            return id.startsWith("{") ? Optional.of(JSON.readValue(id, CorpusRecipe.class).checked()) : Optional.empty();
        } catch (JsonProcessingException | InputException | RuntimeException senseless) {
            return Optional.empty();
        }
    }

    /** Refuses what no corpus can be prepared by. */
    private CorpusRecipe checked() throws InputException {
        if (corpus.isEmpty() || Stream.of(corpus, validation, test).anyMatch(files -> files.size() > 2)) {
            throw new InputException("corpus.manyFiles", String.valueOf(corpus.size()));
        }
        for (List<String> files : List.of(corpus, validation, test)) {
            for (String file : files) {
                path(file);
            }
        }
        Objects.requireNonNull(fingerprint);
        reading.options();
        ScreeningRules.SIDE_LIMITS.check("longestSide", reading.screening().longestSide());
        Preparation.LARGEST_VOCABULARY.check("largestVocabulary", preparing.largestVocabulary());
        BytePairTokenizer.SUBWORDS.check("sourceSubwords", preparing.sourceSubwords());
        BytePairTokenizer.SUBWORDS.check("targetSubwords", preparing.targetSubwords());
        preparing.preparation().shares().checked("validation", "test");
        noise.checked("noise");
        return this;
    }

    /** The id. */
    public String text() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Reads the corpus as it was prepared. May take long. */
    OpenedCorpus read() throws InputException {
        GivenParts given = new GivenParts(read(validation), read(test));
        return OpenedCorpus.prepared(this, read(corpus).orElseThrow(() -> new InputException("file.missing", "")), given);
    }

    private Optional<ParallelCorpus> read(List<String> files) throws InputException {
        return files.isEmpty() ? Optional.empty() : Optional.of(CorpusReader.read(
                CorpusFiles.of(path(files.getFirst()), files.size() > 1 ? path(files.getLast()) : null), reading.options(), reading.screening(),
                ReadingProgress.NONE));
    }

    Preparation preparation() throws InputException {
        return preparing.preparation();
    }

    /** Says so where the files no longer hold what they did. Reads them: not for the JavaFX thread. */
    public Optional<InputException> change() {
        try {
            return present().equals(fingerprint) ? Optional.empty() : Optional.of(new InputException("corpus.changedSince", corpus.getFirst()));
        } catch (InputException gone) {
            return Optional.of(gone);
        }
    }

    private String present() throws InputException {
        List<String> parts = new ArrayList<>();
        for (List<String> files : List.of(corpus, validation, test)) {
            for (String file : files) {
                parts.add(CorpusFile.of(path(file)).fingerprint());
            }
        }
        return String.join(" ", parts);
    }

    private static Path path(String text) throws InputException {
        try {
            return Path.of(text);
        } catch (InvalidPathException noPath) {
            throw new InputException("file.missing", text);
        }
    }
}
