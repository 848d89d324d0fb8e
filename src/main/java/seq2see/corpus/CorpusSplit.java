package seq2see.corpus;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A corpus in two parts, each in the corpus's order. No source stands in both, so what is measured on the second was never
 * trained on.
 */
public record CorpusSplit(List<SentencePair> training, List<SentencePair> validation) {
    public CorpusSplit {
        training = List.copyOf(training);
        validation = List.copyOf(validation);
    }

    /**
     * Draws the validation sources at random, the same for the same seed everywhere. Where there are two or more distinct
     * sources, each part has at least one; where there is one, it trains.
     *
     * @param validationFraction the share of the distinct sources that validate, above 0 and below 1
     */
    public static CorpusSplit of(List<SentencePair> pairs, double validationFraction, long seed) {
        if (!(validationFraction > 0 && validationFraction < 1)) {
            throw new IllegalArgumentException("a validation fraction of " + validationFraction);
        }
        List<String> sources = List.copyOf(new LinkedHashSet<>(pairs.stream().map(SentencePair::source).toList()));
        Set<String> held = new HashSet<>();
        int[] order = Permutation.of(sources.size(), seed, 0);
        for (int i = 0; i < validationSources(sources.size(), validationFraction); i++) {
            held.add(sources.get(order[i]));
        }
        return new CorpusSplit(pairs.stream().filter(pair -> !held.contains(pair.source())).toList(),
                pairs.stream().filter(pair -> held.contains(pair.source())).toList());
    }

    private static int validationSources(int sources, double fraction) {
        return sources < 2 ? 0 : Math.clamp(Math.round(sources * fraction), 1, sources - 1);
    }
}
