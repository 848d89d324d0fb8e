package seq2see.corpus.reading;

import java.util.Optional;
import seq2see.corpus.ReadingReport.Reason;

/**
 * A record of a corpus file: a line, a CSV record, a TMX unit.
 *
 * @param line   where it begins, from 1
 * @param fields its columns; null where it has none, as a TMX unit without one of the languages. Not a copy
 * @param fault  why it cannot be used
 * @param text   what is shown of it where it cannot
 */
record Row(long line, String[] fields, Optional<Reason> fault, String text) {
    private static final String[] NONE = {};

    static Row of(long line, String... fields) {
        return new Row(line, fields, Optional.empty(), "");
    }

    static Row faulty(long line, Reason fault, String text) {
        return new Row(line, NONE, Optional.of(fault), text);
    }

    /** A column, or null where there is none. */
    String field(int index) {
        return index < fields.length ? fields[index] : null;
    }
}
