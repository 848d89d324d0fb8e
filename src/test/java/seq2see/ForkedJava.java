package seq2see;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Another Java process on the classes of this one. */
public final class ForkedJava {
    private static final Pattern OF_THE_WINDOW = Pattern.compile("(javafx|atlantafx|ikonli|jfreechart|org\\.jfree|testfx|openjfx).*");

    private ForkedJava() {
    }

    /** The command line of a process whose class path has nothing that can open a window. */
    public static List<String> withoutToolkit(Class<?> main, String... arguments) {
        String reduced = Arrays.stream(classPath().split(File.pathSeparator))
                .filter(entry -> !OF_THE_WINDOW.matcher(Path.of(entry).getFileName().toString()).matches())
                .collect(Collectors.joining(File.pathSeparator));
        return command(reduced, List.of("--add-modules", "jdk.incubator.vector"), main, arguments);
    }

    /**
     * A process started with these flags and those only.
     *
     * @param errors where its standard error goes
     * @return what it wrote to standard output
     * @throws IllegalStateException where it does not exit with 0
     */
    public static String output(ProcessBuilder.Redirect errors, List<String> flags, Class<?> main, String... arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(classPath(), flags, main, arguments)).redirectError(errors).start();
        String said = new String(process.getInputStream().readAllBytes()).strip();
        int exitCode = process.waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException(main.getName() + " ended with " + exitCode + ": " + said);
        }
        return said;
    }

    private static List<String> command(String classPath, List<String> flags, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
