package seq2see.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import seq2see.tensor.Tensor;

class InitialisationTest {
    private static final int SIZE = 24;

    private static Parameters drawn(Initialisation initialisation, boolean tied) {
        return Parameters.initialised(new ModelConfig(CellType.GRU, 1, true, ContextType.LAST, AttentionType.ADDITIVE, true, OutputType.STATE, tied,
                30, 40, SIZE, SIZE, 8), initialisation, 3);
    }

    private static double largest(Tensor tensor) {
        double largest = 0;
        for (int i = tensor.offset(); i < tensor.offset() + tensor.shape().elements(); i++) {
            largest = Math.max(largest, Math.abs(tensor.values()[i]));
        }
        return largest;
    }

    /** (in + out) is 24 + 24 for a gate, 48 + 24 for the decoder's input and the keys, 24 + 1 for the score, 24 + 40 for the logits. */
    @ParameterizedTest
    @CsvSource({"encoder.rnn.weight_hh_l0, 48", "decoder.rnn.weight_ih_l0, 96", "attention.W_k.weight, 72", "attention.w_v.weight, 25",
        "decoder.dense.weight, 64", "encoder.embedding.weight, 6", "bridge.hidden.0.weight, 72"})
    void xavierKeepsToTheWidthsOfALayer(String name, int inAndOut) {
        double limit = Math.sqrt(6.0 / inAndOut);
        double largest = largest(drawn(Initialisation.XAVIER, false).get(name));
        assertTrue(largest <= limit && largest > 0.8 * limit, largest + " of " + limit);
    }

    @Test
    void xaviersBiasesAreZero() {
        drawn(Initialisation.XAVIER, false).tensors().forEach((name, tensor) -> assertEquals(name.contains("bias"), largest(tensor) == 0, name));
    }

    @Test
    void uniformIsWithinOneOverTheRootOfTheHiddenSizeThroughout() {
        double limit = 1 / Math.sqrt(SIZE);
        drawn(Initialisation.UNIFORM, false).tensors().forEach((name, tensor) ->
                assertTrue(largest(tensor) <= limit && largest(tensor) > 0.8 * limit, name + " " + largest(tensor)));
    }

    @Test
    void aTiedEmbeddingBeginsAsTheOutputLayersWeights() {
        Parameters parameters = drawn(Initialisation.XAVIER, true);
        assertSame(parameters.get("decoder.embedding.weight").values(), parameters.get("decoder.dense.weight").values());
        assertEquals(parameters.get("decoder.embedding.weight").offset(), parameters.get("decoder.dense.weight").offset());
        assertTrue(largest(parameters.get("decoder.embedding.weight")) <= Math.sqrt(6.0 / 64));
        assertEquals(Parameters.count(drawn(Initialisation.XAVIER, false).config()) - 40 * SIZE, Parameters.count(parameters.config()));
    }

    @ParameterizedTest
    @EnumSource
    void aSeedGivesTheSameWeightsAndAnotherOthers(Initialisation initialisation) {
        assertArrayEquals(drawn(initialisation, false).values(), drawn(initialisation, false).values(), 0f);
        ModelConfig config = drawn(initialisation, false).config();
        assertTrue(Parameters.initialised(config, initialisation, 4).values()[0] != drawn(initialisation, false).values()[0]);
    }
}
