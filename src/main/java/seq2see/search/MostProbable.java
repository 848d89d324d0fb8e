package seq2see.search;

import java.util.Arrays;
import java.util.BitSet;

/** The k most probable candidates of a round, the best first. Of equal ones those that were offered earlier rank higher. */
final class MostProbable {
    private final int width;
    // Of each candidate; there are count of them. Numbers side by side, since most that come in are pushed out again.
    private double[] logProbabilities = new double[4];
    private int[] parents = new int[4];
    private int[] tokens = new int[4];
    private int count;

    /** @param width k */
    MostProbable(int width) {
        this.width = width;
    }

    /** Forgets everything, for another round. */
    void clear() {
        count = 0;
    }

    /**
     * Offers all candidates that may follow a parent; parents come in the order of their rank.
     *
     * @param before  the parent's log-probability, nats
     * @param next    (V′) the log-probabilities of the tokens after it
     * @param blocked tokens that may not follow
     */
    void offer(int parent, double before, double[] next, BitSet blocked) {
        boolean full = count == width;
        double least = count == 0 ? 0 : logProbabilities[count - 1];
        for (int token = 0; token < next.length; token++) {
            double logProbability = before + next[token];
            if ((logProbability > least || !full) && !blocked.get(token)) {
                insert(parent, token, logProbability);
                full = count == width;
                least = logProbabilities[count - 1];
            }
        }
    }

    /** How many there are: k at most. */
    int count() {
        return count;
    }

    /** Of the candidate of a rank, from 0. */
    int parent(int rank) {
        return parents[rank];
    }

    int token(int rank) {
        return tokens[rank];
    }

    /** Of parent and token together, in nats. */
    double logProbability(int rank) {
        return logProbabilities[rank];
    }

    /** Puts a candidate behind all that are as good; where there are k, the last falls out. */
    private void insert(int parent, int token, double logProbability) {
        if (count < width) {
            makeRoom();
            count++;
        }
        int rank = count - 1;
        while (rank > 0 && logProbability > logProbabilities[rank - 1]) {
            logProbabilities[rank] = logProbabilities[rank - 1];
            parents[rank] = parents[rank - 1];
            tokens[rank] = tokens[rank - 1];
            rank--;
        }
        logProbabilities[rank] = logProbability;
        parents[rank] = parent;
        tokens[rank] = token;
    }

    private void makeRoom() {
        if (count == tokens.length) {
            logProbabilities = Arrays.copyOf(logProbabilities, 2 * count);
            parents = Arrays.copyOf(parents, 2 * count);
            tokens = Arrays.copyOf(tokens, 2 * count);
        }
    }
}
