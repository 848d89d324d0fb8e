package seq2see.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seq2see.corpus.InputException;

class ProbabilityTableTest {
    private static final String GOOD = """
            {"tokens": ["A", "B", "<eos>"], "probabilities": {"": [0.5, 0.4, 0.1], "A": [0, 0.25, 0.75]}, "default": [0.3, 0.3, 0.4]}""";

    @TempDir
    Path folder;

    private ProbabilityTable read(String json) throws IOException, InputException {
        return ProbabilityTableFile.read(Files.writeString(folder.resolve("table.json"), json));
    }

    @Test
    void itsProbabilitiesAreWhatAModelSays() throws IOException, InputException {
        ProbabilityTable table = read(GOOD);
        NextTokenModel.Continuation first = table.advance(List.of(table.begin(0)), new int[] {table.beginToken()}).getFirst();
        assertEquals(Math.log(0.4), first.logProbabilities()[1]);
        List<NextTokenModel.Continuation> second = table.advance(List.of(first.state(), first.state()), new int[] {1, 0});
        assertEquals(Math.log(0.3), second.getFirst().logProbabilities()[0]);
        assertEquals(Double.NEGATIVE_INFINITY, second.getLast().logProbabilities()[0]);
        assertEquals(2, table.endToken());
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException, InputException {
        ProbabilityTable table = read(GOOD).with("A B", List.of(0.1, 0.2, 0.7));
        Path file = folder.resolve("written.json");
        try (OutputStream stream = Files.newOutputStream(file)) {
            ProbabilityTableFile.write(table, stream);
        }
        ProbabilityTable again = ProbabilityTableFile.read(file);
        assertEquals(table.tokens(), again.tokens());
        assertEquals(table.rows(), again.rows());
        assertEquals(table.otherRow(), again.otherRow());
        assertEquals(List.of("", "A", "A B"), List.copyOf(again.rows().keySet()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "[0.5, 0.4, 0.1]        | [0.5, 0.4, 0.2]       | '\"\" sums to 1.1 and must sum to 1; take away 0.1'",
        "[0, 0.25, 0.75]        | [0, 0.25, 0.7499]     | '\"A\" sums to 0.9999 and must sum to 1; add 1.0E-4'",
        "[0.3, 0.3, 0.4]        | [0.3, 0.7]            | '\"default\" has 2 numbers and there are 3 tokens'",
        "[0.5, 0.4, 0.1]        | [1.5, -0.4, -0.1]     | '\"\" gives \"A\" the probability 1.5'",
        "[0.5, 0.4, 0.1]        | [\"x\", 0.4, 0.1]     | 'the row of \"\" is no list of numbers'",
        "\"A\": [               | \"A C\": [            | '\"A C\" holds \"C\"'",
        "\"A\": [               | \"A  B\": [           | 'none of the tokens'",
        "\"A\": [               | \"A <eos>\": [        | '\"A <eos>\" holds <eos>'",
        "\"A\": [               | \"\": [               | 'line 1, column'",
        "\"B\", \"<eos>\"       | \"B\", \"end\"        | '<eos> is missing'",
        "\"A\", \"B\"           | \"A\", \"A\"          | '\"A\" stands twice'",
        "\"A\", \"B\"           | \"A\", \"B B\"        | '\"B B\" cannot be'",
        "\"default\"            | \"defualt\"           | '\"defualt\" is no field'",
        "\"tokens\"             | \"words\"             | '\"tokens\" is missing'",
        "\"default\": [         | \"default\": [[       | 'line 1, column'",
    })
    void aFaultIsNamedWithItsPlace(String right, String wrong, String expected) {
        InputException refusal = assertThrows(InputException.class, () -> read(GOOD.replace(right, wrong)));
        assertTrue(refusal.getMessage().contains("table.json") && refusal.getMessage().contains(expected), refusal.getMessage());
    }

    /** What the reader of JSON gives up on without saying where. */
    @Test
    void aNumberWithoutEndAndBracketsWithoutEndAreRefusedWithTheirPlace() {
        for (String wrong : List.of("1".repeat(2_000), "[".repeat(2_000))) {
            InputException refusal = assertThrows(InputException.class, () -> read(GOOD.replace("0.25", wrong)));
            assertTrue(refusal.getMessage().contains("table.json, line 1, column"), refusal.getMessage());
        }
        assertThrows(InputException.class, () -> read(""));
        assertThrows(InputException.class, () -> read(GOOD + "{}"));
    }

    @Test
    void aFileFarLargerThanAnyTableIsRefusedUnread() {
        InputException refusal = assertThrows(InputException.class, () -> read(" ".repeat((16 << 20) + 1)));
        assertTrue(refusal.getMessage().contains("more than 16 MB"), refusal.getMessage());
    }

    @Test
    void aRowMaySumToOneWithinAMillionth() throws IOException, InputException {
        read(GOOD.replace("[0, 0.25, 0.75]", "[0, 0.25, 0.7500009]"));
    }

    @Test
    void aPrefixWithoutARowIsNamed() throws IOException, InputException {
        ProbabilityTable table = read("""
                {"tokens": ["A", "B", "<eos>"], "probabilities": {"": [0.5, 0.4, 0.1], "A": [0, 0.25, 0.75]}}""");
        BeamSearch beam = new BeamSearch(new SearchSettings(3, LengthPenalty.USUAL), 2);
        UnknownPrefixException unknown = assertThrows(UnknownPrefixException.class, () -> beam.search(table, table.begin(0)));
        assertTrue(unknown.problem().getMessage().contains("\"B\""), unknown.problem().getMessage());
        assertEquals(2, table.usualLength());
        assertEquals(4, read(GOOD).usualLength());
    }

    /** B cannot come, so nobody need say what would follow it. */
    @Test
    void behindWhatCannotComeNoRowIsNeeded() throws InputException {
        ProbabilityTable table = new ProbabilityTable("sure", List.of("A", "B", "<eos>"),
                Map.of("", List.of(1.0, 0.0, 0.0), "A", List.of(0.0, 0.0, 1.0)), Optional.empty());
        SearchSettings settings = new SearchSettings(3, LengthPenalty.USUAL);
        for (Search search : List.of(new BeamSearch(settings, 1), new BeamSearch(settings, 2), new BeamSearch(settings, 9), new ExhaustiveSearch(settings, 3),
                new BranchAndBound(settings, 1), new Sampling(settings, SamplingSettings.USUAL))) {
            SearchResult found = search.search(table, table.begin(0));
            assertEquals(List.of(0, 2), found.best().tokenIds(), search::toString);
            assertEquals(0, found.best().logProbability(), search::toString);
        }
    }
}
