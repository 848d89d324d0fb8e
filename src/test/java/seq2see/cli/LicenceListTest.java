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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** docs/licences.md names every library of the build in its version, and none beside; with the profile {@code peers}, its too. */
@Tag("peers")
class LicenceListTest {
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");
    /** The artifact and the version of a jar's name; JavaFX adds the platform. Build tools bring jars of their own. */
    private static final Pattern JAR = Pattern.compile("([a-z][a-zA-Z0-9.-]*?)-(\\d[\\d.]*(?:-\\d[\\d.]*)?)(-[a-z0-9_-]+)?\\.jar");

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
        List<String> lines = Files.readAllLines(Path.of("docs/licences.md"));
        boolean peers = used.stream().anyMatch(library -> library.startsWith("pytorch "));
        assertEquals(used, new TreeSet<>(listed(peers ? lines : withoutPeers(lines))));
    }

    private static List<String> withoutPeers(List<String> lines) {
        int heading = lines.indexOf("## Only in the profile `peers`");
        int next = heading + 1;
        while (!lines.get(next).startsWith("## ")) {
            next++;
        }
        return Stream.concat(lines.subList(0, heading).stream(), lines.subList(next, lines.size()).stream()).toList();
    }

    private static List<String> listed(List<String> lines) {
        return lines.stream().filter(line -> line.startsWith("| `")).flatMap(line -> {
            String[] cells = line.split("\\|");
            Stream<MatchResult> names = NAME.matcher(cells[1]).results();
            return names.map(name -> name.group(1) + " " + cells[2].strip());
        }).toList();
    }
}
