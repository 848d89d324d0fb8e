package seq2see.peers;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import seq2see.corpus.Batch;
import seq2see.golden.Deviation;
import seq2see.golden.EngineNumbers;
import seq2see.golden.GoldenMethod;
import seq2see.model.AttentionType;
import seq2see.model.ModelConfig;
import seq2see.model.OutputType;
import seq2see.model.Parameters;
import seq2see.training.LearningRate;
import seq2see.training.OptimizerType;
import seq2see.training.ScheduleType;

/** The engine's logits, gradients and first ten losses are libtorch's, for every kind of model. */
@Tag("peers")
class ParityTest {
    /** What was measured, a line for each kind. */
    private static final Path REPORT = Path.of("target/parity.tsv");
    private static final List<String> LINES = new ArrayList<>();

    private static Stream<Arguments> kinds() {
        List<ModelConfig> all = ModelKinds.all();
        return IntStream.range(0, all.size()).mapToObj(i -> Arguments.of(ModelKinds.name(all.get(i)), all.get(i), i));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void theEngineAgreesWithLibtorch(String name, ModelConfig config, int seed) {
        Parameters parameters = ModelKinds.weights(config, seed);
        Batch batch = new Batch(ModelKinds.pairs(config, 1 + seed % 12, 9, seed));
        Deviation deviation = Deviation.of(EngineNumbers.of(parameters, batch, GoldenMethod.USUAL), TorchNumbers.of(parameters, batch, GoldenMethod.USUAL));
        LINES.add(String.format(Locale.ROOT, "%s\t%d\t%.1e\t%.1e\t%.1e", name, config.hiddenSize(), deviation.logits(),
                deviation.gradients(), deviation.losses()));
        deviation.assertSmall();
    }

    private static Stream<Arguments> methods() {
        return Stream.of(OptimizerType.values()).flatMap(optimizer -> Stream.of(ScheduleType.CONSTANT, ScheduleType.DECAY).flatMap(schedule ->
                Stream.of(0.0, 0.1).map(smoothing -> new GoldenMethod(optimizer,
                        new LearningRate(optimizer.usualLearningRate(), schedule, schedule == ScheduleType.DECAY ? 3 : 0), smoothing))))
                .map(method -> Arguments.of(method.name(), method));
    }

    /** Every optimizer, at a constant rate and over warm-up and decay, with and without label smoothing; tied weights and not. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void everyMethodTakesTheStepsOfLibtorch(String name, GoldenMethod method) {
        for (ModelConfig config : ModelKinds.all().stream().filter(kind -> kind.layers() == 2 && kind.attention() == AttentionType.ADDITIVE
                && !kind.attentionBias() && kind.bidirectional() && kind.output() == OutputType.STATE).toList()) {
            Parameters parameters = ModelKinds.weights(config, 5);
            Batch batch = new Batch(ModelKinds.pairs(config, 7, 9, 5));
            Deviation deviation = Deviation.of(EngineNumbers.of(parameters, batch, method), TorchNumbers.of(parameters, batch, method));
            LINES.add(String.format(Locale.ROOT, "%s %s\t%d\t%.1e\t%.1e\t%.1e", ModelKinds.name(config), name, config.hiddenSize(),
                    deviation.logits(), deviation.gradients(), deviation.losses()));
            deviation.assertSmall();
        }
    }

    /** The bindings bring a library of their own, built without MKL. */
    @Test
    void theLibraryIsTheOfficialBuild() {
        assertTrue(torch.hasMKL());
    }

    @AfterAll
    static void report() throws IOException {
        LINES.addFirst("kind\thiddenSize\tlogits\tgradients\tlosses");
        Files.write(REPORT, LINES);
    }
}
