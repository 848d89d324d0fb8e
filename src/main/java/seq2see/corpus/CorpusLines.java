package seq2see.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import seq2see.corpus.ReadingReport.Reason;

/** The lines of a corpus file in strict UTF-8. A line that cannot be used is told apart; a file full of them is refused. */
final class CorpusLines {
    /** The longest line that is read, in bytes; a longer one is left out. */
    static final int LONGEST_LINE = 1_000_000;
    /** A line longer than this, in bytes, is taken to have no end, and the file is refused. */
    private static final long ENDLESS_LINE = 100_000_000;
    /** What is kept of a line that is left out for its length, in bytes. */
    private static final int EXCERPT = 160;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Path place;
    private final ByteLines lines;
    private boolean anyTab;
    private long tooLong;
    private long firstTooLong;
    private long undecodable;
    private long firstUndecodable;

    /**
     * A line of the file.
     *
     * @param number from 1
     * @param text   the line without its end; where there is a fault, what could be read of it
     * @param fault  why the line cannot be used
     */
    record Line(long number, String text, Optional<Reason> fault) {
        boolean isBlank() {
            return fault.isEmpty() && Graphemes.strip(text).isEmpty();
        }
    }

    /** @param place what an {@link InputException} calls the file */
    CorpusLines(InputStream stream, Path place) {
        this.place = place;
        this.lines = new ByteLines(stream, LONGEST_LINE);
    }

    /**
     * The next line; empty at the end of the file.
     *
     * @throws InputException where the file cannot be read, is binary, or has a line that does not end
     */
    Optional<Line> next() throws InputException {
        if (!advance()) {
            return Optional.empty();
        }
        if (lines.holdsNul()) {
            throw new InputException("corpus.binary", place, String.valueOf(lines.number()));
        }
        if (lines.size() > ENDLESS_LINE) {
            throw endless(lines.number());
        }
        anyTab |= lines.holdsTab();
        return Optional.of(decode(withoutByteOrderMark(lines.bytes())));
    }

    private boolean advance() throws InputException {
        try {
            return lines.next(ENDLESS_LINE);
        } catch (IOException failure) {
            throw InputFiles.refusal(place, failure);
        }
    }

    private Line decode(byte[] bytes) {
        if (lines.size() > LONGEST_LINE) {
            firstTooLong = tooLong++ == 0 ? lines.number() : firstTooLong;
            return new Line(lines.number(), new String(bytes, 0, EXCERPT, StandardCharsets.UTF_8), Optional.of(Reason.TOO_LONG));
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return new Line(lines.number(), text, Optional.empty());
        } catch (CharacterCodingException _) {
            firstUndecodable = undecodable++ == 0 ? lines.number() : firstUndecodable;
            return new Line(lines.number(), new String(bytes, StandardCharsets.UTF_8), Optional.of(Reason.UNDECODABLE));
        }
    }

    private byte[] withoutByteOrderMark(byte[] bytes) {
        boolean marked = lines.number() == 1 && bytes.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(bytes, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
        return marked ? Arrays.copyOfRange(bytes, BYTE_ORDER_MARK.length, bytes.length) : bytes;
    }

    /** How many lines there were so far. */
    long count() {
        return lines.number();
    }

    /** Whether any line so far held a tab. */
    boolean anyTab() {
        return anyTab;
    }

    /**
     * Refuses a file of which more than one line in a hundred is not UTF-8, or every line too long.
     *
     * @param read lines that were not blank
     */
    void refuseUnreadable(long read) throws InputException {
        if (undecodable * 100 > read) {
            throw new InputException("corpus.undecodable", place, String.valueOf(undecodable), String.valueOf(read),
                    String.valueOf(firstUndecodable));
        }
        if (tooLong > 0 && tooLong == read) {
            throw endless(firstTooLong);
        }
    }

    private InputException endless(long line) {
        return new InputException("corpus.endlessLine", place, String.valueOf(line), String.valueOf(LONGEST_LINE / 1_000_000));
    }
}
