package seq2see.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Drives the launcher with fake java executables, which print their own name and their arguments, one a line. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final Path LAUNCHER = Path.of("src/main/launcher/seq2see");

    @TempDir
    Path folder;
    private Path program;
    private Path tools;
    private Path launcher;

    @BeforeEach
    void install() throws IOException {
        program = Files.createDirectories(folder.resolve("a program/with spaces"));
        tools = Files.createDirectories(folder.resolve("tools"));
        Files.createDirectories(program.resolve("lib"));
        launcher = Files.copy(LAUNCHER, Files.createDirectories(program.resolve("bin")).resolve("seq2see"));
        for (String tool : List.of("dirname", "readlink", "sed")) {
            script(tools.resolve(tool), "exec '%s' \"$@\"\n".formatted(onPath(tool)));
        }
    }

    @Test
    void javaHomeComesFirst() throws Exception {
        Path home = jdk("home of java", "25.0.1");
        builtWith(jdk("built", "25"));
        assertEquals(java(home), run(launcher, home).output().getFirst());
    }

    @Test
    void anOldJavaHomeGivesWayToTheJdkThatBuiltTheProgram() throws Exception {
        Path built = jdk("built with it", "26-ea");
        builtWith(built);
        assertEquals(java(built), run(launcher, jdk("old", "17.0.15")).output().getFirst());
    }

    @Test
    void aJdkThatIsGoneGivesWayToThePath() throws Exception {
        builtWith(folder.resolve("gone"));
        fakeJava(tools.resolve("java"), "25");
        assertEquals(tools.resolve("java").toString(), run(launcher, null).output().getFirst());
    }

    @Test
    void noJavaIsSaidInOneLineThatNamesWhatWasTried() throws Exception {
        builtWith(folder.resolve("gone"));
        fakeJava(tools.resolve("java"), "1.8.0_392");
        Run run = run(launcher, jdk("old", "17.0.15"));
        assertEquals(2, run.exitCode());
        assertEquals(List.of(), run.output());
        assertEquals(1, run.errors().size(), run.errors()::toString);
        String line = run.errors().getFirst();
        for (String word : List.of("Java 25", "JAVA_HOME is Java 17", "gone/bin/java", "java on the PATH is Java 1", "install")) {
            assertTrue(line.contains(word), line);
        }
    }

    @Test
    void aPathWithoutJavaIsSaid() throws Exception {
        Run run = run(launcher, null);
        assertEquals(2, run.exitCode());
        assertTrue(run.errors().getFirst().contains("JAVA_HOME is not set; there is no java on the PATH"), run.errors()::toString);
    }

    @Test
    void argumentsArriveAsTheyWereGiven() throws Exception {
        List<String> arguments = List.of("two words", "", "*", "$HOME", "a\"b'c", "\\", "你好", "-x");
        List<String> output = run(launcher, jdk("home", "25"), arguments.toArray(String[]::new)).output();
        int main = output.indexOf("seq2see.cli.Main");
        assertEquals(arguments, output.subList(main + 1, output.size()));
    }

    @Test
    void theProgramIsFoundThroughSymbolicLinks() throws Exception {
        Path absolute = Files.createSymbolicLink(folder.resolve("absolute link"), launcher);
        Path relative = Files.createSymbolicLink(folder.resolve("relative"), Path.of("absolute link"));
        List<String> output = run(relative, jdk("home", "25")).output();
        assertTrue(Files.isSymbolicLink(absolute));
        assertTrue(output.contains(program.toRealPath() + "/lib/*"), output::toString);
    }

    @Test
    void theExitCodeIsThatOfTheProgram() throws Exception {
        Path home = jdk("home", "25");
        Files.writeString(home.resolve("bin/java"), "[ \"$1\" = -version ] || exit 7\n", StandardOpenOption.APPEND);
        assertEquals(7, run(launcher, home).exitCode());
    }

    /** The build's flags, which open the window, and those of both launchers are the same. */
    @Test
    void allStartsGiveJavaTheSameFlags() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String flags = pom.substring(pom.indexOf("<java.flags>") + "<java.flags>".length(), pom.indexOf("</java.flags>"));
        for (Path file : List.of(LAUNCHER, Path.of("src/main/launcher/seq2see.bat"))) {
            assertTrue(Files.readString(file).contains(flags), file + " starts java without " + flags);
        }
    }

    private record Run(int exitCode, List<String> output, List<String> errors) {
    }

    private Run run(Path script, Path javaHome, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("/bin/sh", script.toString()));
        command.addAll(List.of(arguments));
        Path output = folder.resolve("output.txt");
        Path errors = folder.resolve("errors.txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
        builder.environment().put("PATH", tools.toString());
        builder.environment().remove("JAVA_HOME");
        if (javaHome != null) {
            builder.environment().put("JAVA_HOME", javaHome.toString());
        }
        int exitCode = builder.start().waitFor();
        return new Run(exitCode, Files.readAllLines(output), Files.readAllLines(errors));
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        fakeJava(home.resolve("bin/java"), version);
        return home;
    }

    private static void fakeJava(Path file, String version) throws IOException {
        script(file, """
                if [ "$1" = -version ]; then
                  echo 'Picked up JAVA_TOOL_OPTIONS: -Xmx1g' >&2
                  echo 'openjdk version "%s" 2026-01-01' >&2
                  echo 'OpenJDK Runtime Environment (build 1)' >&2
                else
                  printf '%%s\\n' "$0" "$@"
                fi
                """.formatted(version));
    }

    private static void script(Path file, String commands) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + commands);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void builtWith(Path home) throws IOException {
        Files.writeString(program.resolve("lib/built-with.txt"), home + "\n");
    }

    private static String java(Path home) {
        return home.resolve("bin/java").toString();
    }

    private static Path onPath(String tool) {
        return Stream.of(System.getenv("PATH").split(":")).map(entry -> Path.of(entry, tool)).filter(Files::isExecutable)
                .findFirst().orElseThrow();
    }
}
