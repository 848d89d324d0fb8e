package seq2see.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import seq2see.corpus.Limits;
import seq2see.search.NextTokenModel.State;

/**
 * Draws outputs instead of searching for the best: each token by its probability p^(1/temperature), made to sum to 1 over
 * the k most probable tokens (Fan et al., 2018). A model gives many outputs, not one. The result holds them in the order
 * in which they were drawn, the same one perhaps several times, each with the probability that the model itself gives it.
 *
 * @param temperature below 1 prefers what is probable anyway, above 1 evens out
 * @param topK        k; 0 draws from all tokens
 * @param count       how many outputs
 * @param seed        the same seed draws the same outputs
 */
public record Sampling(SearchSettings settings, double temperature, int topK, int count, long seed) implements Search {
    public static final Limits TEMPERATURE = new Limits(0.01, 100);

    public Sampling {
        if (!(temperature > 0) || topK < 0 || count < 1) {
            throw new IllegalArgumentException("temperature " + temperature + ", top " + topK + ", count " + count);
        }
    }

    @Override
    public SearchResult search(NextTokenModel model, State begin, SearchObserver observer) {
        Expander expander = new Expander(model, settings, observer);
        Prefix start = expander.start(begin);
        SplittableRandom seeds = new SplittableRandom(seed);
        List<SplittableRandom> random = IntStream.range(0, count).mapToObj(_ -> seeds.split()).toList();
        List<Prefix> outputs = new ArrayList<>(IntStream.range(0, count).mapToObj(_ -> start).toList());
        while (true) {
            List<Integer> open = IntStream.range(0, count).filter(output -> !expander.isFinished(outputs.get(output))).boxed().toList();
            if (open.isEmpty()) {
                return expander.result(outputs);
            }
            List<Expansion> expansions = expander.expand(open.stream().map(outputs::get).toList());
            for (int i = 0; i < expansions.size(); i++) {
                int output = open.get(i);
                outputs.set(output, expansions.get(i).child(draw(expansions.get(i), random.get(output))));
                expander.settle(outputs.get(output));
            }
        }
    }

    private int draw(Expansion expansion, SplittableRandom random) {
        double[] logProbabilities = expansion.next().logProbabilities();
        List<Integer> tokens = IntStream.range(0, logProbabilities.length).filter(token -> !expansion.blocked().get(token)).boxed()
                .sorted(Comparator.comparingDouble(token -> -logProbabilities[token]))
                .limit(topK == 0 ? logProbabilities.length : topK).toList();
        double most = logProbabilities[tokens.getFirst()];
        double[] weights = tokens.stream().mapToDouble(token -> StrictMath.exp((logProbabilities[token] - most) / temperature)).toArray();
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double drawn = random.nextDouble() * sum;
        for (int i = 0; i < weights.length; i++) {
            drawn -= weights[i];
            if (drawn < 0) {
                return tokens.get(i);
            }
        }
        return tokens.getFirst();
    }
}
