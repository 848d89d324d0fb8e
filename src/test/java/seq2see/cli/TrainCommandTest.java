package seq2see.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2see.corpus.InputException;
import seq2see.corpus.Tokenizers;
import seq2see.corpus.reading.CorpusFiles;
import seq2see.corpus.reading.CorpusReader;
import seq2see.model.WeightFile;
import seq2see.training.LearningCurve;
import seq2see.training.ModelFile;
import seq2see.training.SavedModel;
import seq2see.training.TinyPlans;
import seq2see.training.TrainingMethod;
import seq2see.training.TrainingPlan;
import seq2see.training.TrainingRun;
import seq2see.training.TrainingSettings;

class TrainCommandTest {
    @TempDir
    Path folder;
    private Path corpus;
    private Path out;

    @BeforeEach
    void makeCorpus() throws IOException {
        corpus = TinyModel.corpus(folder);
        out = Files.createDirectory(folder.resolve("out")).resolve("m.seq2see");
    }

    @Test
    void saysWhatFollowsFromTheCorpusAndHowFarItIs() {
        Call call = train("--steps", 20).done();
        for (String part : List.of("36 pairs to learn from, 4 held out", "tokens: word to word", "cell gru, layers 1, one direction, attention additive",
                "20 steps of", "step 20 of 20, loss")) {
            assertTrue(call.errors().contains(part), part + " in " + call.errors());
        }
        assertEquals(List.of("training_steps", "training_loss", "validation_loss"),
                call.lines().stream().map(line -> line.split(" ")[0]).toList());
    }

    @Test
    void everyKindOfModelIsTrainedKeptAndReadAgain() throws Exception {
        for (String cell : List.of("rnn", "gru", "lstm")) {
            for (String attention : List.of("none", "additive", "dot", "scaled-dot")) {
                train("--steps", 2, "--hidden", 4, "--cell", cell, "--attention", attention, "--layers", 2, "--bidirectional",
                        "--context", "max", "--output", "full", "--attention-bias", "--dropout", 0.2).done();
                SavedModel saved = ModelFile.read(out);
                assertEquals(cell, saved.config().cell().toString());
                assertEquals(attention, saved.config().attention().toString());
                assertEquals(2, saved.config().layers());
                assertEquals(0.2, saved.training().recipe().method().dropout());
            }
        }
    }

    @Test
    void everyOptimizerGoesOnWhereItStopped() throws Exception {
        Path half = folder.resolve("half-way.seq2see");
        for (String optimizer : List.of("sgd", "momentum", "adam")) {
            train("--steps", 9, "--hidden", 4, "--optimizer", optimizer, "--schedule", "constant", "--label-smoothing", 0.1).done();
            Map<String, WeightFile.Weight> straight = ModelFile.read(out).weights();
            train("--steps", 4, "--hidden", 4, "--optimizer", optimizer, "--schedule", "constant", "--label-smoothing", 0.1).done();
            Files.move(out, half, StandardCopyOption.REPLACE_EXISTING);
            train("--resume", half, "--steps", 9).done();
            SavedModel resumed = ModelFile.read(out);
            assertEquals(optimizer, resumed.training().recipe().method().optimizer().toString());
            straight.forEach((name, weight) -> assertArrayEquals(weight.values(), resumed.weights().get(name).values(), name));
        }
    }

    @Test
    void theSameCallGivesTheSameFileWhateverTheThreads() throws IOException {
        train("--steps", 6, "--threads", 1).done();
        byte[] first = Files.readAllBytes(out);
        train("--steps", 6, "--threads", 2).done();
        assertArrayEquals(first, Files.readAllBytes(out));
    }

    @Test
    void anotherSeedGivesOtherWeights() throws IOException {
        train("--steps", 2).done();
        byte[] first = Files.readAllBytes(out);
        train("--steps", 2, "--seed", 2).done();
        assertFalse(Arrays.equals(first, Files.readAllBytes(out)));
    }

    @Test
    void aTrainingThatIsKeptInterruptedAndResumedEndsWhereAnUnbrokenOneDoes() throws Exception {
        train("--steps", 12, "--hidden", 8).done();
        SavedModel whole = ModelFile.read(out);
        Path half = folder.resolve("half.seq2see");
        TrainingSettings settings = new TrainingSettings(TinyPlans.model(null, 8), null, 12, TrainingMethod.usual(), 1, 1);
        TrainingPlan plan = TrainingPlan.of(CorpusReader.read(CorpusFiles.of(corpus, null)), Tokenizers.named("word"), Tokenizers.named("word"), settings);
        List<Long> kept = new ArrayList<>();
        try (TrainingRun run = new TrainingRun(plan)) {
            TrainingLoop loop = new TrainingLoop(run, half, 3);
            loop.train(() -> run.trainer().trainingStep() == 8, () -> kept.add(stepIn(half)));
            assertEquals(8, loop.savedStep());
        }
        assertEquals(List.of(0L, 0L, 3L, 3L, 3L, 6L, 6L, 6L), kept);
        train("--resume", half).done();
        SavedModel resumed = ModelFile.read(out);
        assertArrayEquals(whole.parameters().values(), resumed.parameters().values());
        assertArrayEquals(whole.newOptimizer().memory().get("secondMoment"), resumed.newOptimizer().memory().get("secondMoment"));
        assertEquals(12, resumed.training().trainingStep());
    }

    /** In a window the rate and the rest are changed while a model trains; the file of such a training goes on with them. */
    @Test
    void whatAPersonChangedHoldsUnlessItIsGivenAnew() throws Exception {
        Path half = folder.resolve("changed.seq2see");
        TrainingSettings settings = new TrainingSettings(TinyPlans.model(null, 8), null, 12, TrainingMethod.usual(), 1, 1);
        TrainingPlan plan = TrainingPlan.of(CorpusReader.read(CorpusFiles.of(corpus, null)), Tokenizers.named("word"), Tokenizers.named("word"), settings);
        try (TrainingRun run = new TrainingRun(plan)) {
            run.step();
            run.change(0.0003, 0.5, 0.75);
            ModelFile.write(half, run.saved());
        }
        Call call = train("--resume", half, "--clip", 2).done();
        assertTrue(call.errors().contains("learning rate 3.0E-4 (decay), clip 2.0, teacher forcing 0.75"), call.errors());
        LearningCurve.SettingsChange last = ModelFile.read(out).training().curve().changes().getLast();
        assertEquals(List.of(0.0003, 2.0, 0.75), List.of(last.learningRate(), last.clip(), last.teacherForcing()));
    }

    @Test
    void aFinishedTrainingGoesOnOnlyForMoreSteps() {
        train("--steps", 3).done();
        Call.of("train", "--corpus", corpus, "--out", folder.resolve("n.seq2see"), "--resume", out, "--steps", 5).done();
        assertTrue(train("--resume", out).misuse().contains("--steps"));
    }

    @Test
    void whatTheModelFixesCannotChangeWhenItGoesOn() {
        train("--steps", 3).done();
        assertTrue(train("--resume", out, "--hidden", 9).misuse().contains("--hidden"));
        assertTrue(train("--resume", out, "--tokenizer", "character").misuse().contains("how the corpus is prepared"));
    }

    @Test
    void goingOnTakesTheModelsOwnCorpus() throws IOException {
        train("--steps", 3).done();
        Path other = Files.writeString(folder.resolve("other.tsv"), "a\tb\nc\td\n");
        String line = Call.of("train", "--corpus", other, "--out", out, "--resume", out, "--steps", 9).refusal();
        assertTrue(line.contains("other.tsv") && line.contains("tiny.tsv"), line);
    }

    @Test
    void theOtherDirectionIsLearntAndGoesOn() throws Exception {
        train("--steps", 3, "--reverse-direction").done();
        assertTrue(ModelFile.read(out).codec().sourceVocabulary().tokens().contains("chat"));
        train("--resume", out, "--steps", 4).done();
    }

    @Test
    void tokenizersAreChosenForEachSide() throws Exception {
        train("--steps", 1, "--source-tokenizer", "character").done();
        assertEquals("character", ModelFile.read(out).codec().sourceTokenizer().name());
        assertEquals("word", ModelFile.read(out).codec().targetTokenizer().name());
    }

    @Test
    void aCatalogueBesideTheCorpusChoosesTheTokenizers() throws Exception {
        Call.of("train", "--corpus", "sample-corpora/numbers.tsv", "--out", out, "--steps", 1, "--hidden", 4).done();
        assertEquals("word", ModelFile.read(out).codec().sourceTokenizer().name());
        assertEquals("character", ModelFile.read(out).codec().targetTokenizer().name());
    }

    @Test
    void aFaultyCorpusLeavesNothingBehind() throws IOException {
        for (Path file : FaultyFiles.in(folder)) {
            String line = Call.of("train", "--corpus", file, "--out", out).refusal();
            assertTrue(line.contains(file.getFileName().toString()), line);
        }
        assertEquals(List.of(), entries(out.getParent()));
    }

    @Test
    void anOutputThatCannotBeWrittenIsFoundBeforeTheCorpusIsRead() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        for (Path bad : List.of(folder, folder.resolve("missing/m.seq2see"), file.resolve("m.seq2see"))) {
            String line = Call.of("train", "--corpus", folder.resolve("no corpus"), "--out", bad).refusal();
            assertTrue(line.contains(bad.toString()), line);
        }
    }

    @Test
    void twoFilesTrainTheSameModelAsOneWithTabs() throws Exception {
        train("--steps", 3, "--hidden", 4).done();
        SavedModel whole = ModelFile.read(out);
        Path sources = Files.writeString(folder.resolve("tiny.en"), column(0));
        Path targets = Files.writeString(folder.resolve("tiny.fr"), column(1));
        Object[] files = {"--corpus", sources, "--target-corpus", targets};
        call("train", files, "--out", out, "--steps", 3, "--hidden", 4).done();
        SavedModel saved = ModelFile.read(out);
        assertArrayEquals(whole.parameters().values(), saved.parameters().values());
        assertEquals("tiny.en + tiny.fr", saved.training().corpusName());
        call("train", files, "--out", out, "--resume", out, "--steps", 4).done();
        assertEquals("pairs 4", call("evaluate", files, "--model", out, "--split", "validation").done().lines().getFirst());
    }

    private static Call call(String command, Object[] files, Object... options) {
        return Call.of(Stream.of(new Object[] {command}, files, options).flatMap(Stream::of).toArray());
    }

    private String column(int number) throws IOException {
        return Files.readAllLines(corpus).stream().map(line -> line.split("\t")[number] + "\n").collect(Collectors.joining());
    }

    @Test
    void noiseChangesTheWeightsAndIsTheSameForASeed() throws Exception {
        train("--steps", 6, "--hidden", 4).done();
        byte[] without = Files.readAllBytes(out);
        train("--steps", 6, "--hidden", 4, "--noise", "drop=0.2,swap=0.2,unknown=0.1").done();
        byte[] with = Files.readAllBytes(out);
        assertFalse(Arrays.equals(without, with));
        assertEquals(0.2, ModelFile.read(out).training().recipe().method().noise().swap());
        train("--steps", 6, "--hidden", 4, "--noise", "drop=0.2,swap=0.2,unknown=0.1", "--threads", 1).done();
        assertArrayEquals(with, Files.readAllBytes(out));
        assertTrue(train("--noise", "loud").misuse().contains("--noise"));
    }

    @Test
    void aCorpusIsReadAsItsOptionsSay() throws Exception {
        train("--steps", 2, "--hidden", 4, "--reverse-direction").done();
        SavedModel reversed = ModelFile.read(out);
        byte[] records = Files.readAllLines(corpus).stream().map(line -> "{\"fr\": \"" + line.split("\t")[1] + "\", \"en\": \"" + line.split("\t")[0] + "\"}\n")
                .collect(Collectors.joining()).getBytes(Charset.forName("GB18030"));
        Path json = Files.write(folder.resolve("tiny.json"), records);
        Object[] options = {"--corpus", json, "--format", "json-lines", "--encoding", "GB18030", "--source-language", "fr", "--target-language", "en"};
        call("train", options, "--out", out, "--steps", 2, "--hidden", 4).done();
        assertArrayEquals(reversed.parameters().values(), ModelFile.read(out).parameters().values());
        assertEquals("pairs 4", call("evaluate", options, "--model", out, "--split", "validation").done().lines().getFirst());
        assertTrue(call("train", options, "--out", out, "--leave-out", "nonsense").misuse().contains("rule"));
    }

    @Test
    void theTargetsAreNotReplacedByTheModel() throws IOException {
        Path targets = Files.writeString(folder.resolve("targets"), "a\nb\n");
        assertTrue(Call.of("train", "--corpus", corpus, "--target-corpus", targets, "--out", targets).misuse().contains("--target-corpus"));
        assertEquals("a\nb\n", Files.readString(targets));
    }

    @Test
    void theCorpusIsNotReplacedByTheModel() throws IOException {
        byte[] before = Files.readAllBytes(corpus);
        assertTrue(Call.of("train", "--corpus", corpus, "--out", corpus, "--steps", 1).misuse().contains("--out"));
        assertArrayEquals(before, Files.readAllBytes(corpus));
    }

    @Test
    void aChoiceThatThereIsNotIsToldWhatItMayBe() {
        assertTrue(train("--cell", "lstn").misuse().contains("rnn, gru, lstm"));
        assertTrue(train("--attention", "dots").misuse().contains("none, additive, dot, scaled-dot"));
        assertTrue(train("--tokenizer", "syllable").misuse().contains("word, character"));
    }

    @Test
    void aValueThatIsNotPossibleNamesItsOption() {
        for (String option : List.of("--hidden", "--embedding", "--batch", "--steps", "--threads", "--save-every", "--clip")) {
            assertTrue(train(option, "0").misuse().contains(option));
        }
        assertTrue(train("--teacher-forcing", "1.5").misuse().contains("0 to 1"));
        assertTrue(train("--learning-rate", "NaN").misuse().contains("--learning-rate"));
        assertTrue(train("--steps", "many").misuse().contains("many"));
    }

    private Call train(Object... options) {
        List<Object> call = new ArrayList<>(List.of("train", "--corpus", corpus, "--out", out));
        call.addAll(List.of(options));
        return Call.of(call.toArray());
    }

    /** The training step that a model file holds, 0 where there is no file. */
    private static long stepIn(Path model) {
        try {
            return Files.exists(model) ? ModelFile.read(model).training().trainingStep() : 0;
        } catch (InputException damaged) {
            throw new AssertionError(damaged);
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }
}
