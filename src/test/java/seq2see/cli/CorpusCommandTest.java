package seq2see.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusCommandTest {
    @TempDir
    Path folder;

    /** The lines without what training would see. */
    private static List<String> report(Object... arguments) {
        return Call.of(arguments).done().lines().stream()
                .filter(line -> !line.matches("(training|validation|test)_pairs .*|(source|target)_(tokenizer|tokens|vocabulary|unknown|median_length|longest) .*")).toList();
    }

    @Test
    void tellsWhatTrainingWouldSee() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            text.append("The number ").append(i).append("\tle numéro ").append(i).append('\n');
        }
        Path file = Files.writeString(folder.resolve("c.tsv"), text);
        List<String> lines = Call.of("corpus", file, "--normalise", "case", "--source-tokenizer", "character", "--test-share", 0.2).done().lines();
        assertEquals(List.of("normalised 40", "training_pairs 28", "validation_pairs 4", "test_pairs 8", "source_tokenizer character"),
                lines.subList(lines.indexOf("pairs_left_out 0") + 1, lines.size()).subList(0, 5));
        assertTrue(lines.containsAll(List.of("target_tokenizer word", "target_median_length 3", "target_longest 3", "source_unknown 0.0000")), lines::toString);
        assertTrue(lines.contains("target_tokens 30") && lines.contains("target_vocabulary 34"), lines::toString);
    }

    @Test
    void pairsThatNormalisationMakesAlikeAreTold() throws IOException {
        Path file = Files.writeString(folder.resolve("c.tsv"), "Number 1\tnuméro 1\nnumber 1\tNuméro 1\nnumber 2\tnuméro 2\nnumber 30\tnuméro 30\n");
        assertTrue(Call.of("corpus", file, "--normalise", "case").done().lines().contains("distinct_when_normalised 3"));
        assertTrue(Call.of("corpus", file, "--normalise", "case,numbers").done().lines().contains("distinct_when_normalised 2"));
        assertTrue(!Call.of("corpus", file).done().output().contains("distinct_when_normalised"));
    }

    @Test
    void reportsWhatTheReaderMadeOfTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("c.tsv"), "a\tb\nno tab here\nc\td\n\te\na\tb\n");
        assertEquals(List.of("format tab-separated", "encoding UTF-8", "pairs_read 5", "pairs_kept 2", "pairs_left_out 3",
                "left_out.empty_side 1", "left_out.no_tab 1", "left_out.duplicate_pair 1", "line 2 no_tab no tab here",
                "line 4 empty_side e", "line 5 duplicate_pair a b"), report("corpus", file));
    }

    @Test
    void reportsWhatTheReaderMadeOfTwoFiles() throws IOException {
        Path sources = Files.writeString(folder.resolve("c.en"), "a\n\nc\n");
        Path targets = Files.writeString(folder.resolve("c.fr"), "b\nx\nd\n");
        assertEquals(List.of("format line-aligned", "encoding UTF-8", "pairs_read 3", "pairs_kept 2", "pairs_left_out 1",
                "left_out.empty_side 1", "line 2 empty_side x"), report("corpus", sources, targets));
        assertTrue(Call.of("corpus", sources, targets, targets).misuse().contains("too many"));
    }

    @Test
    void theColumnsAndWhatIsOddAreTold() throws IOException {
        Path file = Files.writeString(folder.resolve("c.csv"), "id,en,fr\n1,Go.,Va !\n\n2,Go.,Vas-y !\n3,Run, Cours !\n4,Run,Courez !\n");
        assertEquals(List.of("format csv", "encoding UTF-8", "source_column en", "target_column fr", "pairs_read 4", "pairs_kept 4", "pairs_left_out 0",
                "reported.many_targets 2", "mended.spaces_at_ends 1", "passed_over.blank_lines 1", "passed_over.header_lines 1",
                "kept 4 many_targets Go. Vas-y !"), report("corpus", file));
        assertEquals("kept 6 many_targets Run Courez !", Call.of("corpus", file, "--all").done().lines().getLast());
        List<String> swapped = Call.of("corpus", file, "--source-language", "fr", "--target-column", "2").done().lines();
        assertEquals(List.of("source_column fr", "target_column en"), swapped.subList(2, 4));
    }

    @Test
    void rulesAreSwitchedAndTheReportIsSaved() throws IOException {
        Path file = Files.writeString(folder.resolve("c.tsv"), "a\tb\na\tc\na\tb\na\te\nd\tlonger\n");
        Path saved = folder.resolve("report.tsv");
        List<String> lines = Call.of("corpus", file, "--leave-out", "many_targets", "--ignore", "duplicate_pair,too_long", "--save-report", saved).done().lines();
        assertEquals(List.of("line 2 many_targets a c", "line 4 many_targets a e"), lines.subList(lines.size() - 2, lines.size()));
        assertEquals("line\tresult\treason\tfirst_line\texcerpt\n2\tleft_out\tmany_targets\t1\ta ⇥ c\n4\tleft_out\tmany_targets\t1\ta ⇥ e\n",
                Files.readString(saved));
        assertTrue(Call.of("corpus", file, "--longest-side", 5).done().output().contains("left_out.too_long 1"));
    }

    @Test
    void theReportReplacesNothingThatIsRead() throws IOException {
        Path sources = Files.writeString(folder.resolve("c.en"), "a\tb\nc\td\n");
        Path targets = Files.writeString(folder.resolve("c.fr"), "e\tf\ng\th\n");
        Path otherwise = folder.resolve(".").resolve("c.en");
        List<List<Object>> calls = List.of(List.of("corpus", sources, "--save-report", sources), List.of("corpus", sources, "--save-report", otherwise),
                List.of("corpus", sources, targets, "--save-report", targets),
                List.of("corpus", sources, "--validation-corpus", targets, "--save-report", targets),
                List.of("corpus", sources, "--test-corpus", targets, "--save-report", targets));
        for (List<Object> call : calls) {
            String refused = Call.of(call.toArray()).misuse();
            assertTrue(refused.contains("--save-report names the same file as"), refused);
        }
        assertEquals("a\tb\nc\td\n", Files.readString(sources));
        assertEquals("e\tf\ng\th\n", Files.readString(targets));
    }

    @Test
    void choicesThatAreNotPossibleAreMisuse() throws IOException {
        Path file = Files.writeString(folder.resolve("c.tsv"), "a\tb\nc\td\n");
        assertTrue(Call.of("corpus", file, "--format", "xls").misuse().contains("tab-separated"));
        assertTrue(Call.of("corpus", file, "--encoding", "martian").misuse().contains("martian"));
        assertTrue(Call.of("corpus", file, "--leave-out", "ugly").misuse().contains("many_targets"));
        assertTrue(Call.of("corpus", file, "--longest-side", 0).misuse().contains("--longest-side"));
        assertTrue(Call.of("corpus", file, "--normalise", "nfd").misuse().contains("punctuation, numbers, case, nfc"));
        assertTrue(Call.of("corpus", file, "--subwords", 10).misuse().contains("--tokenizer byte-pair"));
        assertTrue(Call.of("corpus", file, "--validation-share", 0.5, "--test-share", 0.5).misuse().contains("--test-share"));
        assertTrue(Call.of("corpus", file, "--test-target-corpus", file).misuse().contains("--test-corpus"));
        assertTrue(Call.of("corpus", file, "--source-column", "x").refusal().contains("no column"));
    }

    @Test
    void everyFaultOfAFileIsOneLineThatNamesIt() throws IOException {
        for (Path file : FaultyFiles.in(folder)) {
            String line = Call.of("corpus", file).refusal();
            assertTrue(line.startsWith("seq2see: ") && line.contains(file.getFileName().toString()), line);
        }
    }
}
