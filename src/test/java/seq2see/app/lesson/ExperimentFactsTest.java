package seq2see.app.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import seq2see.corpus.InputException;
import seq2see.training.ExperimentArm;
import seq2see.training.ExperimentArm.Point;
import seq2see.training.ExperimentResult;
import seq2see.training.HeldOutScores.LengthScore;

/** What lessons say of an experiment is what was measured. */
class ExperimentFactsTest {
    private static final ExperimentFacts FACTS = new ExperimentFacts(new ExperimentResult(List.of(
            new ExperimentArm("none", 80, 0.5, List.of(new Point(40, 2), new Point(80, 1)), List.of(new Point(80, 0.25)),
                    List.of(new LengthScore(3, 10, 0.9), new LengthScore(4, 30, 0.5), new LengthScore(9, 20, 0.1), new LengthScore(10, 20, 0)), List.of(0.1, 0.2, 0.4), Optional.empty()),
            new ExperimentArm("additive", 80, Double.NaN, List.of(), List.of(), List.of(), List.of(), Optional.of(new InputException("file.missing", "words.tsv")))), 80));

    private static double number(String address) {
        return FACTS.number(address).orElseThrow();
    }

    @Test
    void itsNumbersHaveAddresses() {
        assertEquals("none", FACTS.text("experiment.1.name").orElseThrow());
        assertEquals(0.5, number("experiment.1.loss"));
        assertEquals(1, number("experiment.1.validation"));
        assertEquals(0.25, number("experiment.1.accuracy"));
        assertEquals(0.1, number("experiment.1.accuracy.9"));
        assertEquals((0.9 * 10 + 0.5 * 30) / 40, number("experiment.1.accuracy.short"), 1e-12);
        assertEquals(0.05, number("experiment.1.accuracy.long"), 1e-12);
        assertEquals(0.1, number("experiment.1.gradient.first"));
        assertEquals(0.4, number("experiment.1.gradient.last"));
        assertEquals(0.25, number("experiment.1.gradient.ratio"), 1e-12);
        assertEquals(0.2, number("experiment.1.gradient.2"));
    }

    @Test
    void whatWasNotMeasuredIsNoFact() {
        for (String address : List.of("experiment.2.loss", "experiment.2.accuracy", "experiment.2.accuracy.3", "experiment.3.loss", "experiment.0.loss", "experiment.1",
                "experiment.1.accuracy.5", "experiment.1.gradient.9", "experiment.1.weather", "experiment.x.loss", "loss")) {
            assertTrue(FACTS.number(address).isEmpty(), address);
        }
    }
}
