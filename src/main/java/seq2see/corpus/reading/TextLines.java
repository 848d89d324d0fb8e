package seq2see.corpus.reading;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.Optional;
import seq2see.corpus.Graphemes;
import seq2see.corpus.ReadingReport.Reason;

/**
 * Cuts a text into lines at LF or CRLF and at nothing else; at CR where the text has no LF at all. It holds one line at a
 * time, and of a very long one only the beginning.
 */
final class TextLines {
    /** The longest line that is read, in characters; a longer one is left out. */
    static final int LONGEST_LINE = 1_000_000;
    /** A line longer than this is taken to have no end. */
    private static final long ENDLESS_LINE = 100_000_000;
    /** What is kept of a line that is left out for its length. */
    private static final int KEPT = 200;

    private final Reader reader;
    private final char end;
    private final char[] buffer = new char[1 << 16];
    private int position;
    private int filled;
    private char[] begun = new char[1 << 10];
    private int begunLength;
    private long length;
    private long number;

    /**
     * A line of a text.
     *
     * @param number from 1
     * @param text   the line without its end, or where it is too long its beginning
     * @param fault  why it cannot be used
     */
    record Line(long number, String text, Optional<Reason> fault) {
        boolean isBlank() {
            return fault.isEmpty() && Graphemes.strip(text).isEmpty();
        }
    }

    /** A line went on for so long that it seems to have no end. */
    static final class EndlessLineException extends IOException {
    }

    /** @param onlyCarriageReturns whether lines end in CR, since the text has no LF */
    TextLines(Reader reader, boolean onlyCarriageReturns) {
        this.reader = reader;
        this.end = onlyCarriageReturns ? '\r' : '\n';
    }

    /** The number of the line that was read last. */
    long number() {
        return number;
    }

    /** The next line, or null at the end of the text. */
    Line next() throws IOException {
        if (!fill()) {
            return null;
        }
        number++;
        begunLength = 0;
        length = 0;
        while (fill()) {
            int stop = position;
            while (stop < filled && buffer[stop] != end) {
                stop++;
            }
            boolean ends = stop < filled;
            if (ends && begunLength == 0 && length == 0) {
                Line line = line(buffer, position, stop - position);
                position = stop + 1;
                return line;
            }
            keep(position, stop);
            position = ends ? stop + 1 : stop;
            if (ends) {
                break;
            }
            if (length > ENDLESS_LINE) {
                throw new EndlessLineException();
            }
        }
        return line(begun, 0, begunLength);
    }

    private void keep(int from, int until) {
        length += until - from;
        int kept = Math.min(until - from, Math.max(0, LONGEST_LINE + 1 - begunLength));
        if (begunLength + kept > begun.length) {
            begun = Arrays.copyOf(begun, Math.max(2 * begun.length, begunLength + kept));
        }
        System.arraycopy(buffer, from, begun, begunLength, kept);
        begunLength += kept;
    }

    private Line line(char[] chars, int from, int count) {
        int kept = end == '\n' && count > 0 && length <= LONGEST_LINE + 1 && chars[from + count - 1] == '\r' ? count - 1 : count;
        if (kept > LONGEST_LINE) {
            return new Line(number, new String(chars, from, KEPT), Optional.of(Reason.TOO_LONG));
        }
        String text = new String(chars, from, kept);
        return new Line(number, text, Unreadable.in(text) ? Optional.of(Reason.UNDECODABLE) : Optional.empty());
    }

    private boolean fill() throws IOException {
        if (position == filled) {
            position = 0;
            filled = Math.max(0, reader.read(buffer));
        }
        return position < filled;
    }
}
