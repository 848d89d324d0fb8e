package seq2see.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

    /**
     * Looks through all candidates of a round.
     *
     * @param expansions in the order of their prefixes' rank
     * @return the prefixes of the best
     */
    List<Prefix> of(List<Expansion> expansions) {
        count = 0;
        for (int parent = 0; parent < expansions.size(); parent++) {
            Expansion expansion = expansions.get(parent);
            double[] next = expansion.next().logProbabilities();
            double before = expansion.prefix().logProbability();
            for (int token = 0; token < next.length; token++) {
                double logProbability = before + next[token];
                if ((count < width || logProbability > logProbabilities[count - 1]) && !expansion.blocked().get(token)) {
                    insert(parent, token, logProbability);
                }
            }
        }
        List<Prefix> best = new ArrayList<>(count);
        for (int rank = 0; rank < count; rank++) {
            best.add(expansions.get(parents[rank]).child(tokens[rank]));
        }
        return best;
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
