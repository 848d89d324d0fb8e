package seq2see.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ArgmaxTest {
    @Test
    void theLargestOfAPartIsCountedFromItsBeginning() {
        assertEquals(2, Argmax.of(new float[] {9, 1, -2, 3, 0, 9}, 1, 4));
        assertEquals(2, Argmax.of(new double[] {9, 1, -2, 3, 0, 9}, 1, 4));
        assertEquals(0, Argmax.of(new float[] {-3, -3.5f}, 0, 2));
    }

    /** Every search and every view then agrees on what is chosen. */
    @Test
    void ofEqualOnesItIsTheLowest() {
        assertEquals(1, Argmax.of(new float[] {0, 2, 2, 1, 2}, 0, 5));
        assertEquals(1, Argmax.of(new double[] {0, 2, 2, 1, 2}, 0, 5));
        assertEquals(0, Argmax.of(new double[] {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY}, 0, 2));
    }
}
