package seq2see.app.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2see.app.scene.SavedScene.Pairs;
import seq2see.app.scene.SceneState.CorpusReference;
import seq2see.app.scene.SceneState.LessonPlace;
import seq2see.app.scene.SceneState.Note;
import seq2see.app.scene.SceneState.Sight;
import seq2see.corpus.GivenParts;
import seq2see.corpus.InputException;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.ReadingReport;
import seq2see.corpus.SentencePair;
import seq2see.corpus.Tokenizers;
import seq2see.training.ModelFile;
import seq2see.training.SavedModel;
import seq2see.training.TrainingPlan;
import seq2see.training.TrainingRun;
import seq2see.training.TrainingSettings;

class SceneFileTest {
    private static final ParallelCorpus CORPUS = new ParallelCorpus("own.tsv", IntStream.range(0, 40)
            .mapToObj(i -> new SentencePair("the \"cat\"\t" + i, "猫👩‍👩‍👧 " + i, i + 1)).toList(), ReadingReport.NONE);
    private static SavedModel model;

    @TempDir
    private Path folder;

    @BeforeAll
    static void train() throws InputException {
        try (TrainingRun run = new TrainingRun(TrainingPlan.of(CORPUS, Tokenizers.named("word"), Tokenizers.named("word"), TrainingSettings.besideAWindow()))) {
            run.step();
            run.step();
            model = run.saved();
        }
    }

    private static SavedScene scene() {
        SceneState state = new SceneState("zh", "dark", new LessonPlace("tokens", 2, 3), new CorpusReference(null, "own.tsv", List.of("corpus", "validation")),
                new Sight("attention", "the cat 3", "decoder.2.attentionWeights", List.of(3, 2, 0, 0, 0, 0), Map.of("attention-mode", "1")),
                List.of(new Note(0.25, 0.5, "看这里 \"now\"\n<b>")));
        ParallelCorpus validation = new ParallelCorpus("own.tsv", CORPUS.pairs().subList(0, 3), ReadingReport.NONE);
        return new SavedScene(state, model, Optional.of(new Pairs(CORPUS, new GivenParts(Optional.of(validation), Optional.empty()))));
    }

    private Path written() throws InputException {
        Path file = folder.resolve("one.seq2scene");
        SceneFile.write(file, scene());
        return file;
    }

    @Test
    void whatIsWrittenIsReadAgain() throws InputException {
        SavedScene read = SceneFile.read(written());
        assertEquals(scene().state(), read.state());
        assertEquals(CORPUS.pairs(), read.pairs().orElseThrow().corpus().pairs());
        assertEquals(CORPUS.pairs().subList(0, 3), read.pairs().orElseThrow().given().validation().orElseThrow().pairs());
        assertEquals(model.training(), read.model().training());
        model.weights().forEach((name, weight) -> assertArrayEquals(weight.values(), read.model().weights().get(name).values(), name));
    }

    @Test
    void aSceneIsAModelFileToo() throws InputException {
        assertEquals(model.training(), ModelFile.read(written()).training());
    }

    @Test
    void aSceneOfANewerVersionIsRefusedByItsNumbers() throws IOException, InputException {
        Path file = changed("scene.json", bytes -> replaced(bytes, "\"version\" : 1", "\"version\" : 7"));
        InputException refused = assertThrows(InputException.class, () -> SceneFile.read(file));
        assertTrue(refused.getMessage().contains("7") && refused.getMessage().contains("newer") && refused.getMessage().contains("one.seq2scene"), refused.getMessage());
    }

    @Test
    void aModelIsNoScene() throws InputException {
        Path file = folder.resolve("model.seq2see");
        ModelFile.write(file, model);
        assertTrue(assertThrows(InputException.class, () -> SceneFile.read(file)).getMessage().contains("no scene"));
    }

    @Test
    void whatDoesNotFitTogetherIsDamaged() throws IOException, InputException {
        for (UnaryOperator<byte[]> damage : List.<UnaryOperator<byte[]>>of(
                bytes -> "[]".getBytes(StandardCharsets.UTF_8),
                bytes -> replaced(bytes, "\"seq2see scene\"", "\"soup\""),
                bytes -> replaced(bytes, "\"x\" : 0.25", "\"x\" : 25"),
                bytes -> replaced(bytes, "\"language\" : \"zh\"", "\"language\" : null"),
                bytes -> replaced(bytes, "\"pinned\" : [ 3, ", "\"pinned\" : [ "))) {
            Path file = changed("scene.json", damage);
            assertTrue(assertThrows(InputException.class, () -> SceneFile.read(file)).getMessage().contains("damaged"));
        }
        Path halfPair = changed("corpus.jsonl", bytes -> "[\"one side\"]\n".getBytes(StandardCharsets.UTF_8));
        assertTrue(assertThrows(InputException.class, () -> SceneFile.read(halfPair)).getMessage().contains("damaged"));
    }

    /** A scene that somebody sends can name no file of the machine that opens it. */
    @Test
    void onlyACorpusOfTheProgramIsTakenByName() throws IOException, InputException {
        for (String path : List.of("/etc/passwd", "/dev/stdin", "..\\\\secret.tsv")) {
            Path file = changed("scene.json", bytes -> replaced(bytes, "\"sample\" : null", "\"sample\" : \"" + path + "\""));
            assertTrue(assertThrows(InputException.class, () -> SceneFile.read(file)).getMessage().contains("damaged"));
        }
    }

    @Test
    void aBombIsRefusedBeforeItIsUnpacked() throws IOException, InputException {
        Path line = changed("corpus.jsonl", bytes -> new byte[50_000_000]);
        assertThrows(InputException.class, () -> SceneFile.read(line));
        byte[] side = "x".repeat(2_000_000).getBytes(StandardCharsets.UTF_8);
        Path longSide = changed("corpus.jsonl", bytes -> ("[\"" + new String(side, StandardCharsets.UTF_8) + "\",\"b\"]\n").getBytes(StandardCharsets.UTF_8));
        assertThrows(InputException.class, () -> SceneFile.read(longSide));
        for (String pair : List.of("[\"\",\"b\"]", "[\"a\",\" \"]", "[\"a\",\"b\",\"c\"]", "[\"a\\nb\",\"c\"]", "null")) {
            Path odd = changed("corpus.jsonl", bytes -> (pair + "\n").getBytes(StandardCharsets.UTF_8));
            assertTrue(assertThrows(InputException.class, () -> SceneFile.read(odd)).getMessage().contains("damaged"), pair);
        }
    }

    /** The sum over an entry's bytes is looked at: a bit that fell over in the pairs is no other corpus. */
    @Test
    void pairsThatAreNotWhatWasWrittenAreDamaged() throws IOException, InputException {
        Path file = written();
        byte[] whole = Files.readAllBytes(file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            long crc = zip.getEntry("corpus.jsonl").getCrc();
            byte[] written = {(byte) crc, (byte) (crc >> 8), (byte) (crc >> 16), (byte) (crc >> 24)};
            for (int at = 0; at + 4 <= whole.length; at++) {
                if (Arrays.equals(written, Arrays.copyOfRange(whole, at, at + 4))) {
                    whole[at] ^= 1;
                }
            }
        }
        Files.write(file, whole);
        assertThrows(InputException.class, () -> SceneFile.read(file));
    }

    /** Whatever became of the bytes, the reader says something or shows what was saved; it never breaks. */
    @Test
    void anyDamageIsRefusedOrHarmless() throws IOException, InputException {
        byte[] whole = Files.readAllBytes(written());
        Random random = new Random(7);
        Path file = folder.resolve("damaged.seq2scene");
        for (int trial = 0; trial < 300; trial++) {
            byte[] bytes = trial % 3 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            // Most of the file is weights; what else it says stands at both ends.
            for (int fault = random.nextInt(1, 8); fault > 0 && bytes.length > 0; fault--) {
                int reach = random.nextBoolean() ? bytes.length : Math.min(bytes.length, 4000);
                int place = random.nextBoolean() ? random.nextInt(reach) : bytes.length - 1 - random.nextInt(reach);
                bytes[place] = (byte) random.nextInt();
            }
            Files.write(file, bytes);
            try {
                assertFalse(SceneFile.read(file).state().sight().tab().isEmpty());
            } catch (InputException refused) {
                assertTrue(refused.getMessage().contains("damaged.seq2scene"), refused.getMessage());
            }
        }
    }

    private static byte[] replaced(byte[] bytes, String from, String to) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertTrue(text.contains(from), text);
        return text.replace(from, to).getBytes(StandardCharsets.UTF_8);
    }

    /** The scene with another content of one entry. */
    private Path changed(String entry, UnaryOperator<byte[]> change) throws IOException, InputException {
        Path file = written();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(file)); ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry next = in.getNextEntry(); next != null; next = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(next.getName()));
                byte[] content = in.readAllBytes();
                out.write(next.getName().equals(entry) ? change.apply(content) : content);
                out.closeEntry();
            }
        }
        Files.write(file, bytes.toByteArray());
        return file;
    }
}
