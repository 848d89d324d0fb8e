package seq2see;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the map of who may use whom. Where the code leaves it, move the code; the map changes only with the design. */
class HouseTest {
    /** Floor, package below {@code seq2see}, the packages it may use, and the libraries beside the JDK's {@code java.*}. */
    private static final String MAP = """
            6 | cli      | app training trace search model tensor corpus lesson | javafx picocli com.fasterxml.jackson
            5 | app      |     training trace search model tensor corpus lesson | javafx atlantafx org.kordamp.ikonli org.jfree org.scilab.forge org.hipparchus com.fasterxml.jackson javax.imageio
            4 | training |              trace search model tensor corpus        | com.fasterxml.jackson
            3 | trace    |                    search model tensor corpus        |
            2 | search   |                           model tensor corpus        | com.fasterxml.jackson
            1 | model    |                                 tensor corpus        | com.fasterxml.jackson
            0 | tensor   |                                                      | jdk.incubator.vector
            0 | corpus   |                                                      | com.fasterxml.jackson com.ibm.icu de.siegmar.fastcsv javax.xml.stream
            0 | lesson   |                                                      | org.commonmark
            """;

    private record Room(int floor, String name, Set<String> mayUse, Set<String> libraries) {
    }

    private static final Map<String, Room> HOUSE = new TreeMap<>();
    /** By class, the classes that it refers to; both with their packages. */
    private static final Map<String, Set<String>> REFERENCES = new TreeMap<>();

    @BeforeAll
    static void readMapAndClasses() throws Exception {
        for (String row : MAP.lines().toList()) {
            String[] cells = row.split("\\|", -1);
            Room room = new Room(Integer.parseInt(cells[0].strip()), cells[1].strip(), words(cells[2]), words(cells[3]));
            HOUSE.put(room.name(), room);
        }
        Path classes = Path.of(seq2see.cli.Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
                ClassReferences references = ClassReferences.of(file);
                REFERENCES.put(references.name(), references.used());
            }
        }
        assertTrue(REFERENCES.size() > 50, "the compiled classes were not found");
    }

    private static Set<String> words(String cell) {
        return cell.isBlank() ? Set.of() : new TreeSet<>(Arrays.asList(cell.strip().split("\\s+")));
    }

    private static String packageOf(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    /** The package right below {@code seq2see}, as in the map. */
    private static String roomOf(String name) {
        return name.split("\\.")[1];
    }

    private static boolean isOurs(String name) {
        return name.startsWith("seq2see.");
    }

    private static boolean isIn(String name, String library) {
        return name.startsWith(library + ".");
    }

    @Test
    void everyPackageHasARoom() {
        Set<String> strangers = new TreeSet<>();
        REFERENCES.keySet().stream().filter(name -> !HOUSE.containsKey(roomOf(name))).forEach(strangers::add);
        assertEquals(Set.of(), strangers, "These classes are in no package of the map");
    }

    @Test
    void theMapLeadsOnlyDownwards() {
        HOUSE.values().forEach(room -> room.mayUse().forEach(used -> assertTrue(HOUSE.get(used).floor() < room.floor(),
                room.name() + " may not use " + used + ", which is not on a floor below")));
    }

    @Test
    void packagesUseOnlyThoseBelow() {
        List<String> faults = new ArrayList<>();
        REFERENCES.forEach((name, used) -> used.stream().filter(HouseTest::isOurs)
                .filter(other -> !roomOf(other).equals(roomOf(name)) && !HOUSE.get(roomOf(name)).mayUse().contains(roomOf(other)))
                .forEach(other -> faults.add(name + " uses " + other)));
        assertEquals(List.of(), faults, "The map does not allow this");
    }

    @Test
    void packagesUseOnlyTheirLibraries() {
        List<String> faults = new ArrayList<>();
        REFERENCES.forEach((name, used) -> used.stream().filter(other -> !isOurs(other) && !isIn(other, "java"))
                .filter(other -> HOUSE.get(roomOf(name)).libraries().stream().noneMatch(library -> isIn(other, library)))
                .forEach(other -> faults.add(name + " uses " + other)));
        assertEquals(List.of(), faults, "The map does not allow these libraries");
    }

    @Test
    void theEngineKnowsNoWindow() {
        List<String> faults = new ArrayList<>();
        REFERENCES.forEach((name, used) -> used.stream()
                .filter(other -> HOUSE.get(roomOf(name)).floor() <= 4)
                .filter(other -> Stream.of("javafx", "java.awt", "javax.swing", "java.beans").anyMatch(toolkit -> isIn(other, toolkit)))
                .forEach(other -> faults.add(name + " uses " + other)));
        assertEquals(List.of(), faults, "No toolkit on floors 0 to 4");
    }

    @Test
    void noPackagesUseEachOther() {
        Map<String, Set<String>> packages = new TreeMap<>();
        REFERENCES.forEach((name, used) -> used.stream().filter(HouseTest::isOurs)
                .filter(other -> !packageOf(other).equals(packageOf(name)))
                .forEach(other -> packages.computeIfAbsent(packageOf(name), _ -> new TreeSet<>()).add(packageOf(other))));
        for (String start : packages.keySet()) {
            assertFalse(reachable(start, packages).contains(start), () -> start + " uses itself by way of others: " + packages);
        }
    }

    private static Set<String> reachable(String start, Map<String, Set<String>> packages) {
        Set<String> reached = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(packages.get(start));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (reached.add(next)) {
                open.addAll(packages.getOrDefault(next, Set.of()));
            }
        }
        return reached;
    }

    /** The test itself would have noticed: references of every kind are seen. */
    @Test
    void referencesOfEveryKindAreSeen() throws IOException {
        ClassReferences references = ClassReferences.of(Path.of("target/test-classes/seq2see/ClassReferencesSample.class"));
        assertTrue(references.used().containsAll(List.of("java.util.BitSet", "java.util.Optional", "java.util.Locale",
                "java.time.Instant", "java.time.LocalDate", "java.lang.Deprecated", "java.lang.ArithmeticException")),
                references.used().toString());
    }
}
