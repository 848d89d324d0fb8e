package seq2see.corpus;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a reader made of a corpus.
 *
 * @param format    such as {@code tab-separated}
 * @param encoding  such as {@code UTF-8}; of both files where they differ
 * @param pairsRead records that could have been pairs: those kept and those left out
 * @param pairsKept pairs that are used
 * @param problems  what was left out, in line order, each line once
 * @param notes     what was kept and may be worth a look, in line order; a pair may stand here several times
 * @param repairs   what was mended
 */
public record ReadingReport(String format, String encoding, long pairsRead, long pairsKept, List<Problem> problems,
                            List<Problem> notes, Repairs repairs) {
    /** Of a corpus that was not read but made. */
    public static final ReadingReport NONE = new ReadingReport("", "", 0, 0, List.of(), List.of(), Repairs.NONE);

    /** Why a line was left out, or what is odd about it. */
    public enum Reason {
        EMPTY_SIDE("empty_side"),
        /** A line of a tab-separated file without a tab. */
        NO_TAB("no_tab"),
        /** A record that lacks one of the chosen columns or languages. */
        MISSING_SIDE("missing_side"),
        /** Bytes that are not of the encoding, or half a surrogate pair. */
        UNDECODABLE("undecodable"),
        /** A line that is not of the format: broken JSON, no {@code IN: … OUT: …}. */
        BROKEN_LINE("broken_line"),
        TOO_LONG("too_long"),
        CONTROL_CHARACTER("control_character"),
        /** More columns than the others, as an unquoted separator makes them. */
        EXTRA_COLUMN("extra_column"),
        /** A carriage return inside a line: perhaps two lines in one. */
        CARRIAGE_RETURN("carriage_return"),
        /** U+FFFD, or text that was UTF-8 and was read as something else. */
        GARBLED("garbled"),
        /** Tags or entities of HTML. */
        MARKUP("markup"),
        LENGTH_RATIO("length_ratio"),
        WRONG_LANGUAGE("wrong_language"),
        SWAPPED_SIDES("swapped_sides"),
        DUPLICATE_PAIR("duplicate_pair"),
        /** The same source as a pair before, with another target. */
        MANY_TARGETS("many_targets");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        /** The name used on the command line, as in {@code left_out.empty_side}. */
        public String label() {
            return label;
        }
    }

    /**
     * A line with a problem.
     *
     * @param line      from 1
     * @param excerpt   its first characters; what could not be decoded stands there as U+FFFD
     * @param firstLine where the same pair, or the same source, stood first; 0 where that is not the problem
     */
    public record Problem(long line, Reason reason, String excerpt, long firstLine) {
    }

    /**
     * What was mended without being left out.
     *
     * @param spacesAtEnds     sides with white space at an end, which went
     * @param lineBreaks       sides with a line break inside, which became a space
     * @param markup           sides that held HTML, of which the text was taken
     * @param blankLines       lines with nothing on them, which were passed over
     * @param headerLines      lines that name the columns, each time they do, or say in front of them how the file is written
     * @param byteOrderMarks   marks at the beginning of a file, or of a file put behind another, which went
     */
    public record Repairs(long spacesAtEnds, long lineBreaks, long markup, long blankLines, long headerLines, long byteOrderMarks) {
        public static final Repairs NONE = new Repairs(0, 0, 0, 0, 0, 0);
    }

    /** How often each reason stands among the problems or the notes; a reason that does not is absent. */
    public static Map<Reason, Integer> counts(List<Problem> problems) {
        Map<Reason, Integer> counts = new EnumMap<>(Reason.class);
        problems.forEach(problem -> counts.merge(problem.reason(), 1, Integer::sum));
        return counts;
    }
}
