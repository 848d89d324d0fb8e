package seq2see.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import seq2see.corpus.InputException;

class SentenceLinesTest {
    @Test
    void sentencesComeOneALineWithoutByteOrderMarkAndLineEnds() throws Exception {
        assertEquals(List.of("first", "", " 第三 ", "last"), all("\uFEFFfirst\r\n\n 第三 \nlast"));
    }

    @Test
    void aLineThatIsNotUtf8IsNamed() {
        byte[] bytes = {'a', '\n', (byte) 0xC3, '(', '\n'};
        SentenceLines lines = new SentenceLines(new ByteArrayInputStream(bytes));
        InputException problem = assertThrows(InputException.class, () -> {
            lines.next();
            lines.next();
        });
        assertTrue(problem.getMessage().contains("line 2"), problem.getMessage());
    }

    @Test
    void binaryInputIsRefused() {
        SentenceLines lines = new SentenceLines(new ByteArrayInputStream(new byte[] {'a', 0, 'b', '\n'}));
        assertEquals("input.undecodable", assertThrows(InputException.class, lines::next).key());
    }

    @Test
    void anEndlessLineIsRefused() {
        byte[] endless = "x".repeat(2 * SentenceLines.LONGEST_LINE).getBytes(StandardCharsets.UTF_8);
        SentenceLines lines = new SentenceLines(new ByteArrayInputStream(endless));
        assertEquals("input.longLine", assertThrows(InputException.class, lines::next).key());
    }

    @Test
    void inputThatCannotBeReadIsAFaultOfTheInput() {
        SentenceLines lines = new SentenceLines(new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Is a directory");
            }
        });
        assertEquals("standard input cannot be read: the system reports: Is a directory", assertThrows(InputException.class, lines::next).getMessage());
    }

    private static List<String> all(String text) throws IOException, InputException {
        SentenceLines lines = new SentenceLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        List<String> sentences = new ArrayList<>();
        for (Optional<String> next = lines.next(); next.isPresent(); next = lines.next()) {
            sentences.add(next.get());
        }
        return sentences;
    }
}
