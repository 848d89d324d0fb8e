package seq2see.corpus;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads entries of a ZIP file that may be damaged or made to do harm: none gives more bytes than it says, or others. */
public final class Archive {
    /** No packed byte gives more bytes than this: what claims to is no sound ZIP. */
    private static final long MOST_UNPACKED = 1100;

    private final Path file;
    private final ZipFile zip;

    /** @param file for what is said of it */
    public Archive(Path file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
    }

    /** Reads an entry's bytes. */
    public interface Reading<T> {
        /** @param size how many bytes the stream has at most */
        T of(InputStream stream, long size) throws IOException, InputException;
    }

    public boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /**
     * Reads an entry to its end.
     *
     * @param largest how many bytes it may have
     * @throws InputException where it is missing, larger, or not what was written
     */
    public <T> T read(String name, long largest, Reading<T> reading) throws IOException, InputException {
        ZipEntry entry = entry(name, largest);
        try (CheckedInputStream stream = new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
            T found = reading.of(new Bounded(stream, entry.getSize()), entry.getSize());
            boolean ended = stream.read() < 0;
            if (!ended || stream.getChecksum().getValue() != entry.getCrc()) {
                throw new InputException("model.damaged", file);
            }
            return found;
        }
    }

    /** An entry whose size can be believed before it is unpacked. */
    private ZipEntry entry(String name, long largest) throws IOException, InputException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new InputException("model.incomplete", file, name);
        }
        long size = entry.getSize();
        long packed = entry.getCompressedSize();
        if (size < 0 || size > largest || packed > Files.size(file) || size > MOST_UNPACKED * packed) {
            throw new InputException("model.entrySize", file, name, String.valueOf(size));
        }
        return entry;
    }

    /** Ends where the entry says that it ends. */
    private static final class Bounded extends FilterInputStream {
        private long left;

        Bounded(InputStream stream, long size) {
            super(stream);
            left = size;
        }

        @Override
        public int read() throws IOException {
            int next = left > 0 ? super.read() : -1;
            left -= next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left == 0 && length > 0) {
                return -1;
            }
            int read = super.read(bytes, offset, (int) Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
