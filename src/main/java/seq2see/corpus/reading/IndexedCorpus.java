package seq2see.corpus.reading;

import java.util.BitSet;
import java.util.List;
import seq2see.corpus.ReadingReport.Problem;
import seq2see.corpus.ReadingReport.Repairs;

/**
 * A corpus that was read to its end: every record is here, as a pair or as a fault. Which pairs are used is
 * {@link Screening}'s to say, again and again if need be, without reading anew.
 */
public final class IndexedCorpus {
    private final Inspection inspection;
    private final PairStore pairs;
    private final List<Problem> faults;
    private final BitSet extraColumns;
    private final Repairs repairs;

    IndexedCorpus(Inspection inspection, PairStore pairs, List<Problem> faults, BitSet extraColumns, Repairs repairs) {
        this.inspection = inspection;
        this.pairs = pairs;
        this.faults = List.copyOf(faults);
        this.extraColumns = extraColumns;
        this.repairs = repairs;
    }

    /** How it was read. */
    public Inspection inspection() {
        return inspection;
    }

    PairStore pairs() {
        return pairs;
    }

    /** Records of which no pair came, in line order. */
    List<Problem> faults() {
        return faults;
    }

    /** Whether a pair's record had more columns than usual. */
    boolean hasExtraColumns(int pair) {
        return extraColumns.get(pair);
    }

    Repairs repairs() {
        return repairs;
    }

    /** How many records there were: pairs and faults. */
    public long recordsRead() {
        return (long) pairs.size() + faults.size();
    }
}
