package seq2see.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ValuesTest {
    private static final float[] NUMBERS = new float[24];

    static {
        for (int i = 0; i < NUMBERS.length; i++) {
            NUMBERS[i] = i;
        }
    }

    private final Values values = Values.copyOf(Shape.of(Axis.SOURCE_TIME, 2, Axis.BATCH, 3, Axis.HIDDEN, 4), NUMBERS, 0);

    @Test
    void aSliceHoldsWhatIsLeftOfTheIndex() {
        for (int t = 0; t < 2; t++) {
            for (int n = 0; n < 3; n++) {
                for (int h = 0; h < 4; h++) {
                    assertEquals(12 * t + 4 * n + h, values.get(t, n, h));
                    assertEquals(values.get(t, n, h), values.slice(0, t).get(n, h));
                    assertEquals(values.get(t, n, h), values.slice(1, n).get(t, h));
                    assertEquals(values.get(t, n, h), values.slice(2, h).get(t, n));
                }
            }
        }
        assertEquals(Shape.of(Axis.SOURCE_TIME, 2, Axis.HIDDEN, 4), values.slice(1, 0).shape());
    }

    @Test
    void itDoesNotFollowWhatItWasCopiedFrom() {
        float[] own = {1, 2};
        Values copy = Values.copyOf(Shape.of(Axis.HIDDEN, 2), own, 0);
        own[0] = 9;
        assertEquals(1, copy.get(0));
        copy.toArray()[1] = 9;
        assertEquals(2, copy.get(1));
    }

    @Test
    void aTransposedMatrixIsCopiedAsItIsRead() {
        Values turned = Values.copyOf(Axis.HIDDEN, Axis.EMBEDDING, Matrix.of(new float[] {1, 2, 3, 4, 5, 6}, 0, 2, 3).transposed());
        assertEquals(Shape.of(Axis.HIDDEN, 3, Axis.EMBEDDING, 2), turned.shape());
        assertEquals(4, turned.get(0, 1));
    }

    @Test
    void wrongIndicesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> values.get(1, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> values.get(0, 3, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> values.slice(0, 2));
    }

    @Test
    void theLargestMagnitudeMayBeNegative() {
        assertEquals(3, Values.copyOf(Shape.of(Axis.HIDDEN, 3), new float[] {1, -3, Float.NaN}, 0).largestMagnitude());
    }
}
