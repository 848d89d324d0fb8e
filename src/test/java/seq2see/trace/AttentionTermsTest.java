package seq2see.trace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seq2see.corpus.InputException;
import seq2see.corpus.PairCodec;
import seq2see.corpus.Tokenizers;
import seq2see.corpus.Vocabulary;
import seq2see.model.AttentionType;
import seq2see.model.ModelConfig;
import seq2see.model.Parameters;
import seq2see.model.TinyModels;
import seq2see.tensor.Grid;

/** The terms that are shown are those that gave the score, read from the engine and held against the weights. */
class AttentionTermsTest {
    static PairCodec codec() throws InputException {
        Vocabulary source = Vocabulary.of(List.of(List.of("a", "b", "c", "d", "e", "f", "g")), 100);
        Vocabulary target = Vocabulary.of(List.of(List.of("v", "w", "x", "y", "z")), 100);
        return new PairCodec(Tokenizers.named("character"), source, Tokenizers.named("character"), target);
    }

    static Stream<ModelConfig> withAttention() {
        return TinyModels.everyKind().filter(ModelConfig::hasAttention);
    }

    private static Trace trace(ModelConfig config) throws InputException {
        return new Tracer(TinyModels.model(config, 3), codec()).greedy("abcde", 8);
    }

    @ParameterizedTest
    @MethodSource("withAttention")
    void theProductsSumUpToTheEnginesScore(ModelConfig config) throws InputException {
        Trace trace = trace(config);
        for (int step = 0; step < trace.targetTime(); step++) {
            for (int position = 0; position < trace.sourceTime(); position++) {
                AttentionTerms terms = AttentionTerms.of(trace, step, position).orElseThrow();
                double sum = 0;
                for (int unit = 0; unit < terms.units(); unit++) {
                    sum += terms.products().get(unit);
                }
                assertEquals(trace.decoder().steps().get(step).attentionScores().orElseThrow().get(position), terms.score());
                assertEquals(terms.score(), terms.factor() * sum, 1e-6);
            }
        }
    }

    /** Independent of the engine's products: W_q q, W_k k and w_v from the weights by name. */
    @ParameterizedTest
    @MethodSource("withAttention")
    void theTermsFollowFromTheWeights(ModelConfig config) throws InputException {
        Parameters parameters = TinyModels.model(config, 3).parameters();
        Trace trace = trace(config);
        AttentionTerms terms = AttentionTerms.of(trace, trace.targetTime() - 1, 2).orElseThrow();
        boolean projectsKeys = config.attention() == AttentionType.ADDITIVE || config.bidirectional();
        for (int unit = 0; unit < terms.units(); unit++) {
            double key = projectsKeys ? product(parameters, "attention.W_k.weight", unit, terms.key()) : terms.key().get(unit);
            assertEquals(key, terms.keyTerm().get(unit), 1e-5);
            if (terms.isAdditive()) {
                double bias = config.attentionBias() ? parameters.get("attention.bias").values()[parameters.get("attention.bias").offset() + unit] : 0;
                assertEquals(product(parameters, "attention.W_q.weight", unit, terms.query()) + bias, terms.queryTerm().get(unit), 1e-5);
                assertEquals(Math.tanh(terms.queryTerm().get(unit) + terms.keyTerm().get(unit)), terms.features().orElseThrow().get(unit), 1e-6);
            } else {
                assertEquals(terms.query().get(unit), terms.queryTerm().get(unit));
            }
        }
        assertEquals(config.attention() == AttentionType.SCALED_DOT ? 1 / Math.sqrt(config.hiddenSize()) : 1, terms.factor(), 1e-7);
    }

    private static double product(Parameters parameters, String weight, int row, Grid vector) {
        var tensor = parameters.get(weight);
        double sum = 0;
        for (int i = 0; i < vector.columns(); i++) {
            sum += (double) tensor.values()[tensor.offset() + row * tensor.width() + i] * vector.get(i);
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("withAttention")
    void theQueryIsTheTopStateBeforeTheStep(ModelConfig config) throws InputException {
        Trace trace = trace(config);
        for (int step = 0; step < trace.targetTime(); step++) {
            Grid before = step == 0 ? trace.decoder().initialState().getLast().hiddenState()
                    : trace.decoder().steps().get(step - 1).layers().getLast().hiddenState();
            assertArrayEquals(before.toArray(), AttentionTerms.of(trace, step, 0).orElseThrow().query().toArray());
        }
    }

    @Test
    void withoutAttentionThereAreNone() throws InputException {
        assertTrue(AttentionTerms.of(trace(TinyModels.config(AttentionType.NONE)), 0, 0).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("withAttention")
    void paddingHasWeightExactlyZeroAndChangesNothingElse(ModelConfig config) throws InputException {
        Trace trace = trace(config);
        int[] longer = codec().encodeSource("gfedcbagf");
        PaddedAttention padded = new PaddingTracer(TinyModels.model(config, 3), codec()).beside(trace, longer).orElseThrow();
        assertEquals(longer.length, padded.tokens().size());
        assertEquals(List.of("e", "<eos>", "<pad>", "<pad>", "<pad>", "<pad>"), padded.tokens().subList(4, 10));
        assertEquals(6, padded.validLength());
        for (int step = 0; step < trace.targetTime(); step++) {
            for (int t = 0; t < longer.length; t++) {
                float expected = t < 6 ? trace.attention().orElseThrow().get(step, t) : 0;
                assertEquals(expected, padded.weights().get(step, t), t < 6 ? 1e-5f : 0);
            }
        }
    }

    @Test
    void aNeighbourThatIsNoLongerPadsNothing() throws InputException {
        ModelConfig config = TinyModels.config(AttentionType.ADDITIVE);
        assertTrue(new PaddingTracer(TinyModels.model(config, 3), codec()).beside(trace(config), codec().encodeSource("fedcb")).isEmpty());
    }
}
