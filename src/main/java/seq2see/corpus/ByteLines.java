package seq2see.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream of bytes into lines at LF or CRLF and at nothing else. It holds one line at a time and of that never more
 * than a limit.
 */
public final class ByteLines {
    private final InputStream stream;
    private final int longest;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int filled;
    private byte[] line = new byte[1 << 10];
    private int length;
    private long number;
    private long size;
    private boolean holdsNul;

    /** @param longest how many bytes of a line are kept */
    public ByteLines(InputStream stream, int longest) {
        this.stream = stream;
        this.longest = longest;
    }

    /**
     * Goes to the next line; one that is longer than the given size, or that holds a NUL byte, is left at that point.
     *
     * @return false at the end of the stream
     */
    public boolean next(long endless) throws IOException {
        if (!fill()) {
            return false;
        }
        number++;
        length = 0;
        size = 0;
        while (fill()) {
            byte next = buffer[position++];
            if (next == '\n') {
                if (size <= longest && length > 0 && line[length - 1] == '\r') {
                    length--;
                }
                return true;
            }
            take(next);
            if (holdsNul || size > endless) {
                return true;
            }
        }
        return true;
    }

    private void take(byte next) {
        holdsNul |= next == 0;
        if (size++ < longest) {
            if (length == line.length) {
                line = Arrays.copyOf(line, Math.min(2 * length, longest));
            }
            line[length++] = next;
        }
    }

    private boolean fill() throws IOException {
        if (position == filled) {
            position = 0;
            filled = Math.max(0, stream.read(buffer));
        }
        return position < filled;
    }

    /** The line's number, from 1. */
    public long number() {
        return number;
    }

    /** How many bytes the line has, its CR counted. */
    public long size() {
        return size;
    }

    public boolean holdsNul() {
        return holdsNul;
    }

    /** The line, or as much of it as is kept. */
    public byte[] bytes() {
        return Arrays.copyOf(line, length);
    }
}
