package seq2see.corpus;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private final Limits limits = new Limits(1e-9, 100_000);

    @Test
    void theLimitsThemselvesAreAllowedAndSoIsNothing() {
        for (Number number : List.of(1e-9, 1, 100_000L)) {
            assertDoesNotThrow(() -> limits.check("--clip", number));
        }
        assertDoesNotThrow(() -> limits.check("--clip", null));
    }

    @Test
    void whatLiesOutsideIsRefusedWithNameValueAndPlainLimits() {
        for (Number number : List.of(0, -1, 100_001, Long.MAX_VALUE, Double.NaN, Double.POSITIVE_INFINITY, 9e-10)) {
            String text = assertThrows(InputException.class, () -> limits.check("--clip", number)).getMessage();
            assertTrue(text.startsWith("--clip: " + number) && text.contains("0.000000001 to 100000"), text);
        }
    }
}
