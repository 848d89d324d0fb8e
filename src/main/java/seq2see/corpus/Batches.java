package seq2see.corpus;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.RandomAccess;

/**
 * Encoded pairs in batches of sentences of like length, so that little of a batch is padding. Every pair stands in one
 * batch of each epoch; one batch may be short. A batch's arrays are made when it is asked for.
 */
public final class Batches {
    /** So many batches' worth of pairs are sorted by length together: enough to fit well, few enough to stay random. */
    private static final int POOL = 50;

    private final List<EncodedPair> pairs;
    private final int batchSize;
    private final long seed;
    private final SourceNoise noise;
    private final int marks;

    /**
     * @param seed  of the order; the same seed gives the same batches on every machine
     * @param noise on the sources, drawn anew each epoch from the seed
     * @param marks tokens at a source's beginning that noise leaves alone: one where that is the direction
     */
    public Batches(List<EncodedPair> pairs, int batchSize, long seed, SourceNoise noise, int marks) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("a batch size of " + batchSize);
        }
        this.pairs = List.copyOf(pairs);
        this.batchSize = batchSize;
        this.seed = seed;
        this.noise = noise;
        this.marks = marks;
    }

    /** How many batches an epoch has. */
    public int perEpoch() {
        return Math.ceilDiv(pairs.size(), batchSize);
    }

    /** The batches of an epoch, in an order of its own. */
    public List<Batch> epoch(int epoch) {
        EncodedPair[] shuffled = new EncodedPair[pairs.size()];
        int[] order = Permutation.of(pairs.size(), seed, 2L * epoch);
        Arrays.setAll(shuffled, i -> noise.on(pairs.get(order[i]), marks, seed, epoch, order[i]));
        int pool = (int) Math.min((long) POOL * batchSize, Math.max(1, shuffled.length));
        for (int start = 0; start < shuffled.length; start += pool) {
            Arrays.sort(shuffled, start, Math.min(shuffled.length, start + pool), BY_LENGTH);
        }
        return new View(Arrays.asList(shuffled), batchSize, Permutation.of(perEpoch(), seed, 2L * epoch + 1));
    }

    /** All pairs by length, nothing random: for measuring. */
    public static List<Batch> inOrder(List<EncodedPair> pairs, int batchSize) {
        int[] order = new int[Math.ceilDiv(pairs.size(), batchSize)];
        Arrays.setAll(order, i -> i);
        return new View(pairs.stream().sorted(BY_LENGTH).toList(), batchSize, order);
    }

    private static final Comparator<EncodedPair> BY_LENGTH = Comparator
            .<EncodedPair>comparingInt(pair -> pair.target().length).thenComparingInt(pair -> pair.source().length);

    /** Batch i is the i-th of {@code order} among the runs of {@code batchSize} pairs. */
    private static final class View extends AbstractList<Batch> implements RandomAccess {
        private final List<EncodedPair> pairs;
        private final int batchSize;
        private final int[] order;

        View(List<EncodedPair> pairs, int batchSize, int[] order) {
            this.pairs = pairs;
            this.batchSize = batchSize;
            this.order = order;
        }

        @Override
        public Batch get(int index) {
            int start = order[index] * batchSize;
            return new Batch(pairs.subList(start, Math.min(pairs.size(), start + batchSize)));
        }

        @Override
        public int size() {
            return order.length;
        }
    }
}
