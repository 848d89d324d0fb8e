package seq2see.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that show nothing run in a Java that has no JavaFX at all. */
class NoToolkitTest {
    private static final Pattern OF_THE_WINDOW = Pattern.compile("(javafx|atlantafx|ikonli|jfreechart|org\\.jfree|testfx|openjfx).*");

    @TempDir
    Path folder;

    @Test
    void corpusDoesWithoutJavaFx() throws Exception {
        run("corpus", "sample-corpora/dates.tsv");
    }

    private void run(String... arguments) throws Exception {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String reduced = Arrays.stream(classPath.split(File.pathSeparator))
                .filter(entry -> !OF_THE_WINDOW.matcher(Path.of(entry).getFileName().toString()).matches())
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules", "jdk.incubator.vector", "-cp", reduced, "seq2see.cli.Main"));
        command.addAll(List.of(arguments));
        Path output = folder.resolve("output.txt");
        int exitCode = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start().waitFor();
        assertEquals(0, exitCode, () -> String.join(" ", arguments) + ": " + readable(output));
    }

    private static String readable(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException failure) {
            return failure.toString();
        }
    }
}
