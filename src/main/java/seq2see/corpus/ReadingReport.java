package seq2see.corpus;

import java.util.List;

/**
 * What a reader made of a file.
 *
 * @param format    such as {@code tab-separated}
 * @param encoding  such as {@code UTF-8}
 * @param pairsRead lines that could have been pairs: those kept and those left out
 * @param pairsKept pairs that are used
 * @param problems  what was left out, in line order
 */
public record ReadingReport(String format, String encoding, long pairsRead, long pairsKept, List<Problem> problems) {
    public ReadingReport {
        problems = List.copyOf(problems);
    }

    /** Why a line was left out. */
    public enum Reason {
        EMPTY_SIDE("empty_side"), NO_TAB("no_tab"), UNDECODABLE("undecodable"), TOO_LONG("too_long"), DUPLICATE_PAIR("duplicate_pair");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        /** The name used on the command line, as in {@code left_out.empty_side}. */
        public String label() {
            return label;
        }
    }

    /** A line that was left out; {@code line} counts from 1, {@code excerpt} holds its first characters. */
    public record Problem(long line, Reason reason, String excerpt) {
    }
}
