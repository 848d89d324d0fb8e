package seq2see.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/licences.md names every library of the build in its version, and none beside. */
class LicenceListTest {
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");
    /** The artifact and the version of a jar's name; JavaFX adds the platform. Build tools bring jars of their own. */
    private static final Pattern JAR = Pattern.compile("([a-z][a-zA-Z0-9.-]*?)-(\\d[\\d.]*)(-[a-z0-9-]+)?\\.jar");

    @Test
    void theListIsThatOfTheClassPath() throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Set<String> used = new TreeSet<>();
        for (String entry : classPath.split(File.pathSeparator)) {
            var jar = JAR.matcher(Path.of(entry).getFileName().toString());
            if (jar.matches() && !jar.group(1).startsWith("surefire")) {
                used.add(jar.group(1) + " " + jar.group(2));
            }
        }
        assertEquals(used, new TreeSet<>(listed(Files.readAllLines(Path.of("docs/licences.md")))));
    }

    private static List<String> listed(List<String> lines) {
        return lines.stream().filter(line -> line.startsWith("| `")).flatMap(line -> {
            String[] cells = line.split("\\|");
            Stream<MatchResult> names = NAME.matcher(cells[1]).results();
            return names.map(name -> name.group(1) + " " + cells[2].strip());
        }).toList();
    }
}
