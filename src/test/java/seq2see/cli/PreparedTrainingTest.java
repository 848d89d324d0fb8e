package seq2see.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2see.corpus.BytePairTokenizer;
import seq2see.corpus.PairCodec;
import seq2see.training.ModelFile;

/** What is done to a corpus before a model sees it, from {@code train} by way of the file to {@code translate} and {@code evaluate}. */
class PreparedTrainingTest {
    @TempDir
    Path folder;
    private Path corpus;
    private Path model;

    @BeforeEach
    void makeCorpus() throws IOException {
        corpus = TinyModel.corpus(folder);
        model = folder.resolve("m.seq2see");
    }

    private Call train(Object... options) {
        List<Object> call = new ArrayList<>(List.of("train", "--corpus", corpus, "--out", model, "--steps", 3, "--hidden", 8));
        call.addAll(List.of(options));
        return Call.of(call.toArray());
    }

    private void goOn() {
        Call.of("train", "--corpus", corpus, "--out", model, "--resume", model, "--steps", 4).done();
    }

    private PairCodec codec() throws Exception {
        return ModelFile.read(model).codec();
    }

    private String translation(Object... options) {
        List<Object> call = new ArrayList<>(List.of("translate", "--model", model, "--max-length", 4));
        call.addAll(List.of(options));
        return Call.of(call.toArray()).done().output();
    }

    @Test
    void whatIsTranslatedIsNormalisedAsTheModelSays() {
        assertTrue(train("--normalise", "case,punctuation").done().errors().contains("normalised by punctuation,case"));
        assertEquals(translation("the cat number 3 sleeps"), translation("The CAT number\u202f3 sleeps"));
        assertEquals("normalisation punctuation,case", Call.of("evaluate", "--model", model, "--corpus", corpus).done().lines().getLast());
    }

    @Test
    void subwordsAreLearntKeptAndReadAgain() throws Exception {
        train("--tokenizer", "byte-pair", "--subwords", 12).done();
        BytePairTokenizer tokenizer = (BytePairTokenizer) codec().sourceTokenizer();
        assertEquals(12, tokenizer.merges().size());
        assertEquals("the cat number 40 sleeps", tokenizer.detokenize(tokenizer.tokenize("the cat number 40 sleeps")));
        goOn();
        assertEquals(tokenizer.merges(), ((BytePairTokenizer) codec().sourceTokenizer()).merges());
    }

    @Test
    void oneModelTranslatesEitherWay() throws Exception {
        assertTrue(train("--both-directions").done().errors().contains("both ways, 72 pairs to learn from, 8 held out"));
        assertTrue(codec().sourceVocabulary().tokens().containsAll(List.of("<forward>", "<reverse>", "cat", "chat")));
        assertTrue(codec().targetVocabulary().tokens().containsAll(List.of("cat", "chat")));
        assertEquals(translation("--reverse-direction", "le chat"), translation("<reverse> le chat"));
        assertEquals(translation("the cat"), translation("<forward> the cat"));
        List<String> forward = Call.of("evaluate", "--model", model, "--corpus", corpus, "--split", "validation").done().lines();
        List<String> reverse = Call.of("evaluate", "--model", model, "--corpus", corpus, "--split", "validation", "--reverse-direction").done().lines();
        assertEquals("pairs 4", forward.getFirst());
        assertEquals("pairs 4", reverse.getFirst());
        assertNotEquals(forward.get(2), reverse.get(2));
        List<String> whole = Call.of("evaluate", "--model", model, "--corpus", corpus, "--reverse-direction").done().lines();
        assertEquals("pairs 40", whole.getFirst());
        goOn();
    }

    @Test
    void theOtherDirectionOfAModelThatLearntOneIsRefused() {
        train().done();
        assertTrue(Call.of("translate", "--model", model, "--reverse-direction", "x").refusal().contains("--both-directions"));
    }

    @Test
    void aTestIsHeldOutBesideTheValidation() {
        train("--validation-share", 0.2, "--test-share", 0.3).done();
        assertEquals("pairs 8", Call.of("evaluate", "--model", model, "--corpus", corpus, "--split", "validation").done().lines().getFirst());
        assertEquals("pairs 12", Call.of("evaluate", "--model", model, "--corpus", corpus, "--split", "test").done().lines().getFirst());
        train().done();
        assertTrue(Call.of("evaluate", "--model", model, "--corpus", corpus, "--split", "test").refusal().contains("held out"));
    }

    @Test
    void partsMayComeInFilesOfTheirOwn() throws Exception {
        Path validation = Files.writeString(folder.resolve("valid.tsv"), "the cat number 3 sleeps\tle chat numéro 3 dort\na dog\tun chien\n");
        Path test = Files.writeString(folder.resolve("test.tsv"), "a horse\tun cheval\nthe cat number 5 sleeps\tautre\n");
        Object[] parts = {"--validation-corpus", validation, "--test-corpus", test};
        assertTrue(train(parts).done().errors().contains("38 pairs to learn from, 2 held out, 4 neither"));
        List<Object> call = new ArrayList<>(List.of("evaluate", "--model", model, "--corpus", corpus, "--split", "test"));
        call.addAll(List.of(parts));
        assertEquals("pairs 2", Call.of(call.toArray()).done().lines().getFirst());
        assertTrue(Call.of("evaluate", "--model", model, "--corpus", corpus, "--split", "test").refusal().contains("valid.tsv"));
        Path half = Files.copy(model, folder.resolve("half.seq2see"));
        Call.of("train", "--corpus", corpus, "--out", model, "--resume", half, "--steps", 5, "--validation-corpus", validation, "--test-corpus", test).done();
    }

    @Test
    void noFileOfAPartIsReplacedByTheModel() throws IOException {
        Files.writeString(model, "a\tb\nc\td\n");
        assertTrue(train("--validation-corpus", model).misuse().contains("--validation-corpus"));
        assertTrue(train("--test-corpus", corpus, "--test-target-corpus", model).misuse().contains("--test-target-corpus"));
    }

    /** The choices are in the file: it is the same whatever the threads, and goes on as if there had been no break. */
    @Test
    void allOfItGoesOnAsIfThereHadBeenNoBreak() throws Exception {
        Object[] options = {"--both-directions", "--tokenizer", "byte-pair", "--subwords", 20, "--normalise", "case", "--noise", 0.2, "--test-share", 0.1,
            "--schedule", "constant"};
        train(options).done();
        Path half = Files.move(model, folder.resolve("half.seq2see"));
        Call.of("train", "--corpus", corpus, "--out", model, "--resume", half, "--steps", 6).done();
        float[] resumed = ModelFile.read(model).lastParameters().values();
        List<Object> whole = new ArrayList<>(List.of("train", "--corpus", corpus, "--out", model, "--steps", 6, "--hidden", 8, "--threads", 1));
        whole.addAll(List.of(options));
        Call.of(whole.toArray()).done();
        assertArrayEquals(resumed, ModelFile.read(model).lastParameters().values());
    }
}
