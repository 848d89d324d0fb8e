package seq2see.corpus;

import java.util.Random;

/** Random orders that are the same on every machine. */
public final class Permutation {
    private Permutation() {
    }

    /** The numbers from 0 to size − 1 in an order that follows from the seed and the round. */
    public static int[] of(int size, long seed, long round) {
        // java.util.Random's sequence is part of its specification. The mixing keeps neighbouring seeds apart.
        Random random = new Random(mix(seed + mix(round)));
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }

    /** SplitMix64's finalizer. */
    private static long mix(long value) {
        long mixed = value + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
