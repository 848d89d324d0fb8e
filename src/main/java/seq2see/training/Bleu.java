package seq2see.training;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Corpus BLEU (Papineni et al., 2002) as sacreBLEU computes it: n-grams up to four, case kept, exponential smoothing, the
 * closest reference length.
 *
 * <pre>BLEU = 100 · min(1, exp(1 − r/h)) · (p₁ p₂ p₃ p₄)^¼</pre>
 *
 * Here pₙ is the share of the hypotheses' n-grams that a reference of the same segment has, each as often as the reference
 * that has it most; where none has any, pₙ is 1/(2ᵏ · n-grams) at the k-th such n.
 *
 * @param score            0 to 100; empty where no hypothesis has four tokens
 * @param matches          n-grams that a reference has, n from 1 to 4
 * @param totals           n-grams of the hypotheses
 * @param hypothesisLength h, in tokens
 * @param referenceLength  r, in tokens: of each segment the reference closest in length, the shorter of two
 * @param signature        the settings, in sacreBLEU's words
 */
public record Bleu(OptionalDouble score, List<Long> matches, List<Long> totals, long hypothesisLength,
                   long referenceLength, String signature) {
    private static final int ORDER = 4;

    /**
     * @param hypotheses one a segment
     * @param references one or more for each of these segments
     */
    public static Bleu of(BleuTokenization tokenization, List<String> hypotheses, List<List<String>> references) {
        if (hypotheses.size() != references.size()) {
            throw new IllegalArgumentException(hypotheses.size() + " hypotheses, " + references.size() + " sets of references");
        }
        Counts counts = new Counts();
        for (int i = 0; i < hypotheses.size(); i++) {
            counts.add(tokenization.tokens(hypotheses.get(i)), references.get(i).stream().map(tokenization::tokens).toList());
        }
        return new Bleu(counts.score(), Arrays.stream(counts.matches).boxed().toList(),
                Arrays.stream(counts.totals).boxed().toList(), counts.hypothesisLength, counts.referenceLength,
                "nrefs:" + referencesEach(references) + "|case:mixed|eff:no|tok:" + tokenization.label() + "|smooth:exp");
    }

    /** How many references a segment has, as sacreBLEU's signatures tell it. */
    static String referencesEach(List<List<String>> references) {
        long[] sizes = references.stream().mapToLong(List::size).distinct().toArray();
        return sizes.length == 1 ? String.valueOf(sizes[0]) : "var";
    }

    /** What is summed over the segments. */
    private static final class Counts {
        private final long[] matches = new long[ORDER];
        private final long[] totals = new long[ORDER];
        private long hypothesisLength;
        private long referenceLength;

        void add(List<String> hypothesis, List<List<String>> references) {
            hypothesisLength += hypothesis.size();
            referenceLength += closestLength(hypothesis.size(), references);
            for (int n = 1; n <= ORDER; n++) {
                Map<List<String>, Integer> most = new HashMap<>();
                for (List<String> reference : references) {
                    ngrams(reference, n).forEach((ngram, count) -> most.merge(ngram, count, Math::max));
                }
                for (Map.Entry<List<String>, Integer> ngram : ngrams(hypothesis, n).entrySet()) {
                    totals[n - 1] += ngram.getValue();
                    matches[n - 1] += Math.min(ngram.getValue(), most.getOrDefault(ngram.getKey(), 0));
                }
            }
        }

        private static Map<List<String>, Integer> ngrams(List<String> tokens, int n) {
            Map<List<String>, Integer> counts = new HashMap<>();
            for (int start = 0; start + n <= tokens.size(); start++) {
                counts.merge(tokens.subList(start, start + n), 1, Integer::sum);
            }
            return counts;
        }

        private static int closestLength(int length, List<List<String>> references) {
            int closest = references.getFirst().size();
            for (List<String> reference : references) {
                int nearer = Integer.compare(Math.abs(reference.size() - length), Math.abs(closest - length));
                if (nearer < 0 || nearer == 0 && reference.size() < closest) {
                    closest = reference.size();
                }
            }
            return closest;
        }

        OptionalDouble score() {
            if (totals[ORDER - 1] == 0) {
                return OptionalDouble.empty();
            }
            if (matches[0] == 0) {
                return OptionalDouble.of(0);
            }
            double logPrecision = 0;
            double smoothing = 1;
            for (int n = 0; n < ORDER; n++) {
                if (matches[n] == 0) {
                    smoothing *= 2;
                }
                logPrecision += Math.log(matches[n] == 0 ? 1 / (smoothing * totals[n]) : (double) matches[n] / totals[n]);
            }
            double brevity = Math.min(0, 1 - (double) referenceLength / hypothesisLength);
            return OptionalDouble.of(100 * Math.exp(brevity + logPrecision / ORDER));
        }
    }
}
