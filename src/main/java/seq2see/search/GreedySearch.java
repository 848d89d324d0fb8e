package seq2see.search;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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
        int[] origins = IntStream.range(0, rows).toArray();
        NextTokenModel.Writing writing = model.write(IntStream.range(0, rows).mapToObj(model::begin).toList());
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
        return IntStream.range(0, rows).mapToObj(row -> new Hypothesis(Arrays.stream(tokens[row], 0, lengths[row]).boxed().toList(),
                logProbability[row], !ended[row])).toList();
    }
}
