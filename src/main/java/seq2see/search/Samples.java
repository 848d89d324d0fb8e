package seq2see.search;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import seq2see.search.NextTokenModel.State;

/**
 * What was drawn from a model.
 *
 * @param outputs  the different ones, what came most often first, of equals the more probable
 * @param expanded how many prefixes the model was asked to go on from
 * @param nanos    how long it took
 */
public record Samples(SamplingSettings settings, List<Sample> outputs, long expanded, long nanos) {
    /**
     * An output.
     *
     * @param count how often it was drawn
     */
    public record Sample(Hypothesis output, int count) {
        /** The probability that the model gives to it, whatever the temperature. */
        public double probability() {
            return Math.exp(output.logProbability());
        }
    }

    public Samples {
        outputs = List.copyOf(outputs);
    }

    /** Draws from a model. */
    public static Samples of(NextTokenModel model, State begin, SearchSettings settings, SamplingSettings drawing) {
        long began = System.nanoTime();
        SearchResult result = new Sampling(settings, drawing).search(model, begin);
        return new Samples(drawing, counted(result.finished()), result.expanded(), System.nanoTime() - began);
    }

    /** Equal outputs as one. */
    public static List<Sample> counted(List<Hypothesis> drawn) {
        Map<List<Integer>, Sample> byTokens = new LinkedHashMap<>();
        for (Hypothesis output : drawn) {
            byTokens.merge(output.tokenIds(), new Sample(output, 1), (before, one) -> new Sample(before.output(), before.count() + 1));
        }
        return byTokens.values().stream().sorted(Comparator.comparingInt(Sample::count).thenComparingDouble(Sample::probability).reversed()).toList();
    }

    /** The part of all draws that were this output. */
    public double share(Sample sample) {
        return (double) sample.count() / settings.count();
    }

    /** How probable it is, as the model has it, that an output is one of those that were drawn. */
    public double probability() {
        return outputs.stream().mapToDouble(Sample::probability).sum();
    }

    /** How many draws begin with a prefix. */
    public int through(List<Integer> prefix) {
        return outputs.stream().filter(sample -> sample.output().length() >= prefix.size()
                && sample.output().tokenIds().subList(0, prefix.size()).equals(prefix)).mapToInt(Sample::count).sum();
    }
}
