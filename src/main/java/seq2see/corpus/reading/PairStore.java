package seq2see.corpus.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The text of many pairs in few objects: both sides in UTF-8, end to end, and where each begins. A million short pairs
 * take little more than their file does.
 */
final class PairStore {
    private static final int CHUNK_BITS = 24;
    private static final int CHUNK = 1 << CHUNK_BITS;

    private final List<byte[]> chunks = new ArrayList<>(List.of(new byte[1 << 12]));
    private int used;
    private final Ints lines = new Ints();
    private final Ints sourceLengths = new Ints();
    private final Ints targetLengths = new Ints();
    /** Chunk and place in it, as two numbers in one. */
    private final Ints chunkOf = new Ints();
    private final Ints starts = new Ints();

    /** Adds a pair whose sides hold whole characters only, at most a few million of them. */
    void add(long line, String source, String target) {
        byte[] sourceBytes = source.getBytes(StandardCharsets.UTF_8);
        byte[] targetBytes = target.getBytes(StandardCharsets.UTF_8);
        int length = sourceBytes.length + targetBytes.length;
        byte[] chunk = roomFor(length);
        System.arraycopy(sourceBytes, 0, chunk, used, sourceBytes.length);
        System.arraycopy(targetBytes, 0, chunk, used + sourceBytes.length, targetBytes.length);
        lines.add(Math.toIntExact(line));
        sourceLengths.add(sourceBytes.length);
        targetLengths.add(targetBytes.length);
        chunkOf.add(chunks.size() - 1);
        starts.add(used);
        used += length;
    }

    private byte[] roomFor(int length) {
        byte[] chunk = chunks.getLast();
        if (used + length <= chunk.length) {
            return chunk;
        }
        if (used + length <= CHUNK) {
            chunks.set(chunks.size() - 1, Arrays.copyOf(chunk, Math.min(CHUNK, Math.max(2 * chunk.length, used + length))));
        } else {
            chunks.add(new byte[Math.max(CHUNK, length)]);
            used = 0;
        }
        return chunks.getLast();
    }

    int size() {
        return lines.size();
    }

    long line(int index) {
        return lines.get(index);
    }

    String source(int index) {
        return text(index, starts.get(index), sourceLengths.get(index));
    }

    String target(int index) {
        return text(index, starts.get(index) + sourceLengths.get(index), targetLengths.get(index));
    }

    private String text(int index, int from, int length) {
        return new String(chunks.get(chunkOf.get(index)), from, length, StandardCharsets.UTF_8);
    }
}
