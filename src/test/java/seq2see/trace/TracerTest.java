package seq2see.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import seq2see.corpus.Batch;
import seq2see.corpus.EncodedPair;
import seq2see.corpus.InputException;
import seq2see.corpus.PairCodec;
import seq2see.corpus.SentencePair;
import seq2see.corpus.Tokenizers;
import seq2see.corpus.Vocabulary;
import seq2see.model.AttentionType;
import seq2see.model.CellType;
import seq2see.model.ModelConfig;
import seq2see.model.Parameters;
import seq2see.model.Seq2Seq;
import seq2see.search.Hypothesis;
import seq2see.search.Translator;
import seq2see.tensor.Kernels;
import seq2see.tensor.Tape;

/** What people are shown is what was trained and what is searched: one arithmetic. */
class TracerTest {
    private static final int LENGTH = 9;

    private static PairCodec codec() throws InputException {
        Vocabulary source = Vocabulary.of(List.of(List.of("a", "b", "c", "d")), 100);
        Vocabulary target = Vocabulary.of(List.of(List.of("v", "w", "x", "y", "z")), 100);
        return new PairCodec(Tokenizers.named("character"), source, Tokenizers.named("character"), target);
    }

    private static Seq2Seq network(AttentionType attention, long seed) {
        Parameters parameters = Parameters.initialised(new ModelConfig(CellType.GRU, attention, 8, 9, 5, 7, LENGTH), seed);
        // Larger weights than a training begins with, so that outputs differ.
        for (int i = 0; i < parameters.values().length; i++) {
            parameters.values()[i] *= 3;
        }
        return new Seq2Seq(parameters);
    }

    @ParameterizedTest
    @EnumSource(AttentionType.class)
    void aForcedTraceSumsUpToTheLossOfTraining(AttentionType attention) throws InputException {
        Seq2Seq network = network(attention, 1);
        for (String source : List.of("abc", "d", "cabdda")) {
            Trace trace = new Tracer(network, codec()).forced(source, "xyz");
            EncodedPair pair = codec().encode(new SentencePair(source, "xyz", 1));
            double expected = network.loss(Tape.forwardOnly(Kernels.best()), new Batch(List.of(pair)), 1, 1, null);
            double actual = 0;
            for (int step = 0; step < trace.targetTime(); step++) {
                actual -= Math.log(trace.decoder().steps().get(step).probabilities().get(pair.target()[step]));
            }
            assertEquals(4, trace.targetTime());
            assertEquals(expected, actual, 1e-5);
        }
    }

    @ParameterizedTest
    @EnumSource(AttentionType.class)
    void aGreedyTraceSaysWhatTheSearchSaysAloneAndInABatch(AttentionType attention) throws InputException {
        List<String> sources = Stream.of("abc", "d", "cabdda", "bb", "acacac", "").toList();
        for (long seed = 1; seed <= 10; seed++) {
            Seq2Seq network = network(attention, seed);
            Translator translator = new Translator(network, codec());
            List<Hypothesis> together = translator.search(sources, LENGTH);
            for (int i = 0; i < sources.size(); i++) {
                Trace trace = new Tracer(network, codec()).greedy(sources.get(i), LENGTH);
                List<Integer> ids = trace.decoder().steps().stream().map(Trace.DecoderStep::tokenId).toList();
                Hypothesis alone = translator.search(List.of(sources.get(i)), LENGTH).getFirst();
                assertEquals(together.get(i).tokenIds(), ids);
                assertEquals(alone.tokenIds(), ids);
                assertEquals(alone.logProbability(), together.get(i).logProbability(), 1e-5);
                assertEquals(alone.cut(), ids.getLast() != Vocabulary.EOS);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(AttentionType.class)
    void theNumbersOfATraceFitTogether(AttentionType attention) throws InputException {
        Trace trace = new Tracer(network(attention, 2), codec()).greedy("abca", LENGTH);
        assertEquals(List.of("a", "b", "c", "a", "<eos>"), trace.source().tokens());
        assertEquals(5, trace.encoder().steps().size());
        assertEquals(attention != AttentionType.NONE, trace.attention().isPresent());
        Trace.Layer last = trace.encoder().steps().getLast().layers().getFirst();
        Trace.Layer before = trace.encoder().steps().get(3).layers().getFirst();
        for (int unit = 0; unit < 7; unit++) {
            assertEquals(last.hiddenState().get(unit), trace.decoder().initialState().getFirst().hiddenState().get(unit));
            float z = last.gates().get("updateGate").get(unit);
            float n = last.gates().get("candidateState").get(unit);
            assertEquals((1 - z) * n + z * before.hiddenState().get(unit), last.hiddenState().get(unit), 1e-6);
        }
        for (Trace.DecoderStep step : trace.decoder().steps()) {
            double sum = 0;
            for (int id = 0; id < 9; id++) {
                sum += step.probabilities().get(id);
                assertTrue(step.logits().get(step.tokenId()) >= step.logits().get(id));
            }
            assertEquals(1, sum, 1e-5);
        }
        trace.attention().ifPresent(weights -> contextIsTheWeightedSum(trace));
    }

    private static void contextIsTheWeightedSum(Trace trace) {
        for (Trace.DecoderStep step : trace.decoder().steps()) {
            for (int unit = 0; unit < 7; unit++) {
                double sum = 0;
                for (int t = 0; t < trace.sourceTime(); t++) {
                    sum += (double) step.attentionWeights().orElseThrow().get(t) * trace.encoder().outputs().get(t, unit);
                }
                assertEquals(sum, step.contextVector().get(unit), 1e-5);
            }
        }
    }
}
