package seq2see.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import seq2see.corpus.InputException;
import seq2see.training.ModelFile;
import seq2see.training.SavedModel;

/** The model that a command works with. */
final class ModelOption {
    static final String NAME = "--model";

    @Option(names = NAME, required = true, paramLabel = "MODEL", description = "A model file that 'seq2see train' wrote.")
    private Path file;

    Path file() {
        return file;
    }

    SavedModel read() throws InputException {
        return ModelFile.read(file);
    }
}
