package seq2see.corpus;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes whole files or nothing: into a temporary file in the same folder, which is forced to disk and then takes the
 * name. Until then a file that was there before stays as it was.
 */
public final class OutputFiles {
    private OutputFiles() {
    }

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream stream) throws IOException, InputException;
    }

    /** @throws InputException where the file cannot be written; nothing is left behind then */
    public static void write(Path file, Content content) throws InputException {
        refuseUnsuitable(file);
        Path temporary = temporaryBeside(file);
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                 OutputStream stream = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
                content.writeTo(stream);
                stream.flush();
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw InputFiles.refusal(file, failure);
        } finally {
            deleteIfThere(temporary);
        }
    }

    /** Refuses a file that could not be written, so that long work for it need not begin. */
    public static void refuseUnwritable(Path file) throws InputException {
        refuseUnsuitable(file);
        Path temporary = temporaryBeside(file);
        try {
            Files.createFile(temporary);
        } catch (IOException failure) {
            throw InputFiles.refusal(file, failure);
        } finally {
            deleteIfThere(temporary);
        }
    }

    private static void refuseUnsuitable(Path file) throws InputException {
        InputFiles.refuseUnnamed(file);
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || folder == null) {
            throw new InputException("file.folder", file);
        }
        if (!Files.isDirectory(folder)) {
            throw new InputException("output.noFolder", file, folder);
        }
        // A device such as /dev/null must not be replaced by a file, nor one that its owner protects.
        if (Files.exists(file) && !(Files.isRegularFile(file) && Files.isWritable(file))) {
            throw new InputException("file.denied", file);
        }
    }

    private static Path temporaryBeside(Path file) {
        return file.resolveSibling("." + UUID.randomUUID() + ".tmp");
    }

    private static void deleteIfThere(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException _) {
            // Whatever kept the file from being written is what the person is told.
        }
    }
}
