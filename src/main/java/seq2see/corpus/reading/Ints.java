package seq2see.corpus.reading;

import java.util.Arrays;

/** A list of numbers that grows. */
final class Ints {
    private int[] values = new int[64];
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.addExact(size, size / 2));
        }
        values[size++] = value;
    }

    int get(int index) {
        return values[index];
    }

    /** Takes away what stands behind the first {@code count}. */
    void cutTo(int count) {
        size = count;
    }

    int size() {
        return size;
    }
}
