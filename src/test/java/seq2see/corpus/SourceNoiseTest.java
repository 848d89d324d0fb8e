package seq2see.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SourceNoiseTest {
    private static final int TOKENS = 100;

    /** Tokens 10 … 109 and the end. */
    private static EncodedPair pair() {
        int[] source = IntStream.concat(IntStream.range(10, 10 + TOKENS), IntStream.of(Vocabulary.EOS)).toArray();
        return new EncodedPair(source, new int[] {7, Vocabulary.EOS}, new SentencePair("a", "b", 1));
    }

    private static List<int[]> drawn(SourceNoise noise) {
        return IntStream.range(0, 200).mapToObj(place -> noise.on(pair(), 5, 1, place).source()).toList();
    }

    @Test
    void aDirectionAtTheBeginningStays() {
        SourceNoise most = new SourceNoise(0.9, 0.9, 0.9);
        EncodedPair marked = new EncodedPair(new int[] {9, 5, 6, 7, Vocabulary.EOS}, new int[] {Vocabulary.EOS}, null);
        for (int place = 0; place < 200; place++) {
            int[] noisy = most.on(marked, 1, 1, 1, place).source();
            assertEquals(9, noisy[0]);
            assertTrue(noisy.length >= 3 && noisy[noisy.length - 1] == Vocabulary.EOS, () -> Arrays.toString(noisy));
        }
    }

    @Test
    void aTokenIsLeftOutWithItsChance() {
        double left = drawn(new SourceNoise(0.2, 0, 0)).stream().mapToInt(source -> source.length - 1).average().orElseThrow();
        assertEquals(80, left, 1.5);
        for (int[] source : drawn(new SourceNoise(0.2, 0, 0))) {
            assertArrayEquals(Arrays.stream(source, 0, source.length - 1).sorted().toArray(), Arrays.copyOf(source, source.length - 1));
            assertEquals(Vocabulary.EOS, source[source.length - 1]);
        }
    }

    @Test
    void swappedTokensAreTheSameInAnotherOrder() {
        int moved = 0;
        for (int[] source : drawn(new SourceNoise(0, 0.1, 0))) {
            assertEquals(new HashSet<>(Arrays.stream(pair().source()).boxed().toList()), new HashSet<>(Arrays.stream(source).boxed().toList()));
            for (int t = 0; t < TOKENS; t++) {
                assertTrue(Math.abs(source[t] - 10 - t) <= 1);
                moved += source[t] > 10 + t ? 1 : 0;
            }
        }
        // A swap takes two places, so fewer than a tenth of the places begin one: p (n − 1) / (1 + p).
        assertEquals(200 * 0.1 * (TOKENS - 1) / 1.1, moved, 120);
    }

    @Test
    void aTokenBecomesUnknownWithItsChance() {
        long unknown = drawn(new SourceNoise(0, 0, 0.3)).stream().flatMapToInt(Arrays::stream).filter(id -> id == Vocabulary.UNK).count();
        assertEquals(200 * TOKENS * 0.3, unknown, 400);
    }

    @Test
    void oneTokenStaysAtLeastAndAnEmptySourceStaysEmpty() {
        SourceNoise most = new SourceNoise(0.9, 0, 0);
        EncodedPair two = new EncodedPair(new int[] {5, 6, Vocabulary.EOS}, new int[] {Vocabulary.EOS}, null);
        EncodedPair none = new EncodedPair(new int[] {Vocabulary.EOS}, new int[] {Vocabulary.EOS}, null);
        for (int place = 0; place < 100; place++) {
            assertTrue(most.on(two, 1, 1, place).source().length >= 2);
            assertArrayEquals(new int[] {Vocabulary.EOS}, most.on(none, 1, 1, place).source());
        }
    }

    @Test
    void itIsTheSameForASeedAndAnotherEachEpoch() {
        SourceNoise noise = new SourceNoise(0.1, 0.1, 0.1);
        assertArrayEquals(noise.on(pair(), 3, 2, 9).source(), noise.on(pair(), 3, 2, 9).source());
        assertFalse(Arrays.equals(noise.on(pair(), 3, 2, 9).source(), noise.on(pair(), 3, 3, 9).source()));
        assertFalse(Arrays.equals(noise.on(pair(), 3, 2, 9).source(), noise.on(pair(), 4, 2, 9).source()));
        assertFalse(Arrays.equals(noise.on(pair(), 3, 2, 9).source(), noise.on(pair(), 3, 2, 10).source()));
        assertSame(pair().pair().source(), SourceNoise.NONE.on(pair(), 1, 1, 1).pair().source());
    }

    @Test
    void batchesHoldTheNoiseAndTheirTargetsAsTheyWere() {
        List<EncodedPair> pairs = new ArrayList<>();
        IntStream.range(0, 30).forEach(i -> pairs.add(pair()));
        Batch batch = new Batches(pairs, 30, 1, new SourceNoise(0.5, 0, 0), 0).epoch(1).getFirst();
        assertTrue(Arrays.stream(batch.sourceLengths()).allMatch(length -> length > 20 && length < 90));
        assertTrue(Arrays.stream(batch.targetLengths()).allMatch(length -> length == 2));
    }

    @Test
    void itIsWrittenAsOneChanceOrEachByItsName() throws InputException {
        assertEquals(new SourceNoise(0.1, 0.1, 0.1), SourceNoise.parse("--noise", "0.1"));
        assertEquals(new SourceNoise(0.2, 0, 0.05), SourceNoise.parse("--noise", "drop=0.2, unknown=0.05"));
        for (String wrong : List.of("much", "drop", "drop=", "shake=0.1", "2", "drop=-1", "NaN")) {
            assertTrue(assertThrows(InputException.class, () -> SourceNoise.parse("--noise", wrong)).getMessage().contains("--noise"), wrong);
        }
    }
}
