package seq2see.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import seq2see.search.NextTokenModel.Continuation;
import seq2see.search.NextTokenModel.State;
import seq2see.tensor.Argmax;

/** At each step the most probable token, of equal ones the lowest id, until {@code <eos>} or the maximum length. */
public final class GreedySearch {
    private GreedySearch() {
    }

    /**
     * Searches for all sentences of the model side by side.
     *
     * @param maximumLength in tokens, {@code <eos>} counted
     * @return one hypothesis a sentence
     */
    public static List<Hypothesis> search(NextTokenModel model, int maximumLength) {
        int rows = model.sentences();
        List<State> states = IntStream.range(0, rows).mapToObj(model::begin).toList();
        int[] fed = new int[rows];
        Arrays.fill(fed, model.beginToken());
        boolean[] ended = new boolean[rows];
        double[] logProbability = new double[rows];
        List<List<Integer>> tokens = IntStream.range(0, rows).<List<Integer>>mapToObj(_ -> new ArrayList<>()).toList();
        for (int step = 0, open = rows; step < maximumLength && open > 0; step++) {
            List<Continuation> next = model.advance(states, fed);
            states = next.stream().map(Continuation::state).toList();
            for (int row = 0; row < rows; row++) {
                if (ended[row]) {
                    continue;
                }
                double[] logProbabilities = next.get(row).logProbabilities();
                int best = Argmax.of(logProbabilities, 0, logProbabilities.length);
                tokens.get(row).add(best);
                logProbability[row] += logProbabilities[best];
                fed[row] = best;
                if (best == model.endToken()) {
                    ended[row] = true;
                    open--;
                }
            }
        }
        return IntStream.range(0, rows).mapToObj(row -> new Hypothesis(tokens.get(row), logProbability[row], !ended[row])).toList();
    }
}
