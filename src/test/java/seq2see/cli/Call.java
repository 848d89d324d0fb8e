package seq2see.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One call of the command line in this process, and what it left on the streams. */
record Call(int exitCode, String output, String errors) {

    static Call of(Object... arguments) {
        return withInput(new byte[0], arguments);
    }

    static Call withInput(byte[] input, Object... arguments) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        String[] texts = List.of(arguments).stream().map(String::valueOf).toArray(String[]::new);
        int exitCode = Commands.run(texts, Terminal.of(new ByteArrayInputStream(input), output, errors, false));
        return new Call(exitCode, output.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
    }

    List<String> lines() {
        return output.lines().toList();
    }

    /** Nothing is wrong. */
    Call done() {
        assertEquals(Commands.DONE, exitCode, errors);
        return this;
    }

    /** The input was refused: one line, and no result. */
    String refusal() {
        assertEquals(Commands.INPUT_AT_FAULT, exitCode, errors);
        assertEquals("", output);
        assertEquals(1, errors.lines().count(), errors);
        return errors.strip();
    }

    /** The call was refused: one line, a hint, and no result. */
    String misuse() {
        assertEquals(Commands.CALL_AT_FAULT, exitCode, errors);
        assertEquals("", output);
        List<String> lines = errors.lines().toList();
        assertEquals(2, lines.size(), errors);
        assertEquals(true, lines.getLast().startsWith("Try: seq2see") && lines.getLast().endsWith("--help"), errors);
        return lines.getFirst();
    }
}
