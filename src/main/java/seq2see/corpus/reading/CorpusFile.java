package seq2see.corpus.reading;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import seq2see.corpus.InputException;
import seq2see.corpus.InputFiles;

/**
 * A file of a corpus, plain or compressed by gzip, which is seen by its content.
 *
 * @param name  what it is called
 * @param place what an {@link InputException} calls it
 */
public record CorpusFile(String name, Path place, Opener opener) {
    /** Opens the file's bytes as they are stored. */
    @FunctionalInterface
    public interface Opener {
        InputStream open() throws IOException, InputException;
    }

    /** How large a file was and when it was written last; of what is no plain file, nothing is known. */
    record Stamp(boolean known, long size, FileTime written) {
    }

    public static CorpusFile of(Path file) {
        return new CorpusFile(String.valueOf(file.getFileName()), file, () -> InputFiles.open(file));
    }

    /** Opens it, decompressed where it is compressed; what it tells of its progress is by the bytes stored. */
    InputStream open(ReadingProgress progress) throws IOException, InputException {
        refusePipe();
        long size = stamp().size();
        InputStream stored = new BufferedInputStream(new Counting(opener.open(), size, progress), 1 << 16);
        try {
            stored.mark(2);
            boolean compressed = stored.read() == 0x1F && stored.read() == 0x8B;
            stored.reset();
            return compressed ? new WholeGzip(stored) : stored;
        } catch (IOException failure) {
            stored.close();
            throw failure;
        }
    }

    /** The first bytes, at most {@code count}, decompressed. */
    byte[] head(int count) throws InputException {
        try (InputStream stream = open(ReadingProgress.NONE)) {
            return stream.readNBytes(count);
        } catch (IOException failure) {
            throw refusal(failure);
        }
    }

    /** What tells its content apart from any other: SHA-256 of its bytes as they are stored, in hexadecimal digits. */
    public String fingerprint() throws InputException {
        try (InputStream stream = opener.open()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException failure) {
            throw refusal(failure);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Stamp stamp() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(place, BasicFileAttributes.class);
            return new Stamp(attributes.isRegularFile(), attributes.size(), attributes.lastModifiedTime());
        } catch (IOException gone) {
            return new Stamp(false, 0, FileTime.fromMillis(0));
        }
    }

    /** Refuses a file that is no longer what it was when it was opened. */
    void refuseChanged(Stamp before) throws InputException {
        if (before.known() && !before.equals(stamp())) {
            throw new InputException("file.changed", place);
        }
    }

    /** A corpus is read several times, and what a pipe gave is gone. */
    private void refusePipe() throws InputException {
        if (Files.exists(place) && !Files.isRegularFile(place) && !Files.isDirectory(place)) {
            throw new InputException("corpus.pipe", place);
        }
    }

    /** What a failure to read says to a person. */
    InputException refusal(IOException failure) {
        return switch (failure) {
            case EOFException _ -> new InputException("file.gzip", place);
            case ZipException _ -> new InputException("file.gzip", place);
            case TextLines.EndlessLineException _ -> new InputException("corpus.endlessLine", place);
            default -> InputFiles.refusal(place, failure);
        };
    }

    /** Refuses what stands behind the compressed data and is none, which Java would pass over: its header may be damaged. Zeros may fill a block. */
    private static final class WholeGzip extends GZIPInputStream {
        /** In bytes: check sum and size, behind the data. */
        private static final int TRAILER = 8;

        WholeGzip(InputStream stored) throws IOException {
            super(stored, 1 << 16);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            if (count < 0) {
                refuseMore();
            }
            return count;
        }

        private void refuseMore() throws IOException {
            int sum = 0;
            for (int i = len - Math.max(0, inf.getRemaining() - TRAILER); i < len; i++) {
                sum |= buf[i];
            }
            for (int more = in.read(); more >= 0; more = in.read()) {
                sum |= more;
            }
            if (sum != 0) {
                throw new ZipException("more than compressed data");
            }
        }
    }

    /** Counts the bytes that go by. */
    private static final class Counting extends FilterInputStream {
        private final long size;
        private final ReadingProgress progress;
        private long read;

        Counting(InputStream stream, long size, ReadingProgress progress) {
            super(stream);
            this.size = size;
            this.progress = progress;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            read += Math.max(0, count);
            progress.at(size == 0 ? 0 : Math.min(1, (double) read / size));
            return count;
        }
    }
}
