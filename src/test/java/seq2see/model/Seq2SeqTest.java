package seq2see.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import seq2see.corpus.Batch;
import seq2see.corpus.EncodedPair;
import seq2see.tensor.GradientCheck;
import seq2see.tensor.Kernels;
import seq2see.tensor.Tape;
import seq2see.tensor.Tensor;

class Seq2SeqTest {
    private static Tape forwardOnly() {
        return Tape.forwardOnly(Kernels.best());
    }

    /** With the weights as they are now. */
    private static double loss(Seq2Seq model, Batch batch, Feeding feeding, LayerDropout dropout, double smoothing) {
        model.parameters().changed();
        return loss(forwardOnly(), model, batch, feeding, dropout, smoothing);
    }

    private static double loss(Tape tape, Seq2Seq model, Batch batch, Feeding feeding, LayerDropout dropout, double smoothing) {
        return Seq2Seq.loss(tape, model.forward(tape, batch, () -> feeding, dropout), batch, 1, smoothing);
    }

    @ParameterizedTest
    @MethodSource("seq2see.model.TinyModels#everyKind")
    void theWholeModelHasItsGradient(ModelConfig config) {
        Seq2Seq model = TinyModels.model(config, 5);
        Batch batch = new Batch(TinyModels.pairs(6, 2));
        Tape tape = Tape.recording(Kernels.best());
        model.loss(tape, batch, 1);
        tape.backward();
        GradientCheck.compare(List.copyOf(model.parameters().tensors().values()), 12,
                ignored -> loss(model, batch, Feeding.TRUE_TOKENS, LayerDropout.NONE, 0));
    }

    /** Only where no choice flips within the differences: a flip is a jump that no gradient sees. */
    @ParameterizedTest
    @EnumSource(names = {"NONE", "ADDITIVE"})
    void theGradientIsTheSameWhenTheDecoderIsFedItsOwnChoices(AttentionType attention) {
        Seq2Seq model = TinyModels.model(attention, 6);
        Batch batch = new Batch(TinyModels.pairs(3, 4));
        Tape tape = Tape.recording(Kernels.best());
        loss(tape, model, batch, Feeding.drawn(0.5, batch.targetTime(), new SplittableRandom(7)), LayerDropout.NONE, 0);
        tape.backward();
        GradientCheck.compare(List.of(model.parameters().get("decoder.dense.weight"), model.parameters().get("encoder.rnn.weight_ih_l0")), 40,
                ignored -> loss(model, batch, Feeding.drawn(0.5, batch.targetTime(), new SplittableRandom(7)), LayerDropout.NONE, 0));
    }

    private static LayerDropout dropout() {
        SplittableRandom random = new SplittableRandom(2);
        return new LayerDropout(0.3, () -> random);
    }

    /** What is laid out once draws anew, and follows another feeding, when it is done again: to the same bits as a fresh layout. */
    @ParameterizedTest
    @MethodSource("seq2see.model.TinyModels#everyKind")
    void whatIsDoneAgainDrawsAnew(ModelConfig config) {
        Seq2Seq model = TinyModels.model(config, 13);
        Batch batch = new Batch(TinyModels.pairs(3, 4));
        Tape tape = Tape.recording(Kernels.best());
        AtomicInteger seed = new AtomicInteger(1);
        AtomicReference<SplittableRandom> chance = new AtomicReference<>(new SplittableRandom(seed.get()));
        Tensor logits = model.forward(tape, batch, () -> feeding(seed.get(), batch), new LayerDropout(0.3, chance::get));
        tape.backward();
        for (int again = 2; again < 5; again++) {
            seed.set(again);
            chance.set(new SplittableRandom(again));
            tape.again();
            SplittableRandom random = new SplittableRandom(again);
            Feeding feeding = feeding(again, batch);
            assertArrayEquals(copy(model.forward(Tape.recording(Kernels.best()), batch, () -> feeding, new LayerDropout(0.3, () -> random))),
                    copy(logits), 0f);
        }
    }

    /** Such that some steps are fed the model's own choice. */
    private static Feeding feeding(int seed, Batch batch) {
        SplittableRandom random = new SplittableRandom(seed);
        Feeding feeding = Feeding.TRUE_TOKENS;
        while (feeding.isAllTrue()) {
            feeding = Feeding.drawn(0.5, batch.targetTime(), random);
        }
        return feeding;
    }

    @ParameterizedTest
    @MethodSource("seq2see.model.TinyModels#everyKind")
    void dropoutHasItsGradient(ModelConfig config) {
        Seq2Seq model = TinyModels.model(config, 13);
        Batch batch = new Batch(TinyModels.pairs(3, 4));
        Tape tape = Tape.recording(Kernels.best());
        loss(tape, model, batch, Feeding.TRUE_TOKENS, dropout(), 0);
        tape.backward();
        GradientCheck.compare(List.of(model.parameters().get("encoder.rnn.weight_ih_l0"), model.parameters().get("decoder.rnn.weight_hh_l0")), 12,
                ignored -> loss(model, batch, Feeding.TRUE_TOKENS, dropout(), 0));
    }

    /** Dropout lies between layers: neither the embedding nor the top layer's outputs are thinned. */
    @Test
    void ofOneLayerNothingIsDropped() {
        Batch batch = new Batch(TinyModels.pairs(3, 4));
        for (int layers = 1; layers <= 2; layers++) {
            Seq2Seq model = TinyModels.model(new ModelConfig(CellType.GRU, layers, true, ContextType.MEAN, AttentionType.NONE, false, OutputType.STATE, false, 11, 9, 5, 6, 8), 13);
            SplittableRandom chance = new SplittableRandom(2);
            double whole = loss(Tape.recording(Kernels.best()), model, batch, Feeding.TRUE_TOKENS, LayerDropout.NONE, 0);
            assertEquals(layers == 1, whole == loss(Tape.recording(Kernels.best()), model, batch, Feeding.TRUE_TOKENS, new LayerDropout(0.5, () -> chance), 0));
        }
    }

    /** Training projects a few tokens one by one; without gradients they are looked up in what is kept of the vocabulary. */
    @ParameterizedTest
    @MethodSource("seq2see.model.TinyModels#everyKind")
    void whatIsKeptOfTheVocabularyChangesNoBit(ModelConfig config) {
        Seq2Seq model = TinyModels.model(config, 5);
        Batch batch = new Batch(TinyModels.pairs(1, 1));
        assertArrayEquals(copy(model.logits(Tape.recording(Kernels.best()), batch)), copy(model.logits(forwardOnly(), batch)), 0f);
    }

    private static float[] copy(Tensor tensor) {
        return Arrays.copyOfRange(tensor.values(), tensor.offset(), tensor.offset() + tensor.shape().elements());
    }

    @ParameterizedTest
    @MethodSource("seq2see.model.TinyModels#everyKind")
    void paddingIsInvisible(ModelConfig config) {
        Seq2Seq model = TinyModels.model(config, 8);
        List<EncodedPair> pairs = TinyModels.pairs(9, 3);
        double together = model.loss(forwardOnly(), new Batch(pairs), 1);
        double alone = 0;
        for (EncodedPair pair : pairs) {
            alone += model.loss(forwardOnly(), new Batch(List.of(pair)), 1);
        }
        assertEquals(alone, together, 1e-5);
    }

    @ParameterizedTest
    @MethodSource("seq2see.model.TinyModels#everyKind")
    void thePartsOfABatchAddUpToItsGradient(ModelConfig config) {
        Parameters parameters = Parameters.initialised(config, 9);
        Batch batch = new Batch(TinyModels.pairs(7, 5));
        float[] whole = gradient(parameters, batch);
        float[] first = gradient(parameters, batch.part(0, 3));
        float[] second = gradient(parameters, batch.part(3, 4));
        for (int i = 0; i < whole.length; i++) {
            first[i] += second[i];
        }
        assertArrayEquals(whole, first, 1e-5f);
    }

    private static float[] gradient(Parameters shared, Batch batch) {
        Parameters own = shared.withOwnGradient();
        Tape tape = Tape.recording(Kernels.best());
        new Seq2Seq(own).loss(tape, batch, 1);
        tape.backward();
        return own.gradient();
    }

    @Test
    void theFinalStateIsTheOneAtASentencesOwnLastToken() {
        Seq2Seq model = TinyModels.model(AttentionType.NONE, 10);
        int[] both = {4, 5, 6, 7, 2, 8, 0, 2};
        EncoderRun together = model.encode(forwardOnly(), both, new int[] {3, 4});
        EncoderRun alone = model.encode(forwardOnly(), new int[] {4, 6, 2}, new int[] {3});
        Tensor state = together.forward().getFirst().finalState();
        for (int unit = 0; unit < state.width(); unit++) {
            assertEquals(alone.forward().getFirst().finalState().values()[alone.forward().getFirst().finalState().offset() + unit], state.values()[state.offset() + unit], 0f);
        }
    }

    @Test
    void attentionOnPaddingIsExactlyZero() {
        Seq2Seq model = TinyModels.model(AttentionType.ADDITIVE, 11);
        EncoderRun encoded = model.encode(forwardOnly(), new int[] {4, 5, 2, 7, 0, 2}, new int[] {2, 3});
        DecoderRun run = model.begin(forwardOnly(), encoded, 1);
        model.decode(run, 0, new int[] {1, 1});
        Tensor weights = run.attention().orElseThrow().weights();
        assertEquals(0f, weights.values()[weights.offset() + 2], 0f);
        assertEquals(1f, weights.values()[weights.offset()] + weights.values()[weights.offset() + 1], 1e-6f);
    }

    @Test
    void aGruStepAgreesWithTheFormulaInDoublePrecision() {
        Seq2Seq model = TinyModels.model(AttentionType.NONE, 12);
        Parameters parameters = model.parameters();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < parameters.values().length; i++) {
            parameters.values()[i] = (float) random.nextGaussian();
        }
        EncoderRun encoded = model.encode(forwardOnly(), new int[] {4, 7}, new int[] {2});
        double[] state = new double[6];
        for (int id : new int[] {4, 7}) {
            state = gru(parameters, id, state);
        }
        for (int unit = 0; unit < 6; unit++) {
            assertEquals(state[unit], encoded.forward().getFirst().finalState().values()[encoded.forward().getFirst().finalState().offset() + unit], 1e-5);
        }
    }

    /** PyTorch's nn.GRU, written out. */
    private static double[] gru(Parameters parameters, int id, double[] h) {
        int hidden = h.length;
        double[] i = new double[3 * hidden];
        double[] j = new double[3 * hidden];
        for (int row = 0; row < 3 * hidden; row++) {
            i[row] = at(parameters, "encoder.rnn.bias_ih_l0", row);
            j[row] = at(parameters, "encoder.rnn.bias_hh_l0", row);
            for (int d = 0; d < 5; d++) {
                i[row] += at(parameters, "encoder.rnn.weight_ih_l0", row * 5 + d) * at(parameters, "encoder.embedding.weight", id * 5 + d);
            }
            for (int u = 0; u < hidden; u++) {
                j[row] += at(parameters, "encoder.rnn.weight_hh_l0", row * hidden + u) * h[u];
            }
        }
        double[] next = new double[hidden];
        for (int u = 0; u < hidden; u++) {
            double r = 1 / (1 + Math.exp(-i[u] - j[u]));
            double z = 1 / (1 + Math.exp(-i[hidden + u] - j[hidden + u]));
            double n = Math.tanh(i[2 * hidden + u] + r * j[2 * hidden + u]);
            next[u] = (1 - z) * n + z * h[u];
        }
        return next;
    }

    private static double at(Parameters parameters, String name, int index) {
        Tensor tensor = parameters.get(name);
        return tensor.values()[tensor.offset() + index];
    }
}
