package seq2see.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchesTest {
    /** Pairs of random lengths whose first source id is their number. */
    private static List<EncodedPair> pairs(int count) {
        Random random = new Random(5);
        return IntStream.range(0, count).mapToObj(i -> {
            int[] source = new int[1 + random.nextInt(20)];
            source[0] = i;
            return new EncodedPair(source, new int[1 + random.nextInt(20)], new SentencePair("s" + i, "t" + i, i + 1));
        }).toList();
    }

    private static Batches batches(List<EncodedPair> pairs, int batchSize, long seed) {
        return new Batches(pairs, batchSize, seed, SourceNoise.NONE, 0);
    }

    private static List<Integer> numbers(List<Batch> batches) {
        List<Integer> numbers = new ArrayList<>();
        for (Batch batch : batches) {
            Arrays.stream(batch.sourceIds(), 0, batch.size()).forEach(numbers::add);
        }
        return numbers;
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 8", "7, 8", "8, 8", "9, 8", "1000, 8", "1000, 3", "0, 4"})
    void everyPairStandsInOneBatchOfEachEpoch(int count, int batchSize) {
        Batches batches = batches(pairs(count), batchSize, 3);
        for (List<Batch> epoch : List.of(batches.epoch(0), batches.epoch(1), Batches.inOrder(pairs(count), batchSize))) {
            assertEquals(batches.perEpoch(), epoch.size());
            assertEquals(IntStream.range(0, count).boxed().toList(), numbers(epoch).stream().sorted().toList());
            assertTrue(epoch.stream().filter(batch -> batch.size() < batchSize).count() <= 1);
        }
    }

    @Test
    void theSameEpochComesOutTheSame() {
        assertEquals(numbers(batches(pairs(300), 8, 3).epoch(2)), numbers(batches(pairs(300), 8, 3).epoch(2)));
    }

    @Test
    void epochsAndSeedsDiffer() {
        List<Integer> first = numbers(batches(pairs(300), 8, 3).epoch(0));
        assertFalse(first.equals(numbers(batches(pairs(300), 8, 3).epoch(1))));
        assertFalse(first.equals(numbers(batches(pairs(300), 8, 4).epoch(0))));
    }

    /** All pairs are sorted by length together, so that each epoch has the same batches: their order still differs. */
    @Test
    void theBatchesOfAnEpochComeInAnOrderOfItsOwn() {
        List<EncodedPair> pairs = IntStream.rangeClosed(1, 80).mapToObj(i -> new EncodedPair(new int[i], new int[i], new SentencePair("s" + i, "t" + i, i))).toList();
        Batches batches = batches(pairs, 4, 3);
        List<Integer> first = batches.epoch(1).stream().map(Batch::targetTime).toList();
        List<Integer> second = batches.epoch(2).stream().map(Batch::targetTime).toList();
        assertEquals(first.stream().sorted().toList(), second.stream().sorted().toList());
        assertFalse(first.equals(second));
    }

    @Test
    void littleOfABatchIsPadding() {
        long valid = 0;
        long padded = 0;
        for (Batch batch : batches(pairs(5000), 16, 3).epoch(0)) {
            valid += batch.validTargetTokens();
            padded += (long) batch.targetTime() * batch.size();
        }
        assertTrue(valid > 0.95 * padded, valid + " of " + padded);
    }

    @Test
    void theOrderIsNotByLength() {
        List<Batch> epoch = batches(pairs(5000), 16, 3).epoch(0);
        double firstHalf = epoch.subList(0, epoch.size() / 2).stream().mapToInt(Batch::targetTime).average().orElseThrow();
        double secondHalf = epoch.subList(epoch.size() / 2, epoch.size()).stream().mapToInt(Batch::targetTime).average().orElseThrow();
        assertEquals(firstHalf, secondHalf, 2);
    }

    @Test
    void inOrderGoesByLength() {
        int[] times = Batches.inOrder(pairs(500), 16).stream().mapToInt(Batch::targetTime).toArray();
        assertArrayEquals(Arrays.stream(times).sorted().toArray(), times);
    }
}
