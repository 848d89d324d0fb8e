package seq2see.corpus.reading;

import java.util.function.IntPredicate;

/**
 * Finds the first of equal texts among many without holding any: it keeps a hash and an index a text, and asks whether the
 * text at an index is the same. Open addressing with linear probing.
 */
final class TextTable {
    private int[] hashes = new int[1 << 10];
    /** Index + 1; 0 where the place is free. */
    private int[] indexes = new int[1 << 10];
    private int size;

    /**
     * The index under which the same text was put before; puts it under the given one where none was.
     *
     * @param isSame whether the text at an index is this one
     * @return −1 where it is the first
     */
    int putIfAbsent(int hash, int index, IntPredicate isSame) {
        if (2 * size >= indexes.length) {
            grow();
        }
        int place = place(hash);
        while (indexes[place] != 0) {
            if (hashes[place] == hash && isSame.test(indexes[place] - 1)) {
                return indexes[place] - 1;
            }
            place = place + 1 & indexes.length - 1;
        }
        hashes[place] = hash;
        indexes[place] = index + 1;
        size++;
        return -1;
    }

    private int place(int hash) {
        int mixed = hash * 0x9E3779B9;
        return (mixed ^ mixed >>> 15) & indexes.length - 1;
    }

    private void grow() {
        int[] oldHashes = hashes;
        int[] oldIndexes = indexes;
        hashes = new int[2 * oldHashes.length];
        indexes = new int[2 * oldIndexes.length];
        for (int i = 0; i < oldIndexes.length; i++) {
            if (oldIndexes[i] != 0) {
                int place = place(oldHashes[i]);
                while (indexes[place] != 0) {
                    place = place + 1 & indexes.length - 1;
                }
                hashes[place] = oldHashes[i];
                indexes[place] = oldIndexes[i];
            }
        }
    }
}
