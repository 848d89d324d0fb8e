package seq2see.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class JudgementTest {
    private static final ProbabilityTable TABLE = SampleTable.all().getFirst().read();

    private static Hypothesis of(String tokens) {
        return Judgement.score(TABLE, TABLE.begin(0), List.of(tokens.split(" ")).stream().map(TABLE.tokens()::indexOf).toList());
    }

    @Test
    void anyOutputHasAScore() {
        assertEquals(Math.log(0.048), of("A B C <eos>").logProbability(), 1e-12);
        assertEquals(Math.log(0.15), of("A C").logProbability(), 1e-12);
        assertEquals(Double.NEGATIVE_INFINITY, of("A B C A").logProbability());
    }

    /** (ln 0.054 − ln 0.048) / 4^0.75 = 0.0416. */
    @Test
    void greedySearchErrsByWhatItsScoreFallsShort() {
        Judgement judgement = Judgement.of(of("A B C <eos>"), of("A C B <eos>"), LengthPenalty.USUAL, of("A C B <eos>")::equals);
        assertEquals(0.0416, judgement.searchError().orElseThrow(), 1e-4);
        assertFalse(judgement.modelError());
    }

    @Test
    void whereTheBestIsWrongTheModelErrs() {
        Judgement judgement = Judgement.of(of("A C B <eos>"), of("A C B <eos>"), LengthPenalty.USUAL, of("B <eos>")::equals);
        assertTrue(judgement.searchError().isEmpty());
        assertTrue(judgement.modelError());
    }
}
