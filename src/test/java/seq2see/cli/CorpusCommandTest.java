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

    @Test
    void reportsWhatTheReaderMadeOfTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("c.tsv"), "a\tb\nno tab here\nc\td\n\te\na\tb\n");
        assertEquals(List.of("format tab-separated", "encoding UTF-8", "pairs_read 5", "pairs_kept 2", "pairs_left_out 3",
                "left_out.empty_side 1", "left_out.no_tab 1", "left_out.duplicate_pair 1", "line 2 no_tab no tab here",
                "line 4 empty_side e", "line 5 duplicate_pair a b"), Call.of("corpus", file).done().lines());
    }

    @Test
    void reportsWhatTheReaderMadeOfTwoFiles() throws IOException {
        Path sources = Files.writeString(folder.resolve("c.en"), "a\n\nc\n");
        Path targets = Files.writeString(folder.resolve("c.fr"), "b\nx\nd\n");
        assertEquals(List.of("format line-aligned", "encoding UTF-8", "pairs_read 3", "pairs_kept 2", "pairs_left_out 1",
                "left_out.empty_side 1", "line 2 empty_side x"), Call.of("corpus", sources, targets).done().lines());
        assertTrue(Call.of("corpus", sources, targets, targets).misuse().contains("too many"));
    }

    @Test
    void everyFaultOfAFileIsOneLineThatNamesIt() throws IOException {
        for (Path file : FaultyFiles.in(folder)) {
            String line = Call.of("corpus", file).refusal();
            assertTrue(line.startsWith("seq2see: ") && line.contains(file.getFileName().toString()), line);
        }
    }
}
