package seq2see.app.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLeftTest {
    @ParameterizedTest
    @CsvSource({"0.2,1,seconds", "89,89,seconds", "89.5,2,minutes", "600,10,minutes", "5400,2,hours", "324000,4,days"})
    void theUnitFitsTheTime(double seconds, String figure, String unit) {
        assertEquals(new TimeLeft(figure, unit), TimeLeft.of(OptionalDouble.of(seconds)));
    }

    @Test
    void twoDigitsAreEnoughBelowAHundredDays() {
        for (double seconds = 0.1; seconds < 99 * 86_400; seconds *= 1.01) {
            assertTrue(TimeLeft.of(OptionalDouble.of(seconds)).figure().length() <= 2, seconds + " s");
        }
        assertEquals("–", TimeLeft.of(OptionalDouble.empty()).figure());
    }
}
