package seq2see.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeedingTest {
    private static long trueTokens(double teacherForcing) {
        Feeding feeding = Feeding.drawn(teacherForcing, 1001, new SplittableRandom(3));
        return IntStream.range(1, 1001).filter(feeding::isTrue).count();
    }

    /** There is no choice of its own before it. */
    @Test
    void theFirstStepIsFedTheBeginningOfASentence() {
        for (double teacherForcing : new double[] {0, 0.5, 1}) {
            assertTrue(Feeding.drawn(teacherForcing, 5, new SplittableRandom(1)).isTrue(0));
        }
    }

    @Test
    void theTrueTokenComesAsOftenAsTeacherForcingSays() {
        assertEquals(0, trueTokens(0));
        assertEquals(1000, trueTokens(1));
        assertEquals(300, trueTokens(0.3), 60);
    }
}
