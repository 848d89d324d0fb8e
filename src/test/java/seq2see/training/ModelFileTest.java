package seq2see.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seq2see.corpus.BytePairTokenizer;
import seq2see.corpus.Direction;
import seq2see.corpus.InputException;
import seq2see.corpus.Normalisation;
import seq2see.corpus.Normalisation.Rule;
import seq2see.corpus.PairCodec;
import seq2see.corpus.SourceNoise;
import seq2see.corpus.SentencePair;
import seq2see.corpus.Tokenizer;
import seq2see.corpus.Tokenizers;
import seq2see.corpus.SplitShares;
import seq2see.corpus.Vocabulary;
import seq2see.model.AttentionType;
import seq2see.model.CellType;
import seq2see.model.Initialisation;
import seq2see.model.ModelConfig;
import seq2see.model.Parameters;
import seq2see.model.WeightFile;
import seq2see.model.WeightFile.Weight;

class ModelFileTest {
    private static final String MODEL = "model.json";
    private static final String WEIGHTS = "weights.safetensors";

    @TempDir
    private Path folder;

    private static SavedModel model() throws InputException {
        Vocabulary source = new Vocabulary(List.of("<pad>", "<bos>", "<eos>", "<unk>", "a", "\u202f?"));
        Vocabulary target = new Vocabulary(List.of("<pad>", "<bos>", "<eos>", "<unk>", "猫", "👩‍👩‍👧"));
        ModelConfig config = new ModelConfig(CellType.GRU, AttentionType.ADDITIVE, 6, 6, 1, 1, 10);
        Random random = new Random(2);
        Map<String, Weight> weights = new LinkedHashMap<>();
        Map<String, Weight> last = new LinkedHashMap<>();
        Map<String, Weight> optimizer = new LinkedHashMap<>();
        for (String prefix : List.of("", "last.", "firstMoment.", "secondMoment.")) {
            Parameters.shapes(config).forEach((name, shape) -> {
                float[] values = new float[shape.elements()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) random.nextGaussian();
                }
                Weight weight = new Weight(SavedModel.sizes(shape), values);
                switch (prefix) {
                    case "" -> weights.put(name, weight);
                    case "last." -> last.put(name, weight);
                    default -> optimizer.put(prefix + name, weight);
                }
            });
        }
        LearningCurve curve = new LearningCurve(List.of(new LearningCurve.TrainingPoint(4, 1.25, 0.1, 1, 0.004, 0.5, 0.25)),
                List.of(new LearningCurve.ValidationPoint(4, 1.5)));
        TrainingMethod method = new TrainingMethod(Initialisation.UNIFORM, OptimizerType.ADAM, new LearningRate(0.005, ScheduleType.DECAY, 7), 1,
                new TeacherForcing(0.9, 0.25, TeacherForcingSchedule.INVERSE_SIGMOID), 0.25, 0.1, new SourceNoise(0.1, 0.2, 0.05));
        SavedTraining training = new SavedTraining("corpus \"1\".tsv", SavedTraining.fingerprint(List.of()),
                new Recipe(64, 2000, method, new Validation(50, 3, KeptWeights.BEST), SplitShares.USUAL, -3), 4, new BestValidation(3, 1.25, 1), curve);
        return new SavedModel(config, new PairCodec(Tokenizers.named("word"), source, Tokenizers.named("character"), target),
                weights, last, optimizer, training);
    }

    private Path written() throws InputException {
        Path file = folder.resolve("m.seq2see");
        ModelFile.write(file, model());
        return file;
    }

    private InputException refusal(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("damaged.seq2see"), bytes);
        InputException refused = assertThrows(InputException.class, () -> ModelFile.read(file));
        assertTrue(refused.text(Locale.CHINESE).contains("damaged.seq2see"), refused.getMessage());
        return refused;
    }

    /** The file with one entry changed; left out where the change gives null. */
    private byte[] with(String changed, UnaryOperator<byte[]> change) throws IOException, InputException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(Files.newInputStream(written())); ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                byte[] content = from.readAllBytes();
                byte[] put = entry.getName().equals(changed) ? change.apply(content) : content;
                if (put != null) {
                    to.putNextEntry(new ZipEntry(entry.getName()));
                    to.write(put);
                }
            }
        }
        return bytes.toByteArray();
    }

    private byte[] withJson(String from, String to) throws IOException, InputException {
        return with(MODEL, bytes -> {
            String json = new String(bytes, UTF_8);
            assertTrue(json.contains(from), json);
            return json.replace(from, to).getBytes(UTF_8);
        });
    }

    private byte[] withWeights(UnaryOperator<Map<String, Weight>> change) throws IOException, InputException {
        return with(WEIGHTS, bytes -> {
            try {
                Map<String, Weight> weights = WeightFile.read(new ByteArrayInputStream(bytes), bytes.length, "");
                ByteArrayOutputStream changed = new ByteArrayOutputStream();
                WeightFile.write(changed, "", change.apply(weights));
                return changed.toByteArray();
            } catch (IOException | InputException failure) {
                throw new AssertionError(failure);
            }
        });
    }

    private static void assertSame(Map<String, Weight> expected, Map<String, Weight> found) {
        assertEquals(List.copyOf(expected.keySet()), List.copyOf(found.keySet()));
        expected.forEach((name, weight) -> assertArrayEquals(weight.values(), found.get(name).values()));
    }

    @Test
    void whatIsWrittenIsRead() throws Exception {
        SavedModel expected = model();
        SavedModel found = ModelFile.read(written());
        assertEquals(expected.config(), found.config());
        assertEquals(expected.training(), found.training());
        assertEquals("word", found.codec().sourceTokenizer().name());
        assertEquals("character", found.codec().targetTokenizer().name());
        assertEquals(expected.codec().sourceVocabulary().tokens(), found.codec().sourceVocabulary().tokens());
        assertEquals(expected.codec().targetVocabulary().tokens(), found.codec().targetVocabulary().tokens());
        assertSame(expected.weights(), found.weights());
        assertSame(expected.last(), found.last());
        assertSame(expected.optimizer(), found.optimizer());
    }

    @Test
    void whatIsDoneToTextIsReadToo() throws Exception {
        SavedModel model = model();
        Tokenizer subwords = new BytePairTokenizer(500).learn(List.of("lower lowest", "the lower", "lowest \u202f?"));
        PairCodec codec = new PairCodec(Normalisation.USUAL.with(Rule.CASE, true), subwords, model.codec().sourceVocabulary(),
                Tokenizers.named("chinese-word"), model.codec().targetVocabulary(), Direction.FORWARD);
        Path file = folder.resolve("subwords.seq2see");
        ModelFile.write(file, new SavedModel(model.config(), codec, model.weights(), model.last(), model.optimizer(), model.training()));
        PairCodec found = ModelFile.read(file).codec();
        assertEquals(codec.normalisation(), found.normalisation());
        assertEquals(Direction.FORWARD, found.direction());
        assertEquals(((BytePairTokenizer) subwords).merges(), ((BytePairTokenizer) found.sourceTokenizer()).merges());
        assertEquals(500, ((BytePairTokenizer) found.sourceTokenizer()).subwords());
        assertEquals(codec.sourceTokens("The lowest\u202f?"), found.sourceTokens("The lowest\u202f?"));
        assertEquals("chinese-word", found.targetTokenizer().name());
    }

    @Test
    void aMergeThatIsNoneIsDamage() throws Exception {
        for (String merges : List.of("[ \"a\", \"b\" ]", "[ ]", "[ null, \"a\" ]", "[ \"a@@\", \"b\", \"c\" ]", "[ \"a@@\", \"b\" ], [ \"c@@\", \"d\" ]")) {
            byte[] bytes = withJson("\"tokenizer\" : \"word\",\n    \"subwords\" : 0,\n    \"merges\" : [ ]",
                    "\"tokenizer\" : \"byte-pair\",\n    \"subwords\" : 1,\n    \"merges\" : [ " + merges + " ]");
            assertEquals("model.damaged", refusal(bytes).key(), merges);
        }
    }

    @Test
    void parametersAndOptimizerComeBackInTheirPlaces() throws Exception {
        SavedModel model = ModelFile.read(written());
        Parameters parameters = model.parameters();
        parameters.tensors().forEach((name, tensor) -> assertArrayEquals(model.weights().get(name).values(),
                Arrays.copyOfRange(tensor.values(), tensor.offset(), tensor.offset() + tensor.shape().elements())));
        assertEquals(model.optimizer().get("firstMoment.encoder.embedding.weight").values()[1], model.newOptimizer().memory().get("firstMoment")[1]);
        assertEquals(model.optimizer().get("secondMoment.encoder.embedding.weight").values()[1], model.newOptimizer().memory().get("secondMoment")[1]);
    }

    @Test
    void theOptimizerMayBeMissing() throws Exception {
        Files.write(folder.resolve("m2"), with("optimizer.safetensors", _ -> null));
        assertEquals(Map.of(), ModelFile.read(folder.resolve("m2")).optimizer());
    }

    @Test
    void theSameModelGivesTheSameBytesInEveryTimeZone() throws Exception {
        byte[] first = Files.readAllBytes(written());
        TimeZone before = TimeZone.getDefault();
        try {
            for (String zone : List.of("Asia/Shanghai", "America/Los_Angeles", "UTC")) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                assertArrayEquals(first, Files.readAllBytes(written()), zone);
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void aModelThatCannotBeWrittenLeavesTheOldOne() throws Exception {
        byte[] old = Files.readAllBytes(written());
        SavedModel broken = model();
        broken.weights().get("decoder.dense.bias").values()[0] = Float.NaN;
        InputException refused = assertThrows(InputException.class, () -> ModelFile.write(folder.resolve("m.seq2see"), broken));
        assertTrue(refused.getMessage().contains("decoder.dense.bias"), refused.getMessage());
        assertArrayEquals(old, Files.readAllBytes(folder.resolve("m.seq2see")));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void aFileCutAnywhereIsRefused() throws Exception {
        byte[] whole = Files.readAllBytes(written());
        for (int length = 0; length < whole.length; length += 7) {
            assertEquals("model.damaged", refusal(Arrays.copyOf(whole, length)).key());
        }
    }

    /** A flipped bit may do no harm, as in an entry's date; where it does, the person is told in plain words. */
    @Test
    void noFlippedBitGivesAnotherExceptionOrOtherNumbers() throws Exception {
        byte[] whole = Files.readAllBytes(written());
        Map<String, Weight> weights = model().weights();
        Random random = new Random(9);
        for (int i = 0; i < 500; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            Path file = Files.write(folder.resolve("flipped.seq2see"), damaged);
            try {
                assertSame(weights, ModelFile.read(file).weights());
            } catch (InputException refused) {
                assertTrue(refused.getMessage().contains("flipped.seq2see"), refused.getMessage());
            }
        }
    }

    @Test
    void whatIsNoModelIsRefused() throws Exception {
        assertEquals("model.damaged", refusal("no ZIP at all".getBytes(UTF_8)).key());
        assertEquals("file.missing", assertThrows(InputException.class, () -> ModelFile.read(folder.resolve("none"))).key());
        assertEquals("file.folder", assertThrows(InputException.class, () -> ModelFile.read(folder)).key());
    }

    @ParameterizedTest
    @CsvSource({MODEL, WEIGHTS})
    void aMissingEntryIsNamed(String entry) throws Exception {
        InputException refused = refusal(with(entry, _ -> null));
        assertEquals("model.incomplete", refused.key());
        assertTrue(refused.getMessage().contains(entry), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
        "model.newer,         \"version\" : 1,          \"version\" : 2,             format 2",
        "model.damaged,       \"version\" : 1,          \"version\" : \"one\",       damaged",
        "model.damaged,       \"seq2see\",              \"other\",                  damaged",
        "model.damaged,       },                        ],                          damaged",
        "model.fieldWhole,    \"hiddenSize\" : 1,       \"hiddenSize\" : 1.5,       config.hiddenSize has to be a whole number",
        "model.field,         \"hiddenSize\" : 1,       \"hiddenSize\" : 99999999999, config.hiddenSize",
        "model.fieldWhole,    \"layers\" : 1,           \"layers\" : \"two\",        config.layers",
        "model.fieldWhole,    \"hiddenSize\" : 1,       \"hiddenSize\" : null,      config.hiddenSize",
        "model.fieldWhole,    \"hiddenSize\",           \"otherSize\",              config.hiddenSize",
        "model.fieldUnknown,  \"layers\" : 1,           `\"layers\" : 1, \"more\" : 2`, config.more",
        "model.configuration, \"hiddenSize\" : 1,       \"hiddenSize\" : 99999,     `hiddenSize: 99999 is not possible; it may be 1 to 4096`",
        "model.configuration, \"layers\" : 1,           \"layers\" : 0,             `layers: 0 is not possible; it may be 1 to 4`",
        "model.configuration, \"sourceVocabulary\" : 6, \"sourceVocabulary\" : 5,   `source.vocabulary: it holds 6 tokens, and the configuration says 5`",
        "model.configuration, \"sourceVocabulary\" : 6, \"sourceVocabulary\" : -1,  sourceVocabulary",
        "model.fieldChoice,   \"gru\",                  \"gate\",                   `config.cell may be rnn, gru, lstm`",
        "model.fieldChoice,   \"inverse-sigmoid\",      \"steps\",                  training.recipe.method.teacherForcing.schedule",
        "model.configuration, \"word\",                 \"syllable\",               syllable",
        "model.configuration, \"<unk>\",                \"<pad>\",                  source.vocabulary",
        "model.field,         \"猫\",                   null,                        target",
        "model.configuration, \"batchSize\" : 64,       \"batchSize\" : 0,          batchSize",
        "model.configuration, \"first\" : 0.9,          \"first\" : 1.5,            teacherForcing.first",
        "model.configuration, \"warmUpSteps\" : 7,      \"warmUpSteps\" : -1,       warmUpSteps",
        "model.configuration, \"every\" : 50,           \"every\" : 0,              validation.every",
        "model.configuration, \"validationsSince\" : 1, \"validationsSince\" : -1,  best.validationsSince",
        "model.fieldNumber,   \"clip\" : 1.0,           \"clip\" : \"much\",        clip",
        "model.field,         \"stepsAPoint\" : 1,      \"stepsAPoint\" : 0,        training.curve.open",
        "model.field,         \"corpusName\",           \"name\",                   training.corpusName is missing",
    })
    void aDamagedDescriptionIsRefusedAndItsFieldNamed(String key, String from, String to, String told) throws Exception {
        InputException refused = refusal(withJson(from, to));
        assertEquals(key, refused.key(), refused.getMessage());
        assertTrue(refused.getMessage().contains(told), refused.getMessage());
    }

    @Test
    void aConfigurationProblemIsToldInTheReadersLanguage() throws Exception {
        InputException refused = refusal(withJson("\"hiddenSize\" : 1", "\"hiddenSize\" : 99999"));
        assertTrue(refused.text(Locale.CHINESE).endsWith("hiddenSize：不能是 99999；可以是 1 到 4096"), refused.text(Locale.CHINESE));
    }

    @Test
    void weightsOfAnotherShapeAreNamedWithBothShapes() throws Exception {
        InputException refused = refusal(withWeights(weights -> {
            weights.put("decoder.dense.bias", new Weight(List.of(2, 3), new float[6]));
            return weights;
        }));
        assertEquals("model.weightShape", refused.key());
        assertTrue(refused.getMessage().contains("decoder.dense.bias has the shape [2, 3], the configuration needs [6]"), refused.getMessage());
    }

    @Test
    void aMissingAndAnUnknownWeightAreNamed() throws Exception {
        InputException missing = refusal(withWeights(weights -> {
            assertTrue(weights.remove("attention.w_v.weight") != null);
            return weights;
        }));
        assertEquals("model.weightMissing", missing.key());
        InputException unknown = refusal(withWeights(weights -> {
            assertNull(weights.put("encoder.bias", new Weight(List.of(1), new float[1])));
            return weights;
        }));
        assertEquals("model.weightUnknown", unknown.key());
        assertTrue(unknown.getMessage().contains("encoder.bias"), unknown.getMessage());
    }

    @Test
    void weightsFarLargerThanTheConfigurationAreNotUnpacked() throws Exception {
        assertEquals("model.entrySize", refusal(with(WEIGHTS, _ -> new byte[3_000_000])).key());
    }

    @Test
    void theFingerprintTellsPairsApartAndNotLines() {
        String one = SavedTraining.fingerprint(List.of(new SentencePair("a", "b", 1), new SentencePair("c", "d", 2)));
        assertEquals(one, SavedTraining.fingerprint(List.of(new SentencePair("a", "b", 3), new SentencePair("c", "d", 4))));
        assertEquals(64, one.length());
        assertTrue(!one.equals(SavedTraining.fingerprint(List.of(new SentencePair("a", "b", 1), new SentencePair("c", "e", 2)))));
    }
}
