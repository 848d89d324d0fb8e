package seq2see.app.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2see.corpus.InputException;

class FileSaverTest {
    @TempDir
    Path folder;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final FileSaver saver = new FileSaver(problem -> told.add(problem.key()));

    @Test
    void closingWaitsForWhatIsBeingWritten() throws IOException, InterruptedException {
        CountDownLatch closing = new CountDownLatch(1);
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        saver.save(first, stream -> {
            closing.countDown();
            stream.write(new byte[1 << 20]);
        });
        saver.save(second, stream -> stream.write(1));
        closing.await();
        saver.close(Deadline.inSeconds(60));
        assertEquals(1 << 20, Files.size(first));
        assertEquals(1, Files.size(second));
    }

    @Test
    void everyFaultIsToldAndTheNextFileIsWritten() throws IOException {
        // The faults are meant: their stack traces would only alarm.
        Logger.getLogger(FileSaver.class.getName()).setLevel(Level.OFF);
        saver.save(folder.resolve("refused"), stream -> {
            throw new InputException("file.denied", "refused");
        });
        saver.save(folder.resolve("fault"), stream -> {
            throw new IllegalStateException("a fault");
        });
        saver.save(folder.resolve("memory"), stream -> {
            throw new OutOfMemoryError("no room");
        });
        saver.save(folder.resolve("good"), stream -> stream.write(1));
        saver.close(Deadline.inSeconds(60));
        assertEquals(List.of("file.denied", "program.fault", "program.fault"), told);
        assertFalse(Files.exists(folder.resolve("fault")));
        assertEquals(1, Files.size(folder.resolve("good")));
    }
}
