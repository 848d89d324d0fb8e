package seq2see.corpora;

import java.util.Arrays;

/** The Levenshtein distance of two texts: the fewest letters to put in, take out or change to get from one to the other. */
final class EditDistance {
    private EditDistance() {
    }

    /**
     * The distance if it is below {@code limit}, else {@code limit}. Only cells within {@code limit} of the diagonal
     * can stay below it, so that the work is length × limit, and it ends with the first row that is nowhere below.
     */
    static int below(int limit, String one, String other) {
        if (Math.abs(one.length() - other.length()) >= limit) {
            return limit;
        }
        int[] above = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        for (int column = 0; column < above.length; column++) {
            above[column] = Math.min(column, limit);
        }
        for (int i = 1; i <= one.length(); i++) {
            int from = Math.max(1, i - limit);
            int to = Math.min(other.length(), i + limit);
            Arrays.fill(row, limit);
            row[0] = Math.min(i, limit);
            int smallest = row[0];
            for (int j = from; j <= to; j++) {
                int change = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(limit, Math.min(change, 1 + Math.min(above[j], row[j - 1])));
                smallest = Math.min(smallest, row[j]);
            }
            if (smallest >= limit) {
                return limit;
            }
            int[] free = above;
            above = row;
            row = free;
        }
        return above[other.length()];
    }
}
