package seq2see.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2see.ForkedJava;

/** The commands that show nothing run in a Java that has no JavaFX at all. */
class NoToolkitTest {
    @TempDir
    Path folder;

    @Test
    void everyCommandThatShowsNothingDoesWithoutJavaFx() throws Exception {
        Path model = folder.resolve("m.seq2see");
        Path corpus = TinyModel.corpus(folder);
        Path output = folder.resolve("output.txt");
        List<String> command = ForkedJava.withoutToolkit(EveryCommand.class, corpus.toString(), model.toString());
        int exitCode = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start().waitFor();
        assertEquals(0, exitCode, Files.readString(output));
    }

    /** Runs them one after the other and exits with the first code that is not 0. */
    static final class EveryCommand {
        private EveryCommand() {
        }

        public static void main(String[] arguments) {
            String corpus = arguments[0];
            String model = arguments[1];
            for (String[] call : new String[][] {
                {"corpus", corpus},
                {"train", "--corpus", corpus, "--out", model, "--steps", "2", "--hidden", "4"},
                {"translate", "--model", model, "the cat"},
                {"evaluate", "--model", model, "--corpus", corpus},
                {"trace", "--model", model, "--text", "the cat"},
                {"search", "--model", model, "--text", "the cat", "--search", "beam", "--json"},
                {"export", "--model", model, "--out", model + ".safetensors"},
                {"--help"}}) {
                int exitCode = Commands.run(call, Terminal.ofTheSystem());
                if (exitCode != 0) {
                    System.exit(exitCode);
                }
            }
        }
    }
}
