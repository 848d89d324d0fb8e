package seq2see.training;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Corpus chrF2 (Popović, 2015) as sacreBLEU computes it: character n-grams up to six, white space left out, no words, case
 * kept.
 *
 * <pre>chrF2 = 100 · (1 + β²) · P · R / (β² · P + R)        with β = 2</pre>
 *
 * Here P is the share of the hypotheses' n-grams that the reference of their segment has, R the share of the references'
 * n-grams that their hypothesis has, each the mean over those n for which both sides have n-grams at all. Of several
 * references the one with the best score for its segment counts.
 *
 * @param score     0 to 100; empty where there are no segments
 * @param signature the settings, in sacreBLEU's words
 */
public record Chrf(OptionalDouble score, String signature) {
    private static final int ORDER = 6;
    private static final double BETA_SQUARED = 4;

    /**
     * @param hypotheses one a segment
     * @param references one or more for each of these segments
     */
    public static Chrf of(List<String> hypotheses, List<List<String>> references) {
        if (hypotheses.size() != references.size()) {
            throw new IllegalArgumentException(hypotheses.size() + " hypotheses, " + references.size() + " sets of references");
        }
        Counts whole = new Counts();
        for (int i = 0; i < hypotheses.size(); i++) {
            whole.add(best(characters(hypotheses.get(i)), references.get(i)));
        }
        return new Chrf(hypotheses.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(whole.score()),
                "nrefs:" + Bleu.referencesEach(references) + "|case:mixed|eff:yes|nc:6|nw:0|space:no");
    }

    private static int[] characters(String text) {
        return BleuTokenization.WHITE_SPACE.matcher(text).replaceAll("").codePoints().toArray();
    }

    private static Counts best(int[] hypothesis, List<String> references) {
        Counts best = null;
        for (String reference : references) {
            Counts counts = Counts.of(hypothesis, characters(reference));
            if (best == null || counts.score() > best.score()) {
                best = counts;
            }
        }
        return best;
    }

    /** What is summed over the segments, n from 1 to 6. */
    private static final class Counts {
        private final long[] matches = new long[ORDER];
        private final long[] hypothesis = new long[ORDER];
        private final long[] reference = new long[ORDER];

        static Counts of(int[] hypothesis, int[] reference) {
            Counts counts = new Counts();
            for (int n = 1; n <= ORDER; n++) {
                counts.reference[n - 1] = Math.max(0, reference.length - n + 1);
                // As sacreBLEU has it: what no reference n-gram could match is not counted.
                counts.hypothesis[n - 1] = counts.reference[n - 1] == 0 ? 0 : Math.max(0, hypothesis.length - n + 1);
                Map<String, Integer> there = ngrams(reference, n);
                for (Map.Entry<String, Integer> ngram : ngrams(hypothesis, n).entrySet()) {
                    counts.matches[n - 1] += Math.min(ngram.getValue(), there.getOrDefault(ngram.getKey(), 0));
                }
            }
            return counts;
        }

        private static Map<String, Integer> ngrams(int[] characters, int n) {
            Map<String, Integer> counts = new HashMap<>();
            for (int start = 0; start + n <= characters.length; start++) {
                counts.merge(new String(characters, start, n), 1, Integer::sum);
            }
            return counts;
        }

        void add(Counts segment) {
            Arrays.setAll(matches, i -> matches[i] + segment.matches[i]);
            Arrays.setAll(hypothesis, i -> hypothesis[i] + segment.hypothesis[i]);
            Arrays.setAll(reference, i -> reference[i] + segment.reference[i]);
        }

        double score() {
            double precision = 0;
            double recall = 0;
            int orders = 0;
            for (int i = 0; i < ORDER; i++) {
                if (hypothesis[i] > 0 && reference[i] > 0) {
                    precision += (double) matches[i] / hypothesis[i];
                    recall += (double) matches[i] / reference[i];
                    orders++;
                }
            }
            if (precision == 0) {
                return 0;
            }
            precision /= orders;
            recall /= orders;
            return 100 * (1 + BETA_SQUARED) * precision * recall / (BETA_SQUARED * precision + recall);
        }
    }
}
