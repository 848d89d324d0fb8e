package seq2see.tensor;

/** Which of several values is the largest. */
public final class Argmax {
    private Argmax() {
    }

    /** The index, from 0, of the largest of {@code count} values from {@code offset} on; of equal ones the lowest. */
    public static int of(float[] values, int offset, int count) {
        int best = 0;
        for (int index = 1; index < count; index++) {
            if (values[offset + index] > values[offset + best]) {
                best = index;
            }
        }
        return best;
    }

    /** The same for doubles. */
    public static int of(double[] values, int offset, int count) {
        int best = 0;
        for (int index = 1; index < count; index++) {
            if (values[offset + index] > values[offset + best]) {
                best = index;
            }
        }
        return best;
    }
}
