package seq2see.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import seq2see.corpus.InputException;
import seq2see.model.WeightFile;

/** Writes a model's weights for other programs. */
@Command(name = "export", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = {"Writes the weights of a model as safetensors under PyTorch's names.",
            "Tied weights stand under both of their names."})
final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelOption model;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to write, such as w.safetensors.")
    private Path out;

    @Override
    public Integer call() throws InputException {
        Misuse.refuseReplacing(spec, "--out", out, ModelOption.NAME, model.file());
        WeightFile.write(out, model.read().exported());
        return Commands.DONE;
    }
}
