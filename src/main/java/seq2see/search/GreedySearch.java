package seq2see.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import seq2see.tensor.Argmax;

/** At each step the most probable token, of equal ones the lowest id, until {@code <eos>} or the maximum length. */
public final class GreedySearch {
    private GreedySearch() {
    }

    /**
     * Searches all rows of the model side by side.
     *
     * @param maximumLength in tokens, {@code <eos>} counted
     * @return one hypothesis a row
     */
    public static List<Hypothesis> search(NextTokenModel model, int maximumLength) {
        int rows = model.rows();
        int[] fed = new int[rows];
        Arrays.fill(fed, model.beginToken());
        boolean[] ended = new boolean[rows];
        double[] logProbability = new double[rows];
        List<List<Integer>> tokens = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            tokens.add(new ArrayList<>());
        }
        for (int step = 0, open = rows; step < maximumLength && open > 0; step++) {
            double[] logProbabilities = model.advance(fed);
            for (int row = 0; row < rows; row++) {
                if (ended[row]) {
                    continue;
                }
                int best = Argmax.of(logProbabilities, row * model.vocabularySize(), model.vocabularySize());
                tokens.get(row).add(best);
                logProbability[row] += logProbabilities[row * model.vocabularySize() + best];
                fed[row] = best;
                if (best == model.endToken()) {
                    ended[row] = true;
                    open--;
                }
            }
        }
        List<Hypothesis> hypotheses = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            hypotheses.add(new Hypothesis(tokens.get(row), logProbability[row], !ended[row]));
        }
        return hypotheses;
    }
}
