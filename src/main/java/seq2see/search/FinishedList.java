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

    FinishedList(LengthPenalty penalty, int size) {
        this.penalty = penalty;
        this.size = size;
        this.best = new PriorityQueue<>(Ranking.by(penalty).reversed());
    }

    void add(Prefix finished) {
        best.add(finished);
        if (best.size() > size) {
            best.poll();
        }
    }

    /** Whether an output of this score could be among the n best; one that is as good as the last may be ranked before it. */
    boolean hasRoomFor(double score) {
        return best.size() < size || score >= penalty.score(best.peek().logProbability(), best.peek().length());
    }

    /** The best first. */
    List<Prefix> ranked() {
        List<Prefix> ranked = new ArrayList<>(best);
        ranked.sort(Ranking.by(penalty));
        return ranked;
    }
}
