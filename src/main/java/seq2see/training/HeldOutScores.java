package seq2see.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import seq2see.corpus.EncodedPair;
import seq2see.corpus.Permutation;
import seq2see.corpus.SentencePair;
import seq2see.model.Seq2Seq;

/**
 * How well a model translates what was held out, greedily.
 *
 * @param trainingStep of the weights
 * @param sources      how many distinct ones were translated
 * @param exactMatch   the share whose translation equals one of its targets; empty where there are no sources
 * @param byLength     the same for each length of source that there is, the shortest first
 * @param bleu         0 to 100; empty where no translation has four tokens
 * @param chrf         chrF2, 0 to 100
 */
public record HeldOutScores(long trainingStep, int sources, OptionalDouble exactMatch, List<LengthScore> byLength, OptionalDouble bleu, OptionalDouble chrf) {
    /** So many sources, drawn by the plan's seed, are enough for a curve, and quick. */
    private static final int MOST_SOURCES = 200;

    /**
     * Of the sources of one length.
     *
     * @param length     in tokens of the text: neither {@code <eos>} nor the token of a direction counts
     * @param sources    how many there are
     * @param exactMatch the share that was translated rightly
     */
    public record LengthScore(int length, int sources, double exactMatch) {
    }

    public HeldOutScores {
        byLength = List.copyOf(byLength);
    }

    static HeldOutScores of(Seq2Seq network, TrainingPlan plan, long trainingStep) {
        List<SentencePair> pairs = plan.validation().stream().map(EncodedPair::pair).toList();
        Set<String> some = drawn(pairs.stream().map(SentencePair::source).distinct().toList(), plan.seed());
        Evaluator.Translations found = Evaluator.translate(network, plan.codec(), pairs.stream().filter(pair -> some.contains(pair.source())).toList());
        List<List<String>> references = found.references().stream().map(List::copyOf).toList();
        boolean none = found.sources().isEmpty();
        return new HeldOutScores(trainingStep, found.sources().size(), found.exactMatch(), byLength(found, plan),
                none ? OptionalDouble.empty() : Bleu.of(BleuTokenization.suiting(references.stream().flatMap(List::stream).toList()), found.translations(), references).score(),
                none ? OptionalDouble.empty() : Chrf.of(found.translations(), references).score());
    }

    /** Some sources, drawn over all of them: a corpus may be sorted. */
    private static Set<String> drawn(List<String> sources, long seed) {
        return Arrays.stream(Permutation.of(sources.size(), seed, 0)).limit(MOST_SOURCES).mapToObj(sources::get).collect(Collectors.toSet());
    }

    private static List<LengthScore> byLength(Evaluator.Translations found, TrainingPlan plan) {
        Map<Integer, List<Boolean>> right = new TreeMap<>(Comparator.naturalOrder());
        for (int i = 0; i < found.sources().size(); i++) {
            int length = plan.codec().encodeSource(found.sources().get(i)).length - (plan.codec().bothDirections() ? 2 : 1);
            right.computeIfAbsent(length, any -> new ArrayList<>()).add(found.right().get(i));
        }
        return right.entrySet().stream().map(entry -> new LengthScore(entry.getKey(), entry.getValue().size(),
                (double) entry.getValue().stream().filter(Boolean::booleanValue).count() / entry.getValue().size())).toList();
    }
}
