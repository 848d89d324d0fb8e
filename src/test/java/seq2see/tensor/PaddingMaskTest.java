package seq2see.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import seq2see.tensor.PaddingMask.Layout;

class PaddingMaskTest {
    private static List<List<Boolean>> table(PaddingMask mask) {
        return IntStream.range(0, mask.rows()).mapToObj(row -> IntStream.range(0, mask.columns())
                .mapToObj(column -> mask.isValid(row, column)).toList()).toList();
    }

    @Test
    void aPositionIsValidBelowItsSentencesLength() {
        PaddingMask mask = PaddingMask.of(3, List.of(1, 2), Layout.COLUMN);
        assertEquals(Optional.of(List.of(2, 3)), mask.shape());
        assertEquals(List.of(List.of(true, false, false), List.of(true, true, false)), table(mask));
        assertEquals(1, mask.position(1, 1));
        assertEquals(2, mask.lengthAt(1, 1));
    }

    @Test
    void noLengthWholeLengthAndMore() {
        assertEquals(List.of(List.of(false, false), List.of(true, true), List.of(true, true)),
                table(PaddingMask.of(2, List.of(0, 2, 5), Layout.COLUMN)));
        assertEquals(0, PaddingMask.of(0, List.of(1, 2), Layout.COLUMN).columns());
    }

    @Test
    void lengthsThatStayFlatMeetThePositions() {
        PaddingMask mask = PaddingMask.of(3, List.of(1, 2), Layout.FLAT);
        assertFalse(mask.broadcast().fits());
        assertEquals(Optional.empty(), mask.shape());
        assertEquals(Optional.of(1), mask.broadcast().clashFromRight());
    }

    /** The fault that no message tells of: as many sentences as positions. */
    @Test
    void asManyFlatLengthsAsPositionsGiveOneWrongRow() {
        PaddingMask mask = PaddingMask.of(2, List.of(1, 2), Layout.FLAT);
        assertEquals(List.of(List.of(true, true)), table(mask));
        assertEquals(List.of(List.of(true, false), List.of(true, true)), table(PaddingMask.of(2, List.of(1, 2), Layout.COLUMN)));
        assertEquals(List.of(List.of(true, true)), table(PaddingMask.of(2, List.of(1, 2), Layout.ROW)));
    }

    @Test
    void lengthsBelowZeroAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> PaddingMask.of(3, List.of(-1), Layout.COLUMN));
        assertThrows(IllegalArgumentException.class, () -> PaddingMask.of(-1, List.of(1), Layout.COLUMN));
    }
}
