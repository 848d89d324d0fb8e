package seq2see.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.pytorch.global.torch;
import seq2see.corpus.Batch;
import seq2see.corpus.EncodedPair;
import seq2see.golden.GoldenFile;
import seq2see.model.AttentionType;
import seq2see.model.ContextType;
import seq2see.model.ModelConfig;
import seq2see.model.OutputType;
import seq2see.model.Parameters;

/** Writes the small reference files that {@code GoldenNumbersTest} reads; the argument is their folder. */
final class MakeGoldenNumbers {
    private static final ModelKinds.Sizes SIZES = new ModelKinds.Sizes(7, 6, 3, 4);

    private MakeGoldenNumbers() {
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        try (Stream<Path> old = Files.list(folder)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        List<ModelConfig> kinds = ModelKinds.all().stream().filter(MakeGoldenNumbers::isKept).toList();
        for (ModelConfig kind : kinds) {
            ModelConfig config = ModelKinds.resized(kind, SIZES);
            Parameters parameters = ModelKinds.weights(config, kinds.indexOf(kind));
            List<EncodedPair> pairs = ModelKinds.pairs(config, 3, 4, kinds.indexOf(kind));
            new GoldenFile("libtorch " + torch.TORCH_VERSION, parameters, pairs, TorchNumbers.of(parameters, new Batch(pairs)))
                    .write(folder.resolve(ModelKinds.name(config) + ".json"));
        }
    }

    /** One of each cell, number of layers and directions, and attention; context, bias and output take turns. */
    private static boolean isKept(ModelConfig config) {
        int turn = config.cell().ordinal() + config.layers() + config.directions();
        boolean full = config.output() == OutputType.FULL;
        return full == (turn % 2 == 0)
                && (config.hasAttention() || config.context() == ContextType.values()[(turn + config.layers()) % 3])
                && (config.attention() != AttentionType.ADDITIVE || config.attentionBias() == (config.layers() == 2));
    }
}
