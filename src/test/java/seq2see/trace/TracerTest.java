package seq2see.trace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
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
import seq2see.tensor.Grid;
import seq2see.tensor.Kernels;
import seq2see.tensor.Tape;
import seq2see.tensor.Tensor;

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

    /** A hypothesis that is the model's own output goes through the same numbers; another one is written as it was given. */
    @ParameterizedTest
    @MethodSource("seq2see.model.TinyModels#everyKind")
    void aHypothesisIsWrittenAsItWasGiven(ModelConfig config) throws InputException {
        Tracer tracer = new Tracer(network(config, 3), codec());
        Trace own = tracer.greedy("cab", LENGTH);
        Trace again = tracer.forced("cab", own.outputIds());
        assertEquals(own.targetTime(), again.targetTime());
        for (int step = 0; step < own.targetTime(); step++) {
            assertArrayEquals(own.decoder().steps().get(step).logits().toArray(), again.decoder().steps().get(step).logits().toArray());
        }
        Trace other = tracer.forcedInDepth("cab", List.of(5, 6, 4));
        assertEquals(List.of(5, 6, 4), other.outputIds());
        assertEquals(List.of(5, 6, 4).stream().map(codec().targetVocabulary()::token).toList(), other.outputTokens());
        assertEquals(List.of(Vocabulary.BOS, 5, 6), other.decoder().steps().stream().map(Trace.DecoderStep::inputId).toList());
        assertTrue(other.workings().isPresent());
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

    /** The terms are those of the formula, taken anew from the weights in double precision. */
    @ParameterizedTest
    @MethodSource("seq2see.model.TinyModels#everyKind")
    void theWorkingsAreWhatTheGatesWereComputedFrom(ModelConfig config) throws InputException {
        Seq2Seq network = network(config, 3);
        Trace plain = new Tracer(network, codec()).greedy("abca", LENGTH);
        Trace trace = new Tracer(network, codec()).greedyInDepth("abca", LENGTH);
        assertTrue(plain.workings().isEmpty());
        assertEquals(plain.outputTokens(), trace.outputTokens());
        Workings workings = trace.workings().orElseThrow();
        for (int time = 0; time < trace.sourceTime(); time++) {
            double[] x = row(workings.sourceEmbedded(), time);
            double[] before = time == 0 ? new double[6] : row(trace.encoder().steps().get(time - 1).layers().getFirst().hiddenState(), 0);
            checkTerms(network, "encoder.rnn", "_l0", workings.forward().getFirst(), time, x, before);
            if (config.bidirectional()) {
                double[] after = time == trace.sourceTime() - 1 ? new double[6]
                        : row(trace.encoder().steps().get(time + 1).backwardLayers().getFirst().hiddenState(), 0);
                checkTerms(network, "encoder.rnn", "_l0_reverse", workings.backward().getFirst(), time, x, after);
            }
        }
        for (int step = 0; step < trace.targetTime(); step++) {
            Trace.DecoderStep taken = trace.decoder().steps().get(step);
            double[] x = DoubleStream.concat(DoubleStream.of(row(workings.targetEmbedded(), step)), DoubleStream.of(row(taken.contextVector(), 0))).toArray();
            List<Trace.Layer> before = step == 0 ? trace.decoder().initialState() : trace.decoder().steps().get(step - 1).layers();
            checkTerms(network, "decoder.rnn", "_l0", workings.decoder().getFirst(), step, x, row(before.getFirst().hiddenState(), 0));
            if (config.layers() > 1) {
                checkTerms(network, "decoder.rnn", "_l1", workings.decoder().get(1), step, row(taken.layers().getFirst().hiddenState(), 0),
                        row(before.get(1).hiddenState(), 0));
            }
        }
    }

    private static void checkTerms(Seq2Seq network, String prefix, String suffix, Workings.CellTerms terms, int time, double[] x, double[] before) {
        Parameters parameters = network.parameters();
        for (int unit = 0; unit < terms.input().columns(); unit++) {
            double inputBias = parameters.get(prefix + ".bias_ih" + suffix).values()[parameters.get(prefix + ".bias_ih" + suffix).offset() + unit];
            assertEquals(inputBias, terms.inputBias().get(unit));
            assertEquals(dot(parameters.get(prefix + ".weight_ih" + suffix), unit, x) + inputBias, terms.input().get(time, unit), 1e-4);
            assertEquals(dot(parameters.get(prefix + ".weight_hh" + suffix), unit, before) + terms.recurrentBias().get(unit),
                    terms.recurrent().get(time, unit), 1e-4);
        }
    }

    private static double dot(Tensor weight, int row, double[] vector) {
        return IntStream.range(0, vector.length).mapToDouble(i -> weight.values()[weight.offset() + row * vector.length + i] * vector[i]).sum();
    }

    private static double[] row(Grid grid, int row) {
        return IntStream.range(0, grid.columns()).mapToDouble(column -> grid.get(row, column)).toArray();
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
