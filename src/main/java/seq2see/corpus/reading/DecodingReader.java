package seq2see.corpus.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes strictly. What cannot be decoded is neither dropped nor replaced in silence: each such byte becomes a mark, so
 * that the line it stands on can be told apart ({@link Unreadable}); half a surrogate pair stays one. A byte-order mark at
 * the beginning goes.
 */
final class DecodingReader extends Reader {
    static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream stream;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).limit(0);
    private final CharBuffer chars = CharBuffer.allocate(1 << 16).limit(0);
    private boolean begun;
    private boolean ended;
    private boolean flushed;

    DecodingReader(InputStream stream, Charset charset) {
        this.stream = stream;
        this.decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        while (!chars.hasRemaining()) {
            if (flushed) {
                return -1;
            }
            decodeMore();
            dropByteOrderMark();
        }
        int count = Math.min(length, chars.remaining());
        chars.get(into, offset, count);
        return count;
    }

    private void decodeMore() throws IOException {
        fill();
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, ended);
        while (result.isError() && chars.remaining() >= result.length() * Unreadable.MARK_LENGTH) {
            markUnreadable(result.length());
            result = decoder.decode(bytes, chars, ended);
        }
        if (result.isUnderflow() && ended) {
            flushed = decoder.flush(chars).isUnderflow();
        }
        chars.flip();
    }

    private void markUnreadable(int count) {
        int half = halfOfAPair(count);
        if (half >= 0) {
            chars.put((char) half);
            return;
        }
        for (int i = 0; i < count; i++) {
            chars.put(Unreadable.mark(bytes.get()));
        }
    }

    /** Takes half a surrogate pair, which is no sign of another encoding, and gives it; else takes nothing and gives −1. */
    private int halfOfAPair(int count) {
        int start = bytes.position();
        if (decoder.charset().equals(StandardCharsets.UTF_8) && count == 3) {
            bytes.position(start + count);
            return (bytes.get(start) & 0xF) << 12 | (bytes.get(start + 1) & 0x3F) << 6 | bytes.get(start + 2) & 0x3F;
        }
        boolean little = decoder.charset().equals(StandardCharsets.UTF_16LE);
        if (count >= 2 && (little || decoder.charset().equals(StandardCharsets.UTF_16BE))) {
            bytes.position(start + 2);
            return (bytes.get(little ? start + 1 : start) & 0xFF) << 8 | bytes.get(little ? start : start + 1) & 0xFF;
        }
        return -1;
    }

    private void dropByteOrderMark() {
        if (!begun && chars.hasRemaining()) {
            begun = true;
            chars.position(chars.get(chars.position()) == BYTE_ORDER_MARK ? 1 : 0);
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        if (!ended && bytes.hasRemaining()) {
            int read = stream.read(bytes.array(), bytes.position(), bytes.remaining());
            ended = read < 0;
            bytes.position(bytes.position() + Math.max(0, read));
        }
        bytes.flip();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
