package seq2see.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import seq2see.search.NextTokenModel.State;

/**
 * Draws outputs instead of searching for the best: each token by its probability p^(1/temperature), made to sum to 1 over
 * the k most probable tokens (Fan et al., 2018). A model gives many outputs, not one. The result holds them in the order
 * in which they were drawn, the same one perhaps several times, each with the probability that the model itself gives it.
 * As long as outputs are the same, the model is asked once for all of them.
 */
public record Sampling(SearchSettings settings, SamplingSettings drawing) implements Search {
    @Override
    public SearchResult search(NextTokenModel model, State begin, SearchObserver observer) {
        Expander expander = new Expander(model, settings, observer);
        SplittableRandom seeds = new SplittableRandom(drawing.seed());
        List<SplittableRandom> random = IntStream.range(0, drawing.count()).mapToObj(_ -> seeds.split()).toList();
        List<Prefix> outputs = new ArrayList<>(Collections.nCopies(drawing.count(), expander.start(begin)));
        while (true) {
            List<Prefix> open = outputs.stream().filter(output -> !expander.isFinished(output)).distinct().toList();
            if (open.isEmpty()) {
                return expander.result(outputs);
            }
            Map<Prefix, Draws> draws = new HashMap<>();
            expander.expand(open).forEach(expansion -> draws.put(expansion.prefix(), new Draws(expansion, expander)));
            for (int i = 0; i < outputs.size(); i++) {
                Draws next = draws.get(outputs.get(i));
                if (next != null) {
                    outputs.set(i, next.draw(random.get(i)));
                }
            }
        }
    }

    /** What may be drawn after one prefix. */
    private final class Draws {
        private final Expansion expansion;
        private final Expander expander;
        /** The k most probable tokens, the most probable first, and what each of them weighs. */
        private final List<Integer> tokens;
        private final double[] weights;
        private final double sum;
        /** By token, what was drawn already. */
        private final Map<Integer, Prefix> drawn = new HashMap<>();

        Draws(Expansion expansion, Expander expander) {
            this.expansion = expansion;
            this.expander = expander;
            double[] logProbabilities = expansion.next().logProbabilities();
            tokens = IntStream.range(0, logProbabilities.length).filter(token -> !expansion.blocked().get(token)).boxed()
                    .sorted(Comparator.comparingDouble(token -> -logProbabilities[token]))
                    .limit(drawing.topK() == 0 ? logProbabilities.length : drawing.topK()).toList();
            double most = logProbabilities[tokens.getFirst()];
            weights = tokens.stream().mapToDouble(token -> StrictMath.exp((logProbabilities[token] - most) / drawing.temperature())).toArray();
            double all = 0;
            for (double weight : weights) {
                all += weight;
            }
            sum = all;
        }

        Prefix draw(SplittableRandom random) {
            return drawn.computeIfAbsent(token(random.nextDouble() * sum), token -> {
                Prefix child = expansion.child(token);
                expander.settle(child);
                return child;
            });
        }

        /** @param place among the weights laid end to end */
        private int token(double place) {
            double left = place;
            for (int i = 0; i < weights.length; i++) {
                left -= weights[i];
                if (left < 0) {
                    return tokens.get(i);
                }
            }
            return tokens.getFirst();
        }
    }
}
