package seq2see.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SystemFileChoiceTest {
    @Test
    void aNameGetsTheEndingThatItLacks() {
        assertEquals(Path.of("a", "lecture1.seq2scene"), SystemFileChoice.completed(Path.of("a", "lecture1"), ".seq2scene"));
        assertEquals(Path.of("lecture.1.png"), SystemFileChoice.completed(Path.of("lecture.1"), ".png"));
        assertEquals(Path.of("lecture.PNG"), SystemFileChoice.completed(Path.of("lecture.PNG"), ".png"));
    }
}
