package seq2see.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import seq2see.corpus.ByteLines;
import seq2see.corpus.InputException;

/** Sentences in UTF-8 from a stream, one a line. */
final class SentenceLines {
    /** The longest line that is read, in bytes. */
    static final int LONGEST_LINE = 1_000_000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final ByteLines lines;

    SentenceLines(InputStream stream) {
        lines = new ByteLines(stream, LONGEST_LINE);
    }

    /**
     * The next line; empty at the end of the stream.
     *
     * @throws InputException where the line is too long or not text in UTF-8, and it names the line; or nothing can be read
     */
    Optional<String> next() throws InputException {
        try {
            if (!lines.next(LONGEST_LINE)) {
                return Optional.empty();
            }
        } catch (IOException failure) {
            throw new InputException("input.failed", failure.getMessage());
        }
        String number = String.valueOf(lines.number());
        if (lines.size() > LONGEST_LINE) {
            throw new InputException("input.longLine", number, String.valueOf(LONGEST_LINE));
        }
        if (lines.holdsNul()) {
            throw new InputException("input.undecodable", number);
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(lines.bytes())).toString();
            boolean marked = lines.number() == 1 && text.startsWith(BYTE_ORDER_MARK);
            return Optional.of(marked ? text.substring(1) : text);
        } catch (CharacterCodingException _) {
            throw new InputException("input.undecodable", number);
        }
    }
}
