package seq2see.trace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seq2see.corpus.Batch;
import seq2see.corpus.EncodedPair;
import seq2see.corpus.InputException;
import seq2see.corpus.SentencePair;
import seq2see.model.AttentionType;
import seq2see.model.CellType;
import seq2see.model.ContextType;
import seq2see.model.ModelConfig;
import seq2see.model.OutputType;
import seq2see.model.Parameters;
import seq2see.model.Seq2Seq;
import seq2see.model.TinyModels;
import seq2see.tensor.Kernels;
import seq2see.tensor.Tape;
import seq2see.tensor.Tensor;

class GradientTracerTest {
    private static final String TARGET = "xyzv";

    private static GradientNorms norms(Seq2Seq network, String source) throws InputException {
        return new GradientTracer(network, AttentionTermsTest.codec())
                .of(AttentionTermsTest.codec().encodeSource(source), AttentionTermsTest.codec().encodeTarget(TARGET));
    }

    @ParameterizedTest
    @MethodSource("seq2see.model.TinyModels#everyKind")
    void theLossIsThatOfTraining(ModelConfig config) throws InputException {
        Seq2Seq network = TinyModels.model(config, 5);
        EncodedPair pair = AttentionTermsTest.codec().encode(new SentencePair("abcd", TARGET, 1));
        double expected = network.loss(Tape.forwardOnly(Kernels.best()), new Batch(List.of(pair)), 1) / pair.target().length;
        GradientNorms norms = norms(network, "abcd");
        assertEquals(expected, norms.loss(), 1e-5);
        assertEquals(List.of("x", "y", "z", "v", "<eos>"), norms.target());
        assertEquals(config.cell().hasMemoryCell(), norms.encoderMemory().isPresent());
        assertEquals(config.bidirectional(), norms.encoderBackward().isPresent());
        for (double norm : norms.bySourceStep()) {
            assertTrue(norm > 0 && Double.isFinite(norm));
        }
    }

    /**
     * Of a plain RNN whose only way to the loss is its last state, ∂loss/∂h_t is known from the outside: each step back is
     * multiplied by W_hh⊤ (1 − h²). The norms are held against that chain, begun at the last state.
     */
    @Test
    void goingBackThroughAPlainNetworkIsTheChainOfItsJacobians() throws InputException {
        ModelConfig config = new ModelConfig(CellType.RNN, 1, false, ContextType.LAST, AttentionType.NONE, false, OutputType.STATE, false, 11, 9, 5, 6, 8);
        Seq2Seq network = TinyModels.model(config, 2);
        Trace trace = new Tracer(network, AttentionTermsTest.codec()).forced("abcdefg", TARGET);
        GradientNorms norms = norms(network, "abcdefg");
        double[] direction = directionAtTheEnd(network, trace);
        double[] expected = new double[trace.sourceTime()];
        for (int t = trace.sourceTime() - 1; t >= 0; t--) {
            expected[t] = Math.sqrt(Arrays.stream(direction).map(value -> value * value).sum());
            direction = oneStepBack(network.parameters().get("encoder.rnn.weight_hh_l0"), trace, t, direction);
        }
        assertArrayEquals(expected, norms.bySourceStep(), 1e-4 * expected[expected.length - 1]);
    }

    private static double[] oneStepBack(Tensor weight, Trace trace, int t, double[] gradient) {
        var state = trace.encoder().steps().get(t).layers().getFirst().hiddenState();
        double[] before = new double[gradient.length];
        for (int i = 0; i < gradient.length; i++) {
            double slope = gradient[i] * (1 - state.get(i) * state.get(i));
            for (int j = 0; j < before.length; j++) {
                before[j] += weight.values()[weight.offset() + i * before.length + j] * slope;
            }
        }
        return before;
    }

    /** ∂loss/∂h_T by central differences. */
    private static double[] directionAtTheEnd(Seq2Seq network, Trace trace) {
        float[] state = trace.encoder().steps().getLast().layers().getFirst().hiddenState().toArray();
        double[] slope = new double[state.length];
        for (int i = 0; i < state.length; i++) {
            double step = 1e-3;
            slope[i] = (lossFrom(network, trace, state, i, step) - lossFrom(network, trace, state, i, -step)) / (2 * step);
        }
        return slope;
    }

    /** The loss of a decoder that begins with the state moved at one unit: an RNN of its own, in double precision. */
    private static double lossFrom(Seq2Seq network, Trace trace, float[] state, int unit, double step) {
        Parameters p = network.parameters();
        int hidden = state.length;
        double[] context = new double[hidden];
        for (int i = 0; i < hidden; i++) {
            context[i] = state[i] + (i == unit ? step : 0);
        }
        double[] h = context.clone();
        double loss = 0;
        int[] labels = labels();
        for (int t = 0; t < trace.targetTime(); t++) {
            int fed = trace.decoder().steps().get(t).inputId();
            double[] input = new double[5 + hidden];
            for (int d = 0; d < 5; d++) {
                input[d] = at(p.get("decoder.embedding.weight"), fed, d);
            }
            System.arraycopy(context, 0, input, 5, hidden);
            double[] next = new double[hidden];
            for (int i = 0; i < hidden; i++) {
                next[i] = Math.tanh(row(p.get("decoder.rnn.weight_ih_l0"), i, input) + at(p.get("decoder.rnn.bias_ih_l0"), 0, i)
                        + row(p.get("decoder.rnn.weight_hh_l0"), i, h) + at(p.get("decoder.rnn.bias_hh_l0"), 0, i));
            }
            h = next;
            double sum = 0;
            double[] logits = new double[9];
            for (int v = 0; v < 9; v++) {
                logits[v] = row(p.get("decoder.dense.weight"), v, h) + at(p.get("decoder.dense.bias"), 0, v);
                sum += Math.exp(logits[v]);
            }
            loss += Math.log(sum) - logits[labels[t]];
        }
        return loss / trace.targetTime();
    }

    private static int[] labels() {
        try {
            return AttentionTermsTest.codec().encodeTarget(TARGET);
        } catch (InputException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static double at(Tensor tensor, int row, int column) {
        return tensor.values()[tensor.offset() + row * tensor.width() + column];
    }

    private static double row(Tensor weight, int row, double[] vector) {
        double sum = 0;
        for (int i = 0; i < vector.length; i++) {
            sum += at(weight, row, i) * vector[i];
        }
        return sum;
    }

    @Test
    void theGradientThatTrainsIsNotTouched() throws InputException {
        Seq2Seq network = TinyModels.model(TinyModels.config(AttentionType.DOT), 5);
        norms(network, "abc");
        for (float value : network.parameters().gradient()) {
            assertEquals(0f, value);
        }
    }
}
