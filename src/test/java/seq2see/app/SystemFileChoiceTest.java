package seq2see.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemFileChoiceTest {
    @TempDir
    private Path folder;
    private final List<String> proposed = new ArrayList<>();

    @Test
    void aNameGetsTheEndingThatItLacks() {
        assertEquals(Path.of("a", "lecture1.seq2scene"), SystemFileChoice.completed(Path.of("a", "lecture1"), ".seq2scene"));
        assertEquals(Path.of("lecture.1.png"), SystemFileChoice.completed(Path.of("lecture.1"), ".png"));
        assertEquals(Path.of("lecture.PNG"), SystemFileChoice.completed(Path.of("lecture.PNG"), ".png"));
    }

    /** What a person answers, one dialog after the other; they change their mind at the end. */
    private Optional<Path> saved(String... answers) {
        Iterator<String> next = List.of(answers).iterator();
        return SystemFileChoice.withEnding(() -> next.hasNext() ? Optional.of(folder.resolve(next.next())) : Optional.empty(), proposed::add, ".seq2scene");
    }

    @Test
    void aFileThatHasTheNameWithItsEndingIsNotReplacedUnasked() throws IOException {
        Path there = Files.createFile(folder.resolve("lecture1.seq2scene"));
        assertEquals(Optional.empty(), saved("lecture1"));
        assertEquals(List.of("lecture1.seq2scene"), proposed);
        assertEquals(Optional.of(there), saved("lecture1", "lecture1.seq2scene"), "of the whole name the dialog itself has asked");
        assertEquals(Optional.of(folder.resolve("lecture2.seq2scene")), saved("lecture1", "lecture2"));
    }

    @Test
    void aNewNameIsAskedForOnce() {
        assertEquals(Optional.of(folder.resolve("lecture1.seq2scene")), saved("lecture1"));
        assertEquals(List.of(), proposed);
    }
}
