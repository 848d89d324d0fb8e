package seq2see.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import seq2see.corpus.InputException;
import seq2see.corpus.InputFiles;

/** Finds out whether a file can be written before the work begins that is to fill it. */
final class OutputPath {
    private OutputPath() {
    }

    /**
     * Tries the folder of the file with a file of another name, which it takes away again; the file itself stays as it is.
     *
     * @throws InputException where the file cannot be written; the text says why
     */
    static void check(Path file) throws InputException {
        if (Files.isDirectory(file)) {
            throw new InputException("file.folder", file);
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new InputException("output.special", file);
        }
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new InputException("output.noFolder", file, folder);
        }
        try {
            Files.delete(Files.createTempFile(folder, ".seq2see", ".tmp"));
        } catch (IOException failure) {
            throw InputFiles.refusal(file, failure);
        }
    }
}
