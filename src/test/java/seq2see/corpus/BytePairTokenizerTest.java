package seq2see.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BytePairTokenizerTest {
    /** The words of the paper's example, as often as they stand there. */
    private static List<String> paper() {
        List<String> texts = new ArrayList<>();
        Map.of("low", 5, "lower", 2, "newest", 6, "widest", 3).forEach((word, count) -> {
            for (int i = 0; i < count; i++) {
                texts.add(word);
            }
        });
        return texts;
    }

    private static BytePairTokenizer learnt(int subwords, List<String> texts) {
        return (BytePairTokenizer) new BytePairTokenizer(subwords).learn(texts);
    }

    /** As in the paper, but that a last letter and its word's end are one from the start; as frequent as {@code ew} is {@code ne}. */
    @Test
    void thePapersExampleGivesItsMerges() {
        List<Merge> merges = learnt(4, paper()).merges();
        assertEquals(List.of(new Merge("e@@", "s@@"), new Merge("es@@", "t"), new Merge("l@@", "o@@"), new Merge("e@@", "w@@")), merges);
    }

    @Test
    void aWordThatWasNeverSeenIsCutIntoWhatWas() {
        BytePairTokenizer tokenizer = learnt(20, paper());
        assertEquals(List.of("low@@", "est"), tokenizer.tokenize("lowest"));
        assertEquals("lowest", tokenizer.detokenize(List.of("low@@", "est")));
    }

    /** Counts all pairs anew for each merge, which is slow and plainly right. */
    private static List<Merge> slowly(List<String> texts, int subwords) {
        Map<String, Long> counts = new HashMap<>();
        Tokenizer words = WordTokenizer.withRunsOfIdeographs("words");
        texts.forEach(text -> words.tokenize(text).forEach(word -> counts.merge(word, 1L, Long::sum)));
        Map<String, List<String>> pieces = new HashMap<>();
        counts.keySet().forEach(word -> pieces.put(word, BytePairTokenizer.characters(word)));
        List<Merge> merges = new ArrayList<>();
        while (merges.size() < subwords) {
            Map<Merge, Long> pairs = new HashMap<>();
            pieces.forEach((word, parts) -> {
                for (int i = 0; i + 1 < parts.size(); i++) {
                    pairs.merge(new Merge(parts.get(i), parts.get(i + 1)), counts.get(word), Long::sum);
                }
            });
            Merge best = pairs.keySet().stream().min((a, b) -> {
                int byCount = Long.compare(pairs.get(b), pairs.get(a));
                return byCount != 0 ? byCount : a.compareTo(b);
            }).orElse(null);
            if (best == null || pairs.get(best) < 2) {
                break;
            }
            merges.add(best);
            pieces.replaceAll((_, parts) -> BytePairTokenizer.merged(parts, best));
        }
        return merges;
    }

    @Test
    void whatIsLearntIsWhatCountingAnewFinds() {
        Random random = new Random(21);
        for (int round = 0; round < 30; round++) {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                StringBuilder text = new StringBuilder();
                random.ints(1 + random.nextInt(8), 0, 3).forEach(letter -> text.append("aab好 ".charAt(letter + random.nextInt(3))));
                texts.add(text.toString());
            }
            assertEquals(slowly(texts, 40), learnt(40, texts).merges(), () -> "of " + texts);
        }
    }

    @Test
    void noMoreIsLearntThanAskedForAndNothingThatStandsOnce() {
        assertEquals(2, learnt(2, paper()).merges().size());
        assertTrue(learnt(100, List.of("abc", "def")).merges().isEmpty());
    }

    @Test
    void chineseWordsAreLearntWithoutADictionary() {
        BytePairTokenizer tokenizer = learnt(10, List.of("我喜欢猫。", "他喜欢狗。", "你喜欢猫。"));
        assertEquals(List.of("我@@", "喜欢猫"), tokenizer.tokenize("我喜欢猫"));
    }

    @Test
    void spacingBelongsToTheWord() {
        BytePairTokenizer tokenizer = learnt(50, List.of("où ?", "quand ?", "où ?"));
        assertEquals(List.of("où", " ?"), tokenizer.tokenize("où ?"));
    }

    @Test
    void aWordThatAModelLeftOpenIsText() {
        assertEquals("lo", new BytePairTokenizer(5).detokenize(List.of("l@@", "o@@")));
        assertEquals("a <unk>b", new BytePairTokenizer(5).detokenize(List.of("a", "<unk>", "‿b")));
    }

    @Test
    void aMergeBehindAWordsEndIsNone() {
        assertThrows(IllegalArgumentException.class, () -> new Merge("a", "b"));
    }
}
