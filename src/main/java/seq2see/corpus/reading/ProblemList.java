package seq2see.corpus.reading;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import seq2see.corpus.ReadingReport.Problem;
import seq2see.corpus.ReadingReport.Reason;

/** What is wrong with pairs, and the faults beside them, in line order; told out of the store when it is asked for. */
final class ProblemList extends AbstractList<Problem> implements RandomAccess {
    private static final Reason[] REASONS = Reason.values();

    private final PairStore store;
    private final List<Problem> faults;
    private int faultsTaken;
    /** A pair's index, or −1 − a fault's. */
    private final Ints entries = new Ints();
    private final Ints reasons = new Ints();
    private final Ints firsts = new Ints();

    ProblemList(PairStore store, List<Problem> faults) {
        this.store = store;
        this.faults = faults;
    }

    /** Adds a pair; pairs come in line order. */
    void add(int pair, Reason reason, int first) {
        takeFaultsBefore(store.line(pair));
        append(pair, reason, first);
    }

    private void append(int entry, Reason reason, int first) {
        entries.add(entry);
        reasons.add(reason.ordinal());
        firsts.add(first);
    }

    private void takeFaultsBefore(long line) {
        while (faultsTaken < faults.size() && faults.get(faultsTaken).line() < line) {
            append(-1 - faultsTaken, faults.get(faultsTaken).reason(), Screening.ALONE);
            faultsTaken++;
        }
    }

    /** Adds the faults behind the last pair. */
    void finish() {
        takeFaultsBefore(Long.MAX_VALUE);
    }

    /** Takes back what was added last. */
    void cutTo(int size) {
        entries.cutTo(size);
        reasons.cutTo(size);
        firsts.cutTo(size);
    }

    @Override
    public Problem get(int index) {
        int entry = entries.get(Objects.checkIndex(index, size()));
        if (entry < 0) {
            return faults.get(-1 - entry);
        }
        int first = firsts.get(index);
        return new Problem(store.line(entry), REASONS[reasons.get(index)], Excerpt.of(store.source(entry) + '\t' + store.target(entry)),
                first < 0 ? 0 : store.line(first));
    }

    @Override
    public int size() {
        return entries.size();
    }
}
