package seq2see.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2see.model.WeightFile;
import seq2see.training.ModelFile;

/** The commands that take a trained model. */
class ModelCommandsTest {
    @TempDir
    static Path folder;
    private static TinyModel tiny;

    @BeforeAll
    static void train() throws IOException {
        tiny = TinyModel.in(folder);
    }

    @Test
    void translateGivesOneLineForEachLineOfInput() {
        byte[] input = "the cat\n\nnumber 3\n".getBytes(StandardCharsets.UTF_8);
        List<String> together = Call.withInput(input, "translate", "--model", tiny.model()).done().lines();
        assertEquals(3, together.size());
        assertEquals("", together.get(1));
        assertEquals(together.get(2), Call.of("translate", "--model", tiny.model(), "number 3").done().output().strip());
    }

    @Test
    void evaluateTakesASinglePair() throws IOException {
        Path one = Files.writeString(folder.resolve("one.tsv"), "the cat\tle chat\n");
        assertTrue(Call.of("evaluate", "--model", tiny.model(), "--corpus", one).done().lines().contains("pairs 1"));
    }

    @Test
    void translateStopsAtTheMaximumLength() {
        String output = Call.of("translate", "--model", tiny.model(), "--max-length", 1, "the cat").done().output();
        assertTrue(output.strip().split(" ").length <= 1, output);
    }

    @Test
    void translateNamesTheLineThatIsNotUtf8() {
        Call call = Call.withInput(new byte[] {'a', '\n', (byte) 0xFF, '\n'}, "translate", "--model", tiny.model());
        assertEquals(Commands.INPUT_AT_FAULT, call.exitCode());
        assertTrue(call.errors().contains("line 2"), call.errors());
    }

    @Test
    void translateKnowsFourSearches() {
        String line = Call.of("translate", "--model", tiny.model(), "--search", "widest", "x").misuse();
        assertTrue(line.contains("greedy, beam, exhaustive, sampling"), line);
        assertTrue(Call.of("translate", "--model", tiny.model(), "two", "words").misuse().contains("quotes"));
    }

    @Test
    void evaluateMeasuresTheWholeFile() {
        List<String> lines = Call.of("evaluate", "--model", tiny.model(), "--corpus", tiny.corpus()).done().lines();
        assertEquals(List.of("pairs", "sources", "loss", "perplexity", "bleu", "bleu_settings", "chrf", "chrf_settings", "exact_match", "normalisation"),
                lines.stream().map(line -> line.split(" ")[0]).toList());
        assertEquals("pairs 40", lines.getFirst());
        double loss = Double.parseDouble(lines.get(2).split(" ")[1]);
        assertEquals(Math.exp(loss), Double.parseDouble(lines.get(3).split(" ")[1]), 1e-4);
    }

    @Test
    void evaluateTakesWhatTrainingHeldOut() {
        Call call = Call.of("evaluate", "--model", tiny.model(), "--corpus", tiny.corpus(), "--split", "validation").done();
        assertEquals("pairs 4", call.lines().getFirst());
    }

    @Test
    void theHeldOutPairsAreThoseOfTheModelsOwnCorpus() throws IOException {
        Path other = Files.writeString(folder.resolve("other.tsv"), "a\tb\nc\td\n");
        String line = Call.of("evaluate", "--model", tiny.model(), "--corpus", other, "--split", "validation").refusal();
        assertTrue(line.contains("tiny.tsv"), line);
        assertTrue(Call.of("evaluate", "--model", tiny.model(), "--corpus", other, "--split", "training").misuse().contains("validation, test"));
    }

    @Test
    void nothingHeldOutIsNotMeasuredAsZero() throws IOException {
        Path one = Files.writeString(folder.resolve("one-source.tsv"), "hello\tbonjour\nhello\tsalut\n");
        Path model = folder.resolve("one-source.seq2see");
        Call.of("train", "--corpus", one, "--out", model, "--steps", 1, "--hidden", 2).done();
        String line = Call.of("evaluate", "--model", model, "--corpus", one, "--split", "validation").refusal();
        assertTrue(line.contains("one-source.tsv") && line.contains("held out"), line);
        Call.of("evaluate", "--model", model, "--corpus", one).done();
    }

    @Test
    void whiteSpaceAtTheEndsOfATextChangesNothing() throws IOException {
        String padded = "\u00a0 the cat\u3000\u202f ";
        byte[] input = (padded + "\n\u00a0\n").getBytes(StandardCharsets.UTF_8);
        String translation = Call.of("translate", "--model", tiny.model(), "the cat").done().output();
        assertEquals(translation, Call.of("translate", "--model", tiny.model(), padded).done().output());
        assertEquals(translation + "\n", Call.withInput(input, "translate", "--model", tiny.model()).done().output());
        assertEquals(trace("--text", "the cat", "--target", "le chat"), trace("--text", padded, "--target", "\u00a0le chat\u00a0"));
    }

    @Test
    void traceFollowsTheModelsOwnChoices() throws IOException {
        JsonNode steps = trace("--text", "the cat").at("/decoder/steps");
        assertEquals("<bos>", steps.get(0).get("inputToken").asText());
        for (int step = 1; step < steps.size(); step++) {
            assertEquals(steps.get(step - 1).get("tokenId"), steps.get(step).get("inputId"));
        }
    }

    @Test
    void traceIsForcedAlongATarget() throws IOException {
        List<String> fed = new ArrayList<>();
        trace("--text", "the cat", "--target", "le chat dort").at("/decoder/steps").forEach(step -> fed.add(step.get("inputToken").asText()));
        assertEquals(List.of("<bos>", "le", "chat", "dort"), fed);
    }

    @Test
    void exportWritesTheWeightsUnderTheirNames() throws Exception {
        Path out = folder.resolve("w.safetensors");
        assertEquals("", Call.of("export", "--model", tiny.model(), "--out", out).done().output());
        assertEquals(ModelFile.read(tiny.model()).parameters().tensors().keySet(), WeightFile.read(out).keySet());
    }

    @Test
    void theModelIsNotReplacedByItsWeights() throws IOException {
        byte[] before = Files.readAllBytes(tiny.model());
        Path roundabout = folder.resolve(".").resolve(tiny.model().getFileName());
        assertTrue(Call.of("export", "--model", tiny.model(), "--out", roundabout).misuse().contains("--model"));
        assertArrayEquals(before, Files.readAllBytes(tiny.model()));
    }

    @Test
    void exportSaysWhereItCannotWrite() {
        assertTrue(Call.of("export", "--model", tiny.model(), "--out", folder.resolve("none/w")).refusal().contains("none"));
    }

    @Test
    void aFileThatIsNoModelIsRefusedByEveryCommand() throws IOException {
        for (Path file : FaultyFiles.in(Files.createDirectory(folder.resolve("faulty")))) {
            for (List<Object> call : List.<List<Object>>of(List.of("translate", "--model", file, "x"),
                    List.of("evaluate", "--model", file, "--corpus", tiny.corpus()), List.of("trace", "--model", file, "--text", "x"),
                    List.of("export", "--model", file, "--out", folder.resolve("w")),
                    List.of("train", "--corpus", tiny.corpus(), "--out", folder.resolve("x"), "--resume", file))) {
                String line = Call.of(call.toArray()).refusal();
                assertTrue(line.contains(file.getFileName().toString()), line);
            }
        }
    }

    private static JsonNode trace(String... options) throws IOException {
        List<Object> call = new ArrayList<>(List.of("trace", "--model", tiny.model()));
        call.addAll(List.of(options));
        return new ObjectMapper().readTree(Call.of(call.toArray()).done().output());
    }
}
