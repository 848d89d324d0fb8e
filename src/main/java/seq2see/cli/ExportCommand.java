package seq2see.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import seq2see.corpus.InputException;
import seq2see.model.WeightFile;
import seq2see.training.ModelFile;

/** Writes a model's weights for other programs. */
@Command(name = "export", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = "Writes the weights of a model as safetensors under PyTorch's names.")
final class ExportCommand implements Callable<Integer> {
    @Option(names = "--model", required = true, paramLabel = "MODEL", description = "A model file that 'seq2see train' wrote.")
    private Path modelFile;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to write, such as w.safetensors.")
    private Path out;

    @Override
    public Integer call() throws InputException {
        WeightFile.write(out, ModelFile.read(modelFile).weights());
        return Commands.DONE;
    }
}
