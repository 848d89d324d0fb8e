package seq2see.app.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChartTicksTest {

    @Test
    void aLogarithmicAxisHoldsItsValuesAndNamesAtLeastOne() {
        Random random = new Random(5);
        for (int i = 0; i < 5000; i++) {
            double smallest = Math.pow(10, random.nextDouble() * 6 - 4);
            double largest = smallest * Math.pow(10, random.nextDouble() * 4);
            int most = 2 + random.nextInt(8);
            ChartTicks ticks = ChartTicks.logarithmic(smallest, largest, most);
            assertTrue(ticks.low() <= smallest * 1.0001 && ticks.high() >= largest * 0.9999);
            assertTrue(!ticks.ticks().isEmpty() && ticks.ticks().size() <= most + 1, ticks.toString());
            assertInside(ticks);
        }
    }

    @Test
    void aLinearAxisHoldsItsValuesAndStartsAtNought() {
        Random random = new Random(5);
        for (int i = 0; i < 5000; i++) {
            double largest = Math.pow(10, random.nextDouble() * 14 - 2);
            int most = 2 + random.nextInt(8);
            ChartTicks ticks = ChartTicks.linear(largest, Double.MAX_VALUE, most);
            assertTrue(ticks.high() >= largest * 0.9999 && ticks.high() <= 2.01 * largest);
            assertTrue(ticks.ticks().size() >= 2 && ticks.ticks().size() <= most + 1, ticks.toString());
            assertEquals(ticks.ticks().size(), ticks.ticks().stream().map(ChartTicks.Tick::label).distinct().count(), ticks.toString());
            assertInside(ticks);
        }
    }

    private static void assertInside(ChartTicks ticks) {
        assertTrue(ticks.ticks().stream().allMatch(tick -> tick.value() >= ticks.low() * 0.9999 && tick.value() <= ticks.high() * 1.0001), ticks.toString());
    }

    @Test
    void namesAreRound() {
        assertEquals(List.of("0.03", "0.1", "0.3", "1", "3"), labels(ChartTicks.logarithmic(0.03, 3.1, 8)));
        assertEquals(List.of("0", "1\u2009000", "2\u2009000", "3\u2009000"), labels(ChartTicks.linear(2400, 6000, 3)));
        assertEquals(List.of("0", "1×10³⁰", "2×10³⁰"), labels(ChartTicks.linear(2e30, Double.MAX_VALUE, 2)));
        assertEquals(List.of("0", "500\u2009000", "1×10⁶", "1.5×10⁶"), labels(ChartTicks.linear(1.5e6, Double.MAX_VALUE, 4)));
        assertEquals(List.of("0.0", "0.5", "1.0", "1.5"), labels(ChartTicks.linear(1.4, 9, 4)));
    }

    @Test
    void anAxisDoesNotGoBeyondItsLimit() {
        assertEquals(2100, ChartTicks.linear(2050, 2100, 3).high());
    }

    private static List<String> labels(ChartTicks ticks) {
        return ticks.ticks().stream().map(ChartTicks.Tick::label).toList();
    }
}
