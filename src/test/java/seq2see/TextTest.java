package seq2see;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the message bundles to each other and to the code. Every failure prints what to do. */
class TextTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");
    /** Comments are matched too, so that what they quote is no literal. */
    private static final Pattern LITERAL = Pattern.compile(
            "//[^\\n]*|/\\*(?s:.*?)\\*/|\"\"\"(?s:.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\\n])*)\"|'(?:\\\\.|[^'\\\\\\n])+'");
    private static final Pattern KEY = Pattern.compile("[a-z]+(\\.[a-zA-Z]+)+");
    private static final Pattern FILE_NAME = Pattern.compile(".*\\.(json|safetensors|tsv|txt|css|md|properties|png|svg|csv|zip)");
    private static final Pattern HALF_WIDTH = Pattern.compile("\\p{IsHan}\\s?[,;:?!()]|[,;:?!()]\\s?\\p{IsHan}");

    private static Path file(String bundle, String language) {
        return Path.of("resources", "text", bundle + language + ".properties");
    }

    /** The texts of a bundle by key; a key that stands twice fails. */
    private static Map<String, String> texts(Path file) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        List<String> twice = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                int equals = line.indexOf('=');
                if (texts.put(line.substring(0, equals), line.substring(equals + 1)) != null) {
                    twice.add(line.substring(0, equals));
                }
            }
        }
        assertEquals(List.of(), twice, file + ": keep one line of each of these keys");
        return texts;
    }

    private static Set<Integer> argumentsOf(String text) {
        return ARGUMENT.matcher(text).results().map(hit -> Integer.valueOf(hit.group(1))).collect(Collectors.toCollection(TreeSet::new));
    }

    /** All string literals of the sources below a folder. */
    private static Set<String> literals(Path folder) throws IOException {
        Set<String> literals = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path source : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                LITERAL.matcher(Files.readString(source)).results().map((MatchResult hit) -> hit.group(1))
                        .filter(literal -> literal != null && !literal.isEmpty()).forEach(literals::add);
            }
        }
        return literals;
    }

    /** A key is used where the code names it, or puts it together: {@code "group." + name} or {@code "group" … ".name"}. */
    private static boolean isUsed(String key, Set<String> literals) {
        boolean used = literals.contains(key);
        for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
            used |= literals.contains(key.substring(0, dot + 1));
            used |= literals.contains(key.substring(0, dot)) && literals.contains(key.substring(dot));
        }
        return used;
    }

    @ParameterizedTest
    @ValueSource(strings = {"problems", "messages"})
    void bothLanguagesSayTheSameThings(String bundle) throws IOException {
        Map<String, String> english = texts(file(bundle, ""));
        Map<String, String> chinese = texts(file(bundle, "_zh"));
        assertEquals("", lacking(english, chinese), "Add to " + file(bundle, "_zh") + ", in Chinese");
        assertEquals("", lacking(chinese, english), "Add to " + file(bundle, "") + ", in English");
        List<String> differing = english.keySet().stream()
                .filter(key -> !argumentsOf(english.get(key)).equals(argumentsOf(chinese.get(key)))).toList();
        assertEquals(List.of(), differing, "Use the same {n} in both languages");
    }

    private static String lacking(Map<String, String> from, Map<String, String> in) {
        return from.entrySet().stream().filter(entry -> !in.containsKey(entry.getKey()))
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n").collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(strings = {"problems", "messages"})
    void everyTextIsUsed(String bundle) throws IOException {
        Set<String> literals = literals(SOURCES);
        assertEquals(List.of(), texts(file(bundle, "")).keySet().stream().filter(key -> !isUsed(key, literals)).toList(),
                "No code says this: delete the lines from " + file(bundle, "") + " and " + file(bundle, "_zh"));
    }

    @Test
    void everyTextThatCodeNamesIsThere() throws IOException {
        Set<String> keys = new TreeSet<>(texts(file("problems", "")).keySet());
        keys.addAll(texts(file("messages", "")).keySet());
        Set<String> groups = keys.stream().map(key -> key.substring(0, key.indexOf('.') + 1)).collect(Collectors.toSet());
        // Below the window a text like this may be a parameter's name.
        Set<String> literals = literals(SOURCES.resolve("seq2see/app"));
        literals.addAll(literals(SOURCES.resolve("seq2see/cli")));
        assertEquals(List.of(), literals.stream()
                .filter(literal -> KEY.matcher(literal).matches() && !FILE_NAME.matcher(literal).matches())
                .filter(literal -> groups.contains(literal.substring(0, literal.indexOf('.') + 1)) && !keys.contains(literal))
                .filter(literal -> keys.stream().noneMatch(key -> key.startsWith(literal + "."))).toList(),
                "The code names these texts: add them to problems or messages, in both languages");
    }

    @Test
    void everyInputExceptionHasItsText() throws IOException {
        Set<String> keys = texts(file("problems", "")).keySet();
        Pattern thrown = Pattern.compile("new InputException\\(\\s*\"([^\"]+)\"");
        Set<String> lacking = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path source : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                thrown.matcher(Files.readString(source)).results().map(hit -> hit.group(1))
                        .filter(key -> !keys.contains(key)).forEach(lacking::add);
            }
        }
        assertEquals(Set.of(), lacking, "Add to " + file("problems", "") + " and " + file("problems", "_zh"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"problems", "problems_zh", "messages", "messages_zh"})
    void textsAreFinished(String name) throws IOException {
        List<String> faults = new ArrayList<>();
        texts(file(name, "")).forEach((key, text) -> {
            if (text.isBlank() || text.contains("TODO") || text.contains("FIXME") || text.contains("\uFFFD")) {
                faults.add(key + ": write it");
            }
            if (text.replace("''", "").contains("'")) {
                faults.add(key + ": write '' for an apostrophe");
            }
            if (HALF_WIDTH.matcher(text).find()) {
                faults.add(key + ": use full-width punctuation beside Chinese");
            }
        });
        assertEquals(List.of(), faults);
    }

    @Test
    void theCodeHoldsNoNotesToItself() throws IOException {
        List<Path> noted = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path source : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                if (Pattern.compile("\\b(TODO|FIXME|XXX)\\b").matcher(Files.readString(source)).find()) {
                    noted.add(source);
                }
            }
        }
        assertEquals(List.of(), noted, "Do what the notes say, or delete them");
    }
}
