package seq2see.corpus;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the tokens of one side of a corpus are like.
 *
 * @param sentences     how many were looked at
 * @param lengths       by length in tokens, how many sentences have it; from 0 on
 * @param tokens        distinct tokens, the most frequent first, then alphabetically
 * @param covered       by the size of a vocabulary, from 0 on, how many of all tokens the most frequent so many make up
 */
public record SideStatistics(int sentences, int[] lengths, List<Map.Entry<String, Integer>> tokens, long[] covered) {

    /** Looks at sentences as the tokenizer cuts them. */
    public static SideStatistics of(Stream<String> texts, Tokenizer tokenizer) {
        Map<Integer, Integer> byLength = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        texts.forEach(text -> {
            List<String> cut = tokenizer.tokenize(text);
            byLength.merge(cut.size(), 1, Integer::sum);
            cut.forEach(token -> counts.merge(token, 1, Integer::sum));
        });
        int[] lengths = new int[byLength.keySet().stream().mapToInt(Integer::intValue).max().orElse(0) + 1];
        byLength.forEach((length, count) -> lengths[length] = count);
        List<Map.Entry<String, Integer>> tokens = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey())).toList();
        long[] covered = new long[tokens.size() + 1];
        for (int i = 0; i < tokens.size(); i++) {
            covered[i + 1] = covered[i] + tokens.get(i).getValue();
        }
        return new SideStatistics(byLength.values().stream().mapToInt(Integer::intValue).sum(), lengths, tokens, covered);
    }

    /** Distinct tokens. */
    public int distinct() {
        return tokens.size();
    }

    /** The share of all tokens that a vocabulary of the most frequent {@code size} knows, 0 to 1. */
    public double coverage(int size) {
        long all = covered[covered.length - 1];
        return all == 0 ? 1 : (double) covered[Math.clamp(size, 0, covered.length - 1)] / all;
    }

    /** The length, in tokens, that at least {@code share} of the sentences do not exceed. */
    public int lengthOf(double share) {
        long below = 0;
        for (int length = 0; length < lengths.length; length++) {
            below += lengths[length];
            if (below >= share * sentences) {
                return length;
            }
        }
        return Math.max(0, lengths.length - 1);
    }
}
