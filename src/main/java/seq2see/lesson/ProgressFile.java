package seq2see.lesson;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import java.util.function.UnaryOperator;

/**
 * Keeps {@link Progress} in a file. Each change reads the file anew and replaces it whole, under a lock: two windows add to
 * each other's progress, and one that is killed leaves the file as it was before or as it is after. Progress is a comfort:
 * a file that is missing, damaged or cannot be written never stands in anyone's way.
 */
public final class ProgressFile {
    /** A lock of the system is the process's: within one, windows take turns here. */
    private static final Object TURN = new Object();

    private final Path file;

    public ProgressFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    public Progress load() {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return Progress.of(properties);
        } catch (IOException | IllegalArgumentException _) {
            return Progress.NONE;
        }
    }

    /** Changes what is kept by now. @return what is kept from now on; only remembered by nobody where it cannot be written */
    public Progress update(UnaryOperator<Progress> change) {
        synchronized (TURN) {
            try {
                Files.createDirectories(file.getParent());
                try (FileChannel channel = FileChannel.open(file.resolveSibling(file.getFileName() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                     FileLock _ = channel.lock()) {
                    Progress changed = change.apply(load());
                    write(changed);
                    return changed;
                }
            } catch (IOException _) {
                return change.apply(load());
            }
        }
    }

    /** Forgets everything. */
    public void clear() {
        update(progress -> Progress.NONE);
    }

    private void write(Progress progress) throws IOException {
        Path temporary = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".tmp");
        try {
            try (Writer writer = Files.newBufferedWriter(temporary)) {
                progress.properties().store(writer, null);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
