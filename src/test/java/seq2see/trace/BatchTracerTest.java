package seq2see.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seq2see.model.AttentionType;
import seq2see.model.ModelConfig;
import seq2see.model.OutputType;
import seq2see.model.Parameters;
import seq2see.model.Seq2Seq;
import seq2see.model.TinyModels;
import seq2see.tensor.Kernels;
import seq2see.tensor.Shape;
import seq2see.tensor.Tensor;
import seq2see.tensor.Values;

/** The blocks have the shapes that texts give them, and the products that are shown give what the engine computed. */
class BatchTracerTest {
    private static final int SENTENCES = 3;
    private static final int TIME = 4;

    private static Parameters parameters(ModelConfig config) {
        Parameters parameters = Parameters.initialised(config, 5);
        SplittableRandom random = new SplittableRandom(8);
        parameters.tensors().values().stream().filter(tensor -> tensor.shape().rank() == 1).forEach(bias -> {
            for (int i = 0; i < bias.shape().elements(); i++) {
                bias.values()[bias.offset() + i] = (float) (random.nextDouble() - 0.5);
            }
        });
        return parameters;
    }

    private static BatchTrace trace(ModelConfig config) {
        int[] ids = new SplittableRandom(2).ints(SENTENCES * TIME, 4, config.sourceVocabulary()).toArray();
        return BatchTracer.of(new Seq2Seq(parameters(config)), ids, SENTENCES);
    }

    private static void assertSizes(Values values, int... sizes) {
        assertEquals(Arrays.stream(sizes).boxed().toList(), values.shape().dimensions().stream().map(Shape.Dimension::size).toList());
    }

    @ParameterizedTest
    @MethodSource("seq2see.model.TinyModels#everyKind")
    void everyBlockHasItsShape(ModelConfig config) {
        BatchTrace trace = trace(config);
        int hidden = config.hiddenSize();
        int context = config.contextSize();
        int layers = config.layers();
        assertSizes(trace.encoder().ids(), SENTENCES, TIME);
        assertSizes(trace.encoder().table(), 11, config.embeddingSize());
        assertSizes(trace.encoder().embedded(), TIME, SENTENCES, config.embeddingSize());
        assertSizes(trace.encoder().outputs(), TIME, SENTENCES, context);
        assertSizes(trace.encoder().finalState(), layers * config.directions(), SENTENCES, hidden);
        assertSizes(trace.decoder().initialState(), layers, SENTENCES, hidden);
        assertSizes(trace.decoder().context(), SENTENCES, context);
        assertSizes(trace.decoder().input(), SENTENCES, config.embeddingSize() + context);
        assertSizes(trace.decoder().dense(), config.outputSize(), 9);
        assertSizes(trace.decoder().logits(), SENTENCES, 9);
        assertEquals(config.cell().hasMemoryCell(), trace.encoder().finalMemory().isPresent());
        assertEquals(config.cell().hasMemoryCell(), trace.decoder().initialMemory().isPresent());
        assertEquals(config.bidirectional() ? layers : 0, trace.encoder().backward().size());
    }

    @ParameterizedTest
    @MethodSource("seq2see.model.TinyModels#everyKind")
    void theLookUpCopiesTheTokensRow(ModelConfig config) {
        BatchTrace trace = trace(config);
        for (int n = 0; n < SENTENCES; n++) {
            for (int t = 0; t < TIME; t++) {
                for (int d = 0; d < 5; d++) {
                    assertEquals(trace.encoder().table().get((int) trace.encoder().ids().get(n, t), d), trace.encoder().embedded().get(t, n, d));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seq2see.model.TinyModels#everyKind")
    void theShownProductsGiveTheShownGates(ModelConfig config) {
        BatchTrace trace = trace(config);
        for (BatchTrace.Cell cell : Stream.of(trace.encoder().forward(), trace.encoder().backward(), trace.decoder().layers())
                .flatMap(List::stream).toList()) {
            for (BatchTrace.Gate gate : cell.gates()) {
                // The reset gate stands inside of a GRU's candidate, which has a test of its own.
                if (gate.part().equals("candidateState") && !config.cell().hasMemoryCell()) {
                    continue;
                }
                boolean squashed = gate.part().equals("candidateState") || gate.part().equals("hiddenState");
                for (int t = 0; t < cell.input().shape().size(0); t++) {
                    for (int u = 0; u < config.hiddenSize(); u++) {
                        double sum = gate.bias().get(u);
                        for (int i = 0; i < cell.input().shape().width(); i++) {
                            sum += cell.input().get(t, 1, i) * gate.inputWeight().get(i, u);
                        }
                        for (int i = 0; i < config.hiddenSize(); i++) {
                            sum += cell.previous().get(t, 1, i) * gate.hiddenWeight().get(i, u);
                        }
                        double expected = squashed ? Math.tanh(sum) : 1 / (1 + Math.exp(-sum));
                        assertEquals(expected, gate.value().get(t, 1, u), 1e-5, gate.part());
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seq2see.model.TinyModels#everyKind")
    void theShownGatesGiveTheShownState(ModelConfig config) {
        for (BatchTrace.Cell cell : trace(config).encoder().forward()) {
            for (int t = 0; t < TIME; t++) {
                for (int u = 0; u < config.hiddenSize(); u++) {
                    int step = t;
                    int unit = u;
                    ToDoubleFunction<String> gate = part -> cell.gate(part).orElseThrow().value().get(step, 2, unit);
                    double previous = cell.previous().get(t, 2, u);
                    switch (config.cell()) {
                        case RNN -> assertEquals(gate.applyAsDouble("hiddenState"), cell.hiddenState().get(t, 2, u));
                        case GRU -> assertEquals((1 - gate.applyAsDouble("updateGate")) * gate.applyAsDouble("candidateState")
                                + gate.applyAsDouble("updateGate") * previous, cell.hiddenState().get(t, 2, u), 1e-6);
                        case LSTM -> {
                            double memory = gate.applyAsDouble("forgetGate") * cell.previousMemory().orElseThrow().get(t, 2, u)
                                    + gate.applyAsDouble("inputGate") * gate.applyAsDouble("candidateState");
                            assertEquals(memory, cell.memory().orElseThrow().get(t, 2, u), 1e-6);
                            assertEquals(gate.applyAsDouble("outputGate") * Math.tanh(memory), cell.hiddenState().get(t, 2, u), 1e-6);
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seq2see.model.TinyModels#everyKind")
    void theDenseLayerGivesTheLogits(ModelConfig config) {
        BatchTrace trace = trace(config);
        Tensor bias = parameters(config).get("decoder.dense.bias");
        for (int v = 0; v < 9; v++) {
            double sum = bias.values()[bias.offset() + v];
            for (int i = 0; i < config.outputSize(); i++) {
                sum += trace.decoder().read().get(0, i) * trace.decoder().dense().get(i, v);
            }
            assertEquals(sum, trace.decoder().logits().get(0, v), 1e-5);
        }
        assertEquals(config.output() == OutputType.STATE ? config.hiddenSize() : config.hiddenSize() + 5 + config.contextSize(), config.outputSize());
    }

    @ParameterizedTest
    @MethodSource("seq2see.model.TinyModels#everyKind")
    void oneWideProductEqualsTwoNarrowOnesAndASum(ModelConfig config) {
        BatchTrace trace = trace(config);
        SplitProduct product = new SplitProduct(Kernels.best(), trace);
        BatchTrace.Cell cell = trace.decoder().layers().getFirst();
        int hidden = config.hiddenSize();
        for (int n = 0; n < SENTENCES; n++) {
            for (int u = 0; u < cell.gates().size() * hidden; u++) {
                Values weight = cell.gates().get(u / hidden).inputWeight();
                double expected = 0;
                for (int i = 0; i < weight.shape().size(0); i++) {
                    expected += (double) trace.decoder().input().get(n, i) * weight.get(i, u % hidden);
                }
                assertEquals(expected, product.wide().get(n, u), 1e-5);
                assertEquals(expected, product.sum().get(n, u), 1e-5);
                assertEquals(product.sum().get(n, u), product.tokenShare().get(n, u) + product.contextShare().get(n, u));
            }
        }
        assertTrue(product.largestDifference() < 1e-5);
    }

    @Test
    void anUntrainedModelIsTheSameForTheSameSeed() {
        ModelConfig config = TinyModels.config(AttentionType.ADDITIVE);
        assertEquals(List.of(BatchTracer.untrained(config, 2, 3, 4).decoder().logits().get(0, 0)),
                List.of(BatchTracer.untrained(config, 2, 3, 4).decoder().logits().get(0, 0)));
        assertEquals(2, BatchTracer.untrained(config, 2, 3, 4).sentences());
        assertEquals(3, BatchTracer.untrained(config, 2, 3, 4).sourceTime());
    }
}
