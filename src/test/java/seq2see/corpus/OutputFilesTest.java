package seq2see.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFilesTest {
    @TempDir
    private Path folder;

    private static void write(Path file, String text) throws InputException {
        OutputFiles.write(file, stream -> stream.write(text.getBytes()));
    }

    private static String refusal(Path file) {
        String key = assertThrows(InputException.class, () -> OutputFiles.refuseUnwritable(file)).key();
        assertEquals(key, assertThrows(InputException.class, () -> write(file, "x")).key());
        return key;
    }

    @Test
    void aFileIsReplacedAsAWhole() throws Exception {
        Path file = folder.resolve("out");
        write(file, "a long first text");
        write(file, "second");
        assertEquals("second", Files.readString(file));
        assertEquals(1, Files.list(folder).count());
    }

    @Test
    void whenWritingFailsTheOldFileStaysAndNothingElse() throws Exception {
        Path file = folder.resolve("out");
        write(file, "old");
        InputException refused = assertThrows(InputException.class, () -> OutputFiles.write(file, stream -> {
            stream.write(new byte[100_000]);
            throw new IOException("No space left on device");
        }));
        assertEquals("file.failed", refused.key());
        assertEquals("old", Files.readString(file));
        assertEquals(1, Files.list(folder).count());
    }

    @Test
    void aWritableFileIsLeftAsItIs() throws Exception {
        OutputFiles.refuseUnwritable(folder.resolve("new"));
        assertEquals(0, Files.list(folder).count());
    }

    @Test
    void aNameWithoutAFolderIsInTheCurrentOne() throws Exception {
        OutputFiles.refuseUnwritable(Path.of("new"));
    }

    @Test
    void aFolderAndAMissingFolderAreRefused() throws Exception {
        assertEquals("file.folder", refusal(folder));
        assertEquals("output.noFolder", refusal(folder.resolve("none/out")));
        Path file = Files.createFile(folder.resolve("file"));
        assertEquals("output.noFolder", refusal(file.resolve("out")));
    }
}
