package seq2see.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BroadcastTest {
    @Test
    void aRowAndAColumnMakeATable() {
        Broadcast broadcast = Broadcast.of(List.of(1, 3), List.of(2, 1));
        assertEquals(List.of(2, 3), broadcast.shape());
        assertEquals(6, broadcast.elements());
        assertEquals(Optional.empty(), broadcast.clashFromRight());
    }

    @Test
    void axesAreAlignedFromTheLast() {
        assertEquals(List.of(4, 2, 3), Broadcast.of(List.of(4, 2, 3), List.of(3)).shape());
        assertTrue(Broadcast.of(List.of(2, 3), List.of(3)).pairs().getFirst().rightMissing());
        assertEquals(List.of(), Broadcast.of(List.of(), List.of()).shape());
    }

    @Test
    void sizesThatDifferAndAreNotOneClash() {
        Broadcast broadcast = Broadcast.of(List.of(1, 3), List.of(2));
        assertFalse(broadcast.fits());
        assertEquals(Optional.of(1), broadcast.clashFromRight());
        assertThrows(IllegalStateException.class, broadcast::shape);
        assertEquals(Optional.of(2), Broadcast.of(List.of(4, 3), List.of(2, 3)).clashFromRight());
    }

    @Test
    void anEmptyAxisFitsOneAndNothingElse() {
        assertEquals(List.of(2, 0), Broadcast.of(List.of(1, 0), List.of(2, 1)).shape());
        assertEquals(0, Broadcast.of(List.of(1, 0), List.of(2, 1)).elements());
        assertFalse(Broadcast.of(List.of(1, 0), List.of(2)).fits());
    }

    /** Against operands that are really copied to the full shape, axis by axis. */
    @Test
    void everyElementMeetsThoseAtItsOwnIndex() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 200; round++) {
            List<Integer> whole = new ArrayList<>();
            List<Integer> left = new ArrayList<>();
            List<Integer> right = new ArrayList<>();
            for (int axis = random.nextInt(1, 4); axis > 0; axis--) {
                int size = random.nextInt(1, 5);
                boolean leftCopies = random.nextBoolean();
                whole.add(size);
                left.add(leftCopies ? 1 : size);
                right.add(!leftCopies || random.nextBoolean() ? size : 1);
            }
            Broadcast broadcast = Broadcast.of(left, right);
            int element = 0;
            for (int[] index : indices(broadcast.shape())) {
                assertEquals(offset(index, left), broadcast.leftOffset(element));
                assertEquals(offset(index, right), broadcast.rightOffset(element));
                element++;
            }
        }
    }

    private static List<int[]> indices(List<Integer> shape) {
        List<int[]> all = new ArrayList<>(List.of(new int[0]));
        for (int size : shape) {
            List<int[]> longer = new ArrayList<>();
            for (int[] start : all) {
                for (int i = 0; i < size; i++) {
                    int[] index = Arrays.copyOf(start, start.length + 1);
                    index[start.length] = i;
                    longer.add(index);
                }
            }
            all = longer;
        }
        return all;
    }

    private static int offset(int[] index, List<Integer> shape) {
        int offset = 0;
        for (int axis = 0; axis < shape.size(); axis++) {
            offset = offset * shape.get(axis) + (shape.get(axis) == 1 ? 0 : index[axis]);
        }
        return offset;
    }
}
