package seq2see.search;

import java.util.Comparator;

/**
 * The order of finished outputs: the higher score first; of equal ones the shorter; of those the one that was ranked higher
 * on the way.
 */
final class Ranking {
    private Ranking() {
    }

    static Comparator<Prefix> by(LengthPenalty penalty) {
        return Comparator.<Prefix>comparingDouble(prefix -> -penalty.score(prefix.logProbability(), prefix.length()))
                .thenComparingInt(Prefix::length).thenComparing(Prefix.RANK);
    }
}
