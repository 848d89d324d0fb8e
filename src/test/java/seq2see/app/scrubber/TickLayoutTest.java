package seq2see.app.scrubber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seq2see.app.scrubber.TickLayout.Tick;
import seq2see.model.AttentionType;
import seq2see.model.CellType;
import seq2see.model.ModelConfig;
import seq2see.trace.Moment;

class TickLayoutTest {
    private static final ModelConfig CONFIG = new ModelConfig(CellType.GRU, AttentionType.ADDITIVE, 30, 30, 8, 8, 20);

    @ParameterizedTest
    @CsvSource({"1,1,200", "4,4,900", "8,8,880", "13,26,900", "20,11,890", "60,80,900", "300,300,600"})
    void everyMomentStandsOnceInOrderWithinTheWidth(int sourceTime, int targetTime, double width) {
        List<Moment> moments = Moment.of(CONFIG, sourceTime, targetTime);
        TickLayout layout = TickLayout.of(moments, width);
        int next = 0;
        double end = 0;
        for (Tick tick : layout.ticks()) {
            assertEquals(next, tick.first());
            assertTrue(tick.x() >= end - 1e-6, "ticks do not overlap");
            assertTrue(tick.width() >= TickLayout.LEAST_WIDTH, "a tick is not cramped");
            next = tick.last() + 1;
            end = tick.x() + tick.width();
        }
        assertEquals(moments.size(), next);
        assertEquals(width, end, 1e-6);
    }

    @Test
    void aPointOnATickGivesAMomentOfThatTick() {
        for (double width : new double[] {300, 900, 2000}) {
            List<Moment> moments = Moment.of(CONFIG, 9, 12);
            TickLayout layout = TickLayout.of(moments, width);
            for (int i = 0; i < moments.size(); i++) {
                Tick tick = layout.ticks().get(layout.tickOf(i));
                double x = tick.x() + tick.width() * (i - tick.first() + 0.5) / (tick.last() - tick.first() + 1);
                assertEquals(i, layout.momentAt(x));
            }
            assertEquals(0, layout.momentAt(-50));
            assertEquals(moments.size() - 1, layout.momentAt(width + 50));
        }
    }

    @Test
    void aMomentThatBelongsToNoTimeStepStandsAlone() {
        TickLayout mask = TickLayout.of(Moment.ofMask(), 900);
        assertEquals(4, mask.groups().size());
        TickLayout search = TickLayout.of(Moment.ofSearch(3), 900);
        assertEquals(4, search.groups().size());
        assertEquals(10, search.ticks().size());
    }

    @Test
    void whereThereIsRoomEveryMomentHasItsTick() {
        List<Moment> moments = Moment.of(CONFIG, 4, 4);
        assertEquals(moments.size(), TickLayout.of(moments, 900).ticks().size());
    }
}
