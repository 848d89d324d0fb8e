package seq2see.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import seq2see.corpus.Direction;
import seq2see.corpus.InputException;
import seq2see.corpus.PairCodec;
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

    /**
     * How the model reads and writes text.
     *
     * @param reverse whether the other direction is asked for
     * @throws InputException where the model learnt one direction only
     */
    PairCodec codec(SavedModel saved, boolean reverse) throws InputException {
        if (reverse && !saved.codec().bothDirections()) {
            throw new InputException("model.oneDirection", file);
        }
        return reverse ? saved.codec().towards(Direction.REVERSE) : saved.codec();
    }

    SavedModel read() throws InputException {
        return ModelFile.read(file);
    }
}
