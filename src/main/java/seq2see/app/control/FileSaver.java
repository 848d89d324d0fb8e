package seq2see.app.control;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import seq2see.corpus.InputException;
import seq2see.corpus.OutputFiles;

/** Writes the files that a person saves, one after the other, beside the window. */
public final class FileSaver {
    private static final System.Logger LOGGER = System.getLogger(FileSaver.class.getName());

    private final ExecutorService executor = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("saving").factory());
    private final Consumer<InputException> tell;

    /** @param tell hears, on the saving thread, why a file could not be written */
    public FileSaver(Consumer<InputException> tell) {
        this.tell = tell;
    }

    /** Writes a file as soon as those asked for before are written; returns at once. */
    public void save(Path file, OutputFiles.Content content) {
        executor.execute(() -> write(file, content));
    }

    private void write(Path file, OutputFiles.Content content) {
        try {
            OutputFiles.write(file, content);
        } catch (InputException refused) {
            tell.accept(refused);
        } catch (RuntimeException | OutOfMemoryError fault) {
            LOGGER.log(System.Logger.Level.ERROR, "not saved: " + file, fault);
            tell.accept(new InputException("program.fault", String.valueOf(fault)));
        }
    }

    /** Waits until everything asked for is written, but not for ever. */
    public void close(Deadline deadline) {
        deadline.end(executor, "saved files");
    }
}
