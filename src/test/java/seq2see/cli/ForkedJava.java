package seq2see.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The command line of another Java process on the classes of this one. */
final class ForkedJava {
    private static final Pattern OF_THE_WINDOW = Pattern.compile("(javafx|atlantafx|ikonli|jfreechart|org\\.jfree|testfx|openjfx).*");

    private ForkedJava() {
    }

    /** A process whose class path has nothing that can open a window. */
    static List<String> withoutToolkit(Class<?> main, String... arguments) {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String reduced = Arrays.stream(classPath.split(File.pathSeparator))
                .filter(entry -> !OF_THE_WINDOW.matcher(Path.of(entry).getFileName().toString()).matches())
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules", "jdk.incubator.vector", "-cp", reduced, main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
