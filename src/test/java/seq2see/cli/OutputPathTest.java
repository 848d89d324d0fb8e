package seq2see.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2see.corpus.InputException;

class OutputPathTest {
    @TempDir
    Path folder;

    @Test
    void aFileThatCanBeWrittenLeavesTheFolderAsItWas() throws Exception {
        Path file = Files.writeString(folder.resolve("old"), "kept");
        OutputPath.check(file);
        OutputPath.check(folder.resolve("new"));
        try (var entries = Files.list(folder)) {
            assertEquals(List.of(file), entries.toList());
        }
        assertEquals("kept", Files.readString(file));
    }

    @Test
    void aFolderIsRefused() {
        assertEquals("file.folder", keyOf(folder));
    }

    @Test
    void aMissingFolderIsRefused() {
        assertEquals("output.noFolder", keyOf(folder.resolve("gone/file")));
    }

    @Test
    void aFileInPlaceOfAFolderIsRefused() throws IOException {
        assertEquals("output.noFolder", keyOf(Files.createFile(folder.resolve("file")).resolve("below")));
    }

    @Test
    void aDeviceIsNotReplaced() {
        Path device = Path.of("/dev/null");
        Assumptions.assumeTrue(Files.exists(device));
        assertEquals("output.special", keyOf(device));
    }

    private static String keyOf(Path file) {
        return assertThrows(InputException.class, () -> OutputPath.check(file)).key();
    }
}
