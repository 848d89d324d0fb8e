package seq2see.search;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/** The n best of all outputs that were finished so far. */
final class FinishedList {
    private final LengthPenalty penalty;
    private final int size;
    /** The worst first. */
    private final PriorityQueue<Prefix> best;
    private double leastScore = Double.NEGATIVE_INFINITY;

    FinishedList(LengthPenalty penalty, int size) {
        this.penalty = penalty;
        this.size = size;
        this.best = new PriorityQueue<>(Ranking.by(penalty).reversed());
    }

    /** Takes an output where it is among the n best. */
    void add(Prefix finished) {
        if (score(finished) < leastScore) {
            return;
        }
        best.add(finished);
        if (best.size() > size) {
            best.poll();
        }
        if (best.size() == size) {
            leastScore = score(best.peek());
        }
    }

    /** The least score that may be among the n best: an output that is as good as the last of them may be ranked before it. */
    double leastScore() {
        return leastScore;
    }

    private double score(Prefix finished) {
        return penalty.score(finished.logProbability(), finished.length());
    }

    /** The best first. */
    List<Prefix> ranked() {
        List<Prefix> ranked = new ArrayList<>(best);
        ranked.sort(Ranking.by(penalty));
        return ranked;
    }
}
