package seq2see.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seq2see.model.DecoderRun;
import seq2see.model.ModelConfig;
import seq2see.model.Seq2Seq;
import seq2see.model.TinyModels;
import seq2see.search.NextTokenModel.Continuation;
import seq2see.search.NextTokenModel.State;
import seq2see.tensor.Kernels;
import seq2see.tensor.Tape;
import seq2see.tensor.Tensor;

class Seq2SeqModelTest {
    /** Two sources, (T, N) time first: 4 6 2 and 7 5 9 2. */
    private static final int[] BOTH = {4, 7, 6, 5, 2, 9, 0, 2};
    private static final int[] LENGTHS = {3, 4};

    private static Tape forwardOnly() {
        return Tape.forwardOnly(Kernels.best());
    }

    private static Seq2SeqModel together(Seq2Seq network) {
        return new Seq2SeqModel(network, forwardOnly(), BOTH, LENGTHS);
    }

    private static Seq2SeqModel alone(Seq2Seq network, int sentence) {
        return sentence == 0 ? new Seq2SeqModel(network, forwardOnly(), new int[] {4, 6, 2}, new int[] {3})
                : new Seq2SeqModel(network, forwardOnly(), new int[] {7, 5, 9, 2}, new int[] {4});
    }

    /** A state can be gone on from at any time, in any company: the logits are those of a decoder that is fed step by step. */
    @ParameterizedTest
    @MethodSource("seq2see.model.TinyModels#everyKind")
    void branchesAreWhatADecoderFedStepByStepSays(ModelConfig config) {
        Seq2Seq network = TinyModels.model(config, 3);
        Seq2SeqModel model = together(network);
        List<State> first = states(model.advance(List.of(model.begin(1), model.begin(0), model.begin(1)), new int[] {1, 1, 1}));
        List<State> second = states(model.advance(List.of(first.get(2), first.get(1), first.get(0), first.get(0)), new int[] {5, 4, 6, 7}));
        List<Continuation> third = model.advance(List.of(second.get(3), second.get(1), second.get(0)), new int[] {8, 5, 4});
        assertArrayEquals(stepByStep(network, 1, 1, 7, 8), third.get(0).logProbabilities(), 1e-5);
        assertArrayEquals(stepByStep(network, 0, 1, 4, 5), third.get(1).logProbabilities(), 1e-5);
        assertArrayEquals(stepByStep(network, 1, 1, 5, 4), third.get(2).logProbabilities(), 1e-5);
    }

    private static List<State> states(List<Continuation> continuations) {
        return continuations.stream().map(Continuation::state).toList();
    }

    /** log softmax of the last logits. */
    private static double[] stepByStep(Seq2Seq network, int sentence, int... fed) {
        Tape tape = forwardOnly();
        int[] source = sentence == 0 ? new int[] {4, 6, 2} : new int[] {7, 5, 9, 2};
        DecoderRun run = network.begin(tape, network.encode(tape, source, new int[] {source.length}), 1);
        Tensor logits = null;
        for (int token : fed) {
            logits = network.decode(run, 0, new int[] {token});
            run.carryOver();
        }
        double[] result = new double[logits.width()];
        double sum = 0;
        for (int i = 0; i < result.length; i++) {
            result[i] = logits.values()[logits.offset() + i];
            sum += Math.exp(result[i]);
        }
        for (int i = 0; i < result.length; i++) {
            result[i] -= Math.log(sum);
        }
        return result;
    }

    @ParameterizedTest
    @MethodSource("seq2see.model.TinyModels#everyKind")
    void whatABeamFindsDoesNotDependOnTheBatch(ModelConfig config) {
        for (long seed = 1; seed <= 3; seed++) {
            Seq2Seq network = TinyModels.model(config, seed);
            Seq2SeqModel together = together(network);
            BeamSearch beam = new BeamSearch(new SearchSettings(7, LengthPenalty.USUAL), 3);
            for (int sentence = 1; sentence >= 0; sentence--) {
                Seq2SeqModel alone = alone(network, sentence);
                assertEquals(beam.search(alone, alone.begin(0)), beam.search(together, together.begin(sentence)));
            }
        }
    }

    /** Where nobody looks, what was said of earlier steps is written over; that must not be seen. */
    @ParameterizedTest
    @MethodSource("seq2see.model.TinyModels#everyKind")
    void anObservedBeamFindsTheSame(ModelConfig config) {
        Seq2SeqModel model = together(TinyModels.model(config, 4));
        BeamSearch beam = new BeamSearch(new SearchSettings(7, LengthPenalty.USUAL), 4);
        for (int sentence = 0; sentence < 2; sentence++) {
            assertEquals(beam.search(model, model.begin(sentence), new SearchObserver() { }), beam.search(model, model.begin(sentence)));
        }
    }

    @ParameterizedTest
    @MethodSource("seq2see.model.TinyModels#everyKind")
    void widthOneIsGreedySearch(ModelConfig config) {
        for (long seed = 1; seed <= 3; seed++) {
            Seq2Seq network = TinyModels.model(config, seed);
            List<Hypothesis> greedy = GreedySearch.search(together(network), 7);
            for (int sentence = 0; sentence < 2; sentence++) {
                Seq2SeqModel model = alone(network, sentence);
                Hypothesis beam = new BeamSearch(new SearchSettings(7, LengthPenalty.USUAL), 1).search(model, model.begin(0)).best();
                assertEquals(greedy.get(sentence), beam);
            }
        }
    }
}
