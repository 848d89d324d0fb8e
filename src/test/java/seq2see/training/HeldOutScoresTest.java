package seq2see.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import seq2see.corpus.GivenParts;
import seq2see.corpus.InputException;
import seq2see.corpus.Preparation;
import seq2see.corpus.Tokenizers;
import seq2see.training.HeldOutScores.LengthScore;

class HeldOutScoresTest {
    private static HeldOutScores untrained(int pairs, boolean bothDirections) throws InputException {
        Preparation preparation = Preparation.by(Tokenizers.named("character"), Tokenizers.named("character")).withBothDirections(bothDirections);
        TrainingSettings settings = new TrainingSettings(TinyPlans.model(8, 16), 24, 5, TrainingMethod.usual(), 4, 1);
        try (TrainingRun run = new TrainingRun(TrainingPlan.of(TinyPlans.corpus(pairs), GivenParts.NONE, preparation, settings))) {
            return run.heldOutScores();
        }
    }

    /** The corpus is numbers of three digits, read by character. */
    @Test
    void theLengthIsThatOfTheTextWhateverMarksADirection() throws InputException {
        for (boolean both : new boolean[] {false, true}) {
            HeldOutScores scores = untrained(120, both);
            assertEquals(List.of(3), scores.byLength().stream().map(LengthScore::length).toList());
            assertTrue(scores.sources() > 0);
            assertEquals(scores.exactMatch().orElseThrow(), scores.byLength().getFirst().exactMatch());
        }
    }

    /** The corpus is sorted by length: 65 of 100 of its numbers have five digits, and 29 of 100 in its first half. */
    @Test
    void theSourcesAreDrawnOverAllThatIsHeldOut() throws InputException {
        HeldOutScores scores = untrained(4_000, false);
        assertEquals(200, scores.sources());
        assertTrue(scores.byLength().getLast().sources() > 100, scores.byLength().toString());
    }
}
