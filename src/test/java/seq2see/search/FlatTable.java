package seq2see.search;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Random probabilities for every prefix of up to six tokens, of five of which the last one ends: 1 365 rows drawn from a seed,
 * so cheap that ten thousand such tables can be searched through. Some tokens are as probable as others, and some cannot come.
 */
final class FlatTable implements KnownModel {
    static final int VOCABULARY = 5;
    static final int LENGTH = 6;
    private static final int OTHERS = VOCABULARY - 1;
    /** 4⁰ + 4¹ + … + 4⁵ */
    private static final int ROWS = 1365;
    private static final int MOST_WEIGHT = 7;
    private static final double[] LOGARITHMS = new double[VOCABULARY * MOST_WEIGHT + 2];

    static {
        for (int i = 0; i < LOGARITHMS.length; i++) {
            LOGARITHMS[i] = Math.log(i);
        }
    }

    private final double[][] rows = new double[ROWS][VOCABULARY];

    /** The row of a prefix; behind token t of row i stands row 4 i + 1 + t. */
    private record Row(int number) implements State {
    }

    FlatTable(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] weights = new int[VOCABULARY];
        for (double[] row : rows) {
            int sum = 1;
            for (int token = 0; token < VOCABULARY; token++) {
                weights[token] = random.nextInt(MOST_WEIGHT + 1);
                sum += weights[token];
            }
            weights[random.nextInt(VOCABULARY)]++;
            for (int token = 0; token < VOCABULARY; token++) {
                row[token] = LOGARITHMS[weights[token]] - LOGARITHMS[sum];
            }
        }
    }

    @Override
    public int sentences() {
        return 1;
    }

    @Override
    public int vocabularySize() {
        return VOCABULARY;
    }

    @Override
    public int beginToken() {
        return -1;
    }

    @Override
    public int endToken() {
        return OTHERS;
    }

    @Override
    public State begin(int sentence) {
        return new Row(-1);
    }

    private static int after(int row, int token) {
        return row < 0 ? 0 : OTHERS * row + 1 + token;
    }

    @Override
    public List<Continuation> advance(List<? extends State> states, int[] tokenIds) {
        List<Continuation> continuations = new ArrayList<>(tokenIds.length);
        for (int i = 0; i < tokenIds.length; i++) {
            Row row = new Row(after(((Row) states.get(i)).number(), tokenIds[i]));
            continuations.add(new Continuation(row, rows[row.number()]));
        }
        return continuations;
    }

    @Override
    public double[] logProbabilities(List<Integer> prefix) {
        int row = 0;
        for (int token : prefix) {
            row = after(row, token);
        }
        return rows[row];
    }

    /** The best score that any output has, ended or cut, by looking at each of the 5 461. */
    double bestScore(double alpha) {
        double[] divisors = new double[LENGTH + 1];
        for (int length = 1; length <= LENGTH; length++) {
            divisors[length] = StrictMath.pow(length, alpha);
        }
        return best(0, 0, 0, divisors);
    }

    private double best(int row, int length, double logProbability, double[] divisors) {
        double best = Double.NEGATIVE_INFINITY;
        for (int token = 0; token < VOCABULARY; token++) {
            double sum = logProbability + rows[row][token];
            double found = token == OTHERS || length + 1 == LENGTH ? sum / divisors[length + 1] : best(after(row, token), length + 1, sum, divisors);
            best = Math.max(best, found);
        }
        return best;
    }
}
