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
import seq2see.golden.GoldenMethod;
import seq2see.model.AttentionType;
import seq2see.model.CellType;
import seq2see.model.ContextType;
import seq2see.model.ModelConfig;
import seq2see.model.OutputType;
import seq2see.model.Parameters;
import seq2see.training.LearningRate;
import seq2see.training.OptimizerType;
import seq2see.training.ScheduleType;

/** Writes the small reference files that {@code GoldenNumbersTest} reads; the argument is their folder. */
final class MakeGoldenNumbers {
    private static final ModelKinds.Sizes SIZES = new ModelKinds.Sizes(7, 6, 3, 4);

    /** Each optimizer once, the schedule and label smoothing taking turns; Adam's model has tied weights. */
    private static final List<GoldenMethod> METHODS = List.of(
            new GoldenMethod(OptimizerType.SGD, new LearningRate(0.5, ScheduleType.DECAY, 3), 0),
            new GoldenMethod(OptimizerType.MOMENTUM, new LearningRate(0.1, ScheduleType.CONSTANT), 0.1),
            new GoldenMethod(OptimizerType.ADAM, new LearningRate(0.01, ScheduleType.DECAY, 3), 0.1));

    private MakeGoldenNumbers() {
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        try (Stream<Path> old = Files.list(folder)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        for (GoldenMethod method : METHODS) {
            ModelConfig config = new ModelConfig(CellType.GRU, 1, false, ContextType.LAST, AttentionType.ADDITIVE, false, OutputType.STATE,
                    method.optimizer() == OptimizerType.ADAM, 7, 6, 4, 4, 20);
            write(folder, ModelKinds.name(config) + "-" + method.name(), config, 99, method);
        }
        List<ModelConfig> kinds = ModelKinds.all().stream().filter(MakeGoldenNumbers::isKept).toList();
        for (ModelConfig kind : kinds) {
            ModelConfig config = ModelKinds.resized(kind, SIZES);
            write(folder, ModelKinds.name(config), config, kinds.indexOf(kind), GoldenMethod.USUAL);
        }
    }

    private static void write(Path folder, String name, ModelConfig config, int seed, GoldenMethod method) throws IOException {
        Parameters parameters = ModelKinds.weights(config, seed);
        List<EncodedPair> pairs = ModelKinds.pairs(config, 3, 4, seed);
        new GoldenFile("libtorch " + torch.TORCH_VERSION, parameters, pairs, method, TorchNumbers.of(parameters, new Batch(pairs), method))
                .write(folder.resolve(name + ".json"));
    }

    /** One of each cell, number of layers and directions, and attention; context, bias and output take turns. */
    private static boolean isKept(ModelConfig config) {
        if (config.tiedWeights()) {
            return false;
        }
        int turn = config.cell().ordinal() + config.layers() + config.directions();
        boolean full = config.output() == OutputType.FULL;
        return full == (turn % 2 == 0)
                && (config.hasAttention() || config.context() == ContextType.values()[(turn + config.layers()) % 3])
                && (config.attention() != AttentionType.ADDITIVE || config.attentionBias() == (config.layers() == 2));
    }
}
