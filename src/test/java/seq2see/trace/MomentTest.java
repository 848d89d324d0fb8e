package seq2see.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seq2see.corpus.InputException;
import seq2see.model.AttentionType;
import seq2see.model.CellType;
import seq2see.model.ContextType;
import seq2see.model.ModelConfig;
import seq2see.model.OutputType;
import seq2see.model.TinyModels;

class MomentTest {
    @Test
    void momentsStandInTheOrderInWhichTheNumbersComeToBe() {
        List<String> moments = Moment.of(TinyModels.config(AttentionType.ADDITIVE), 2, 1).stream().map(Moment::toString).toList();
        assertEquals(List.of(
                "encoder.1.layer1.forward.input", "encoder.1.layer1.forward.resetGate", "encoder.1.layer1.forward.updateGate",
                "encoder.1.layer1.forward.candidateState", "encoder.1.layer1.forward.hiddenState",
                "encoder.2.layer1.forward.input", "encoder.2.layer1.forward.resetGate", "encoder.2.layer1.forward.updateGate",
                "encoder.2.layer1.forward.candidateState", "encoder.2.layer1.forward.hiddenState",
                "encoder.finalState",
                "decoder.1.embedding", "decoder.1.attentionScores", "decoder.1.attentionWeights", "decoder.1.contextVector",
                "decoder.1.concatenation", "decoder.1.layer1.input", "decoder.1.layer1.resetGate", "decoder.1.layer1.updateGate",
                "decoder.1.layer1.candidateState", "decoder.1.layer1.hiddenState", "decoder.1.logits", "decoder.1.probabilities",
                "decoder.1.token"), moments);
    }

    @Test
    void theDottedFormIsReadBack() throws InputException {
        ModelConfig config = new ModelConfig(CellType.LSTM, 2, true, ContextType.LAST, AttentionType.DOT, false, OutputType.STATE, false, 9, 9, 4, 4, 9);
        for (List<Moment> moments : List.of(Moment.of(config, 3, 2), Moment.ofMask(), Moment.ofSearch(12))) {
            for (Moment moment : moments) {
                assertEquals(moment, Moment.parse(moment.toString()));
            }
        }
        assertEquals(List.of("search.1.expand", "search.1.score", "search.1.keep", "search.stop"),
                Moment.ofSearch(1).stream().map(Moment::toString).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "encoder", "decoder.0.token", "encoder.-1.layer1.forward.input", "mask.", "beam.1.keep", "decoder.99999999999.token", "Encoder.finalState"})
    void whatIsNoMomentIsToldHowOneIsWritten(String text) {
        InputException refused = assertThrows(InputException.class, () -> Moment.parse(text));
        assertTrue(refused.getMessage().contains('"' + text + '"') && refused.getMessage().contains("decoder.2.attentionWeights"));
    }

    @Test
    void withoutAttentionItsMomentsAreAbsent() {
        List<Moment> moments = Moment.of(TinyModels.config(AttentionType.NONE), 3, 4);
        assertEquals(0, moments.stream().filter(moment -> moment.part().startsWith("attention")).count());
        assertEquals(moments.size(), new HashSet<>(moments.stream().map(Moment::toString).toList()).size());
    }

    @Test
    void withTwoDirectionsALayerIsReadForwardThenBackward() {
        ModelConfig config = new ModelConfig(CellType.LSTM, 2, true, ContextType.LAST, AttentionType.NONE, false, OutputType.STATE, false, 9, 9, 4, 4, 9);
        List<String> states = Moment.of(config, 2, 1).stream().map(Moment::toString)
                .filter(moment -> moment.startsWith("encoder") && moment.endsWith("hiddenState")).toList();
        assertEquals(List.of(
                "encoder.1.layer1.forward.hiddenState", "encoder.2.layer1.forward.hiddenState",
                "encoder.2.layer1.backward.hiddenState", "encoder.1.layer1.backward.hiddenState",
                "encoder.1.layer2.forward.hiddenState", "encoder.2.layer2.forward.hiddenState",
                "encoder.2.layer2.backward.hiddenState", "encoder.1.layer2.backward.hiddenState"), states);
        assertEquals(List.of("input", "inputGate", "forgetGate", "candidateState", "outputGate", "memoryCell", "hiddenState"),
                Moment.of(config, 2, 1).stream().limit(7).map(Moment::part).toList());
    }
}
