package seq2see.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seq2see.corpus.Batch;
import seq2see.corpus.EncodedPair;
import seq2see.corpus.InputException;
import seq2see.corpus.PairCodec;
import seq2see.corpus.SentencePair;
import seq2see.corpus.Tokenizers;
import seq2see.corpus.Vocabulary;
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

    private static Seq2Seq network(ModelConfig config, long seed) {
        Parameters parameters = Parameters.initialised(config, seed);
        // Larger weights than a training begins with, so that outputs differ.
        for (int i = 0; i < parameters.values().length; i++) {
            parameters.values()[i] *= 3;
        }
        return new Seq2Seq(parameters);
    }

    @ParameterizedTest
    @MethodSource("seq2see.model.TinyModels#everyKind")
    void aForcedTraceSumsUpToTheLossOfTraining(ModelConfig config) throws InputException {
        Seq2Seq network = network(config, 1);
        for (String source : List.of("abc", "d", "cabdda")) {
            Trace trace = new Tracer(network, codec()).forced(source, "xyz");
            EncodedPair pair = codec().encode(new SentencePair(source, "xyz", 1));
            double expected = network.loss(Tape.forwardOnly(Kernels.best()), new Batch(List.of(pair)), 1);
            double actual = 0;
            for (int step = 0; step < trace.targetTime(); step++) {
                actual -= Math.log(trace.decoder().steps().get(step).probabilities().get(pair.target()[step]));
            }
            assertEquals(4, trace.targetTime());
            assertEquals(expected, actual, 1e-5);
        }
    }

    @ParameterizedTest
    @MethodSource("seq2see.model.TinyModels#everyKind")
    void aGreedyTraceSaysWhatTheSearchSaysAloneAndInABatch(ModelConfig config) throws InputException {
        List<String> sources = Stream.of("abc", "d", "cabdda", "bb", "acacac", "").toList();
        for (long seed = 1; seed <= 10; seed++) {
            Seq2Seq network = network(config, seed);
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
    @MethodSource("seq2see.model.TinyModels#everyKind")
    void theNumbersOfATraceFitTogether(ModelConfig config) throws InputException {
        Trace trace = new Tracer(network(config, 2), codec()).greedy("abca", LENGTH);
        assertEquals(List.of("a", "b", "c", "a", "<eos>"), trace.source().tokens());
        assertEquals(5, trace.encoder().steps().size());
        assertEquals(config.hasAttention(), trace.attention().isPresent());
        for (int time = 1; time < trace.sourceTime(); time++) {
            Trace.EncoderStep step = trace.encoder().steps().get(time);
            Trace.EncoderStep before = trace.encoder().steps().get(time - 1);
            assertEquals(config.layers(), step.layers().size());
            assertEquals(config.bidirectional() ? config.layers() : 0, step.backwardLayers().size());
            for (int layer = 0; layer < config.layers(); layer++) {
                followsFrom(config.cell(), step.layers().get(layer), before.layers().get(layer));
                if (config.bidirectional()) {
                    followsFrom(config.cell(), before.backwardLayers().get(layer), step.backwardLayers().get(layer));
                }
            }
        }
        if (!config.bidirectional()) {
            assertEquals(trace.encoder().steps().getLast().layers().getLast().hiddenState().get(2),
                    trace.decoder().initialState().getLast().hiddenState().get(2));
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

    /** A layer's numbers follow from the state before by the cell's formula. */
    private static void followsFrom(CellType cell, Trace.Layer layer, Trace.Layer before) {
        assertEquals(cell.gateNames(), List.copyOf(layer.gates().keySet()));
        assertEquals(cell.hasMemoryCell(), layer.memoryCell().isPresent());
        for (int unit = 0; unit < layer.hiddenState().columns(); unit++) {
            float state = layer.hiddenState().get(unit);
            switch (cell) {
                case RNN -> assertTrue(Math.abs(state) <= 1);
                case GRU -> {
                    float z = layer.gates().get("updateGate").get(unit);
                    float n = layer.gates().get("candidateState").get(unit);
                    assertEquals((1 - z) * n + z * before.hiddenState().get(unit), state, 1e-6);
                }
                case LSTM -> {
                    float memory = layer.memoryCell().orElseThrow().get(unit);
                    assertEquals(layer.gates().get("forgetGate").get(unit) * before.memoryCell().orElseThrow().get(unit)
                            + layer.gates().get("inputGate").get(unit) * layer.gates().get("candidateState").get(unit), memory, 1e-6);
                    assertEquals(layer.gates().get("outputGate").get(unit) * Math.tanh(memory), state, 1e-6);
                }
            }
        }
    }

    private static void contextIsTheWeightedSum(Trace trace) {
        for (Trace.DecoderStep step : trace.decoder().steps()) {
            for (int unit = 0; unit < trace.config().contextSize(); unit++) {
                double sum = 0;
                for (int t = 0; t < trace.sourceTime(); t++) {
                    sum += (double) step.attentionWeights().orElseThrow().get(t) * trace.encoder().outputs().get(t, unit);
                }
                assertEquals(sum, step.contextVector().get(unit), 1e-5);
            }
        }
    }
}
