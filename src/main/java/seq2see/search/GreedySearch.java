package seq2see.search;

import java.util.Arrays;
import java.util.List;
import seq2see.search.NextTokenModel.State;
import seq2see.search.NextTokenModel.Writing;
import seq2see.tensor.Argmax;

/** At each step the most probable token, of equal ones the lowest id, until {@code <eos>} or the maximum length. */
public final class GreedySearch {
    /** Room for so many tokens to begin with. */
    private static final int FIRST_ROOM = 32;

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
        State[] states = new State[rows];
        Arrays.setAll(states, model::begin);
        Writing writing = model.write(Arrays.asList(states));
        int[] origins = new int[rows];
        Arrays.setAll(origins, row -> row);
        int[] fed = new int[rows];
        Arrays.fill(fed, model.beginToken());
        boolean[] ended = new boolean[rows];
        double[] logProbability = new double[rows];
        int[][] tokens = new int[rows][Math.min(maximumLength, FIRST_ROOM)];
        int[] lengths = new int[rows];
        for (int step = 0, open = rows; step < maximumLength && open > 0; step++) {
            writing.feed(origins, fed, rows);
            for (int row = 0; row < rows; row++) {
                if (ended[row]) {
                    continue;
                }
                double[] logProbabilities = writing.logProbabilities(row);
                int best = Argmax.of(logProbabilities, 0, logProbabilities.length);
                if (lengths[row] == tokens[row].length) {
                    tokens[row] = Arrays.copyOf(tokens[row], 2 * lengths[row]);
                }
                tokens[row][lengths[row]++] = best;
                logProbability[row] += logProbabilities[best];
                fed[row] = best;
                if (best == model.endToken()) {
                    ended[row] = true;
                    open--;
                }
            }
        }
        Hypothesis[] found = new Hypothesis[rows];
        Arrays.setAll(found, row -> new Hypothesis(boxed(tokens[row], lengths[row]), logProbability[row], !ended[row]));
        return List.of(found);
    }

    private static List<Integer> boxed(int[] tokens, int count) {
        Integer[] boxed = new Integer[count];
        Arrays.setAll(boxed, i -> tokens[i]);
        return List.of(boxed);
    }
}
