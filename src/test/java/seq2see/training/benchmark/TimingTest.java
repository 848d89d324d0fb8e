package seq2see.training.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimingTest {
    @Test
    void medianAndTheMiddleNineTenths() {
        Timing timing = Timing.of(IntStream.rangeClosed(0, 100).mapToDouble(i -> (i * 37) % 101).toArray());
        assertEquals(50, timing.median());
        assertEquals(5, timing.low());
        assertEquals(95, timing.high());
        assertEquals(101, timing.runs());
    }

    @Test
    void theRatioIsTheOtherToTheOne() {
        Timing two = Timing.of(new double[] {2});
        Timing five = Timing.of(new double[] {5});
        assertEquals(2.5, new Timing.Pair(two, five).ratio());
    }

    /** The work is really done: more of it takes longer. */
    @Test
    void tenTimesTheWorkIsSeenToBeMore() {
        double[] sink = new double[1];
        Timing.Pair pair = Timing.ofBoth(() -> spin(sink, 20), () -> spin(sink, 2000));
        assertTrue(pair.ratio() > 3, "ratio " + pair.ratio());
        assertTrue(pair.one().low() <= pair.one().median() && pair.one().median() <= pair.one().high());
        assertTrue(Double.isFinite(sink[0]));
    }

    private static void spin(double[] sink, int rounds) {
        for (int i = 0; i < rounds; i++) {
            sink[0] = Math.sqrt(sink[0] + i);
        }
    }
}
