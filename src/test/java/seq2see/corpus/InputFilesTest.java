package seq2see.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.FileNotFoundException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFilesTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsNoFileIsToldByWhatItIs() {
        assertEquals("file.missing", assertThrows(InputException.class, () -> InputFiles.open(folder.resolve("none"))).key());
        assertEquals("file.folder", assertThrows(InputException.class, () -> InputFiles.open(folder)).key());
        assertEquals("file.unnamed", assertThrows(InputException.class, () -> InputFiles.open(Path.of(""))).key());
    }

    @Test
    void anArchiveThatMayNotBeReadIsToldAsSuch() {
        Path none = folder.resolve("none");
        assertEquals("file.denied", InputFiles.refusal(none, new FileNotFoundException(none + " (Permission denied)")).key());
    }
}
