package seq2see.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2see.ForkedJava;

class SearchCommandTest {
    private static final Path GREEDY_MISSES = Path.of("sample-tables", "greedy-misses.json");

    @TempDir
    static Path folder;
    private static TinyModel tiny;

    @BeforeAll
    static void train() throws IOException {
        tiny = TinyModel.in(folder);
    }

    private static JsonNode json(Object... options) throws IOException {
        List<Object> call = new ArrayList<>(List.of("search", "--json"));
        call.addAll(List.of(options));
        return new ObjectMapper().readTree(Call.of(call.toArray()).done().output());
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }

    private static JsonNode candidate(JsonNode expansion, String token) {
        return StreamSupport.stream(expansion.get("candidates").spliterator(), false)
                .filter(candidate -> candidate.get("token").asText().equals(token)).findFirst().orElseThrow();
    }

    /** The table of Dive into Deep Learning's chapter "Beam Search", by hand. */
    @Test
    void theTreeOfATableIsThatOfTheTextbook() throws IOException {
        JsonNode tree = json("--table", GREEDY_MISSES, "--search", "beam", "--beam-width", 2, "--max-length", 5);
        assertEquals(7, tree.get("expanded").asInt());
        assertEquals(List.of("", "A", "B", "A B", "A C", "A C B", "A B C"), StreamSupport.stream(tree.get("expansions").spliterator(), false)
                .map(expansion -> String.join(" ", texts(expansion.get("prefix")))).toList());
        JsonNode afterA = tree.at("/expansions/1");
        assertEquals("kept", candidate(afterA, "B").get("fate").asText());
        assertEquals("kept", candidate(afterA, "C").get("fate").asText());
        assertEquals("pruned", candidate(afterA, "<eos>").get("fate").asText());
        assertEquals(Math.log(0.5 * 0.4), candidate(afterA, "B").get("cumulative").asDouble(), 1e-12);
        assertEquals(Math.log(0.4), candidate(afterA, "B").get("logProbability").asDouble(), 1e-12);
        assertEquals(Math.log(0.2) / Math.pow(2, 0.75), candidate(afterA, "B").get("normalizedScore").asDouble(), 1e-12);
        assertTrue(candidate(tree.at("/expansions/6"), "A").get("logProbability").isNull());
        assertEquals("finished", candidate(tree.at("/expansions/5"), "<eos>").get("fate").asText());
        assertEquals(List.of("A", "C", "B", "<eos>"), texts(tree.at("/finished/0/tokens")));
        assertEquals(Math.log(0.054) / Math.pow(4, 0.75), tree.at("/finished/0/normalizedScore").asDouble(), 1e-12);
        assertFalse(tree.at("/finished/0/cut").asBoolean());
    }

    @Test
    void exhaustiveSearchSaysHowMuchThereIsAndFindsTheBest() {
        Call call = Call.of("search", "--table", GREEDY_MISSES, "--search", "exhaustive", "--max-length", 5, "--n-best", 2).done();
        assertTrue(call.errors().contains("4^5 = 1024 sequences"), call.errors());
        assertEquals("expanded 121", call.lines().getFirst());
        assertTrue(call.lines().get(1).endsWith("A C B <eos>") && call.lines().get(1).startsWith("-1.0319"), call.output());
        assertEquals(3, call.lines().size());
        Call bounded = Call.of("search", "--table", GREEDY_MISSES, "--search", "exhaustive", "--branch-and-bound", "--max-length", 5, "--n-best", 2).done();
        assertEquals(call.lines().subList(1, 3), bounded.lines().subList(1, 3));
    }

    @Test
    void aBeamTellsAllThatItFinishedOrAsManyAsAreAskedFor() {
        Object[] call = {"search", "--table", GREEDY_MISSES, "--search", "beam", "--beam-width", 3, "--max-length", 5};
        List<String> all = Call.of(call).done().lines();
        assertTrue(all.size() > 2, "more than one output");
        Object[] one = Stream.concat(Stream.of(call), Stream.of("--n-best", 1)).toArray();
        assertEquals(all.subList(0, 2), Call.of(one).done().lines());
    }

    @Test
    void whatChangesNothingIsSaidAndIsNoMistake() {
        Call greedy = Call.of("search", "--table", GREEDY_MISSES, "--n-best", 5).done();
        assertEquals(2, greedy.lines().size());
        assertTrue(greedy.errors().contains("greedy search finds one output") && greedy.errors().contains("--search beam"), greedy.errors());
        Call wide = Call.of("translate", "--model", tiny.model(), "--beam-width", 5, "the cat").done();
        assertTrue(wide.errors().contains("--beam-width 5 goes with --search beam"), wide.errors());
        assertEquals("", Call.of("translate", "--model", tiny.model(), "--search", "beam", "--beam-width", 5, "--n-best", 5, "the cat").done().errors());
    }

    /** The numbers of all prefixes together are 120 MB here; a process with half of that prints what it finds. */
    @Test
    void whatIsOnlyPrintedNeedsNoMemoryForATree() throws Exception {
        String tokens = IntStream.range(1, 1_000).mapToObj(token -> "\"t" + token + "\", ").collect(Collectors.joining("", "[", "\"<eos>\"]"));
        String row = Collections.nCopies(1_000, 0.001).toString();
        Path table = Files.writeString(folder.resolve("large.json"),
                "{\"tokens\": " + tokens + ", \"probabilities\": {}, \"default\": " + row + "}");
        String said = ForkedJava.output(ProcessBuilder.Redirect.DISCARD, List.of("-Xmx60m", "--add-modules", "jdk.incubator.vector"), Main.class,
                "search", "--table", table.toString(), "--search", "beam", "--beam-width", "500", "--alpha", "2", "--max-length", "30");
        assertEquals("expanded 14501", said.lines().findFirst().orElseThrow());
    }

    @Test
    void aboveTheBudgetBranchAndBoundIsOffered() {
        Call call = Call.of("search", "--table", GREEDY_MISSES, "--search", "exhaustive", "--max-length", 5, "--budget", 1000);
        assertTrue(call.refusal().contains("--branch-and-bound"), call.errors());
        Call unproven = Call.of("search", "--table", GREEDY_MISSES, "--search", "exhaustive", "--branch-and-bound", "--max-length", 5, "--budget", 3);
        assertEquals(Commands.INPUT_AT_FAULT, unproven.exitCode());
        assertTrue(unproven.errors().contains("without being able to prove"), unproven.errors());
    }

    @Test
    void theLearnerForcesAnotherChild() throws IOException {
        JsonNode tree = json("--table", GREEDY_MISSES, "--force", "B C", "--max-length", 4);
        assertEquals(List.of("B", "C"), texts(tree.at("/finished/0/tokens")).subList(0, 2));
        assertEquals("kept", candidate(tree.at("/expansions/0"), "B").get("fate").asText());
        assertEquals("pruned", candidate(tree.at("/expansions/0"), "A").get("fate").asText());
        assertTrue(Call.of("search", "--table", GREEDY_MISSES, "--force", "X").refusal().contains("\"X\""));
        assertTrue(Call.of("search", "--table", GREEDY_MISSES, "--force", "A A A", "--max-length", 2).refusal().contains("3 tokens"));
    }

    @Test
    void aModelsTreeBeginsWithTheWholeVocabulary() throws IOException {
        JsonNode tree = json("--model", tiny.model(), "--text", "the cat", "--search", "beam", "--beam-width", 3, "--max-length", 6, "--all");
        double sum = 0;
        for (JsonNode candidate : tree.at("/expansions/0/candidates")) {
            sum += Math.exp(candidate.get("logProbability").asDouble());
        }
        assertEquals(1, sum, 1e-6);
        JsonNode part = json("--model", tiny.model(), "--text", "the cat", "--search", "beam", "--beam-width", 3, "--max-length", 6);
        assertTrue(part.at("/expansions/0/candidates").size() <= 50);
        assertEquals(tree.get("finished"), part.get("finished"));
    }

    @Test
    void translateUsesTheSameSearch() throws IOException {
        JsonNode tree = json("--model", tiny.model(), "--text", "the cat", "--search", "beam", "--beam-width", 3);
        List<String> lines = Call.of("translate", "--model", tiny.model(), "--search", "beam", "--beam-width", 3, "--n-best", 2, "the cat").done().lines();
        assertEquals(Math.min(2, tree.get("finished").size()), lines.size());
        List<String> tokens = texts(tree.at("/finished/0/tokens"));
        assertEquals(String.join(" ", tree.at("/finished/0/cut").asBoolean() ? tokens : tokens.subList(0, tokens.size() - 1)), lines.getFirst());
    }

    @Test
    void samplingGivesManyOutputsFromASeed() {
        Object[] call = {"translate", "--model", tiny.model(), "--search", "sampling", "--temperature", 2, "--seed", 5, "--n-best", 20, "the cat"};
        List<String> lines = Call.of(call).done().lines();
        assertEquals(20, lines.size());
        assertTrue(lines.stream().distinct().count() > 1);
        assertEquals(lines, Call.of(call).done().lines());
    }

    @Test
    void equalDrawsAreCounted() {
        List<String> lines = Call.of("search", "--table", GREEDY_MISSES, "--search", "sampling", "--n-best", 200, "--seed", 3).done().lines();
        assertEquals("drawn 200", lines.get(1));
        List<String> outputs = lines.subList(3, lines.size());
        assertEquals("distinct " + outputs.size(), lines.get(2));
        assertEquals(200, outputs.stream().mapToInt(line -> Integer.parseInt(line.split("\t")[0])).sum());
        assertEquals(outputs.size(), outputs.stream().map(line -> line.split("\t")[4]).distinct().count());
    }

    @Test
    void evaluateSearchesByBeamToo() {
        List<String> lines = Call.of("evaluate", "--model", tiny.model(), "--corpus", tiny.corpus(), "--search", "beam", "--beam-width", 2).done().lines();
        assertEquals("pairs 40", lines.getFirst());
        // Exhaustive search of a whole vocabulary goes beyond every budget; within one, each sentence gets its true best.
        String beyond = Call.of("evaluate", "--model", tiny.model(), "--corpus", tiny.corpus(), "--search", "exhaustive").refusal();
        assertTrue(beyond.contains("--branch-and-bound"), beyond);
        Call.of("evaluate", "--model", tiny.model(), "--corpus", tiny.corpus(), "--search", "exhaustive", "--max-length", 2).done();
        String given = Call.of("evaluate", "--model", tiny.model(), "--corpus", tiny.corpus(), "--search", "exhaustive", "--branch-and-bound", "--budget", 1)
                .refusal();
        assertTrue(given.contains("looked at 1 prefixes"), given);
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() {
        assertTrue(Call.of("search", "--table", GREEDY_MISSES, "--text", "x").misuse().contains("--model"));
        assertTrue(Call.of("search", "--model", tiny.model()).misuse().contains("--text"));
        assertTrue(Call.of("search", "--table", GREEDY_MISSES, "--all").misuse().contains("--json"));
        assertTrue(Call.of("search", "--table", GREEDY_MISSES, "--temperature", 2).misuse().contains("--search sampling"));
        assertTrue(Call.of("search", "--table", GREEDY_MISSES, "--search", "beam", "--beam-width", 0).misuse().contains("--beam-width"));
        assertTrue(Call.of("search", "--table", GREEDY_MISSES, "--alpha", -1).misuse().contains("--alpha"));
        Call.of("search").misuse();
    }

    @Test
    void aTableThatIsAtFaultIsOneLine() throws IOException {
        Path table = Files.write(folder.resolve("broken.json"), "{\"tokens\": [\"A\", \"<eos>\"], \"probabilities\": {\"\": [0.5, 0.4]}}"
                .getBytes(StandardCharsets.UTF_8));
        assertTrue(Call.of("search", "--table", table).refusal().contains("sums to 0.9"));
        assertTrue(Call.of("search", "--table", folder.resolve("missing.json")).refusal().contains("no such file"));
    }
}
