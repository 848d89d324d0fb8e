package seq2see.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Progress survives whatever happens to windows and files. */
class ProgressFileTest {
    @TempDir
    private Path folder;

    private ProgressFile file() {
        return new ProgressFile(folder.resolve("of/user/lessons.properties"));
    }

    @Test
    void whatIsKeptIsThereAgain() {
        file().update(progress -> progress.at("loss", 3).answered("loss", 3, "value 0.7"));
        Progress again = file().load();
        assertEquals("loss", again.lesson());
        assertEquals(3, again.step());
        assertEquals("value 0.7", again.answer("loss", 3));
        assertNull(again.answer("loss", 2));
    }

    @Test
    void theFurthestStepStays() {
        file().update(progress -> progress.at("loss", 5));
        file().update(progress -> progress.at("loss", 2));
        assertEquals(5, file().load().read().get("loss"));
        assertEquals(2, file().load().step());
    }

    @Test
    void windowsAddToEachOther() throws InterruptedException {
        try (ExecutorService windows = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 80).forEach(i -> windows.execute(() -> file().update(progress -> progress.answered("loss", i, "choice " + i))));
            windows.shutdown();
            windows.awaitTermination(30, TimeUnit.SECONDS);
        }
        assertEquals(80, file().load().answers().size());
    }

    @Test
    void itCanBeCleared() {
        file().update(progress -> progress.at("loss", 5).answered("loss", 1, "choice 1"));
        file().clear();
        assertEquals(Progress.NONE, file().load());
    }

    @Test
    void damageStandsInNobodysWay() throws IOException {
        Path damaged = Files.createDirectories(folder.resolve("of/user")).resolve("lessons.properties");
        for (String content : List.of("\\uXX", "\u0000\u0001", "step=many\nread.loss=x\nlesson=loss", "step=-4")) {
            Files.writeString(damaged, content);
            assertEquals(1, file().load().step());
        }
        Files.delete(damaged);
        Files.createDirectories(damaged);
        file().update(progress -> progress.at("loss", 2));
        assertEquals(Progress.NONE, file().load());
    }

    @Test
    void aStepThatIsNoneIsNotRead() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("of/user")).resolve("lessons.properties"), "read.loss=x\nread.data=0\nread.cells=-1\nread.tokens=3\n");
        assertEquals(Map.of("tokens", 3), file().load().read());
    }

    @Test
    void nothingIsLeftBeside() throws IOException {
        file().update(progress -> progress.at("loss", 2));
        try (Stream<Path> files = Files.list(folder.resolve("of/user"))) {
            assertEquals(List.of("lessons.properties", "lessons.properties.lock"), files.map(path -> path.getFileName().toString()).sorted().toList());
        }
    }
}
