package seq2see;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds style sheets and code to each other: no rule for what is nowhere, no style class that no rule is for. */
class StyleTest {
    private static final Path SOURCES = Path.of("src/main/java");
    /** What JavaFX calls the parts of its own controls. */
    private static final Set<String> OF_JAVAFX = Set.of("root", "popup", "tooltip", "context-menu", "combo-box", "combo-box-popup", "list-view", "list-cell",
            "arrow-button", "scroll-bar", "viewport", "slider", "thumb", "track", "bar", "spinner", "text-field", "toggle-button", "menu-button");
    /** What AtlantaFX calls the parts of its controls, and the classes that its own rules are for. */
    private static final Set<String> OF_ATLANTAFX = Set.of("progress", "toggle-switch", "edge-to-edge", "no-arrow");
    /** A view's card has the view's name, what an axis colours has the axis's, and a presented sentence has its size's. */
    private static final Pattern PUT_TOGETHER = Pattern.compile("[a-z-]+-card|axis-[a-z-]+|large|medium|small");
    private static final Pattern COMMENT = Pattern.compile("/\\*(?s:.*?)\\*/");
    private static final Pattern SELECTORS = Pattern.compile("([^{}]+)\\{");
    private static final Pattern CLASS = Pattern.compile("\\.([a-z][a-z0-9-]*)");
    private static final Pattern LITERAL = Pattern.compile("\"((?:\\\\.|[^\"\\\\\\n])*)\"");
    private static final Pattern ADDED = Pattern.compile("getStyleClass\\(\\)\\.(?:add|addAll|setAll)\\(([^;]*)\\);");

    private static String all(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).map(StyleTest::read).collect(Collectors.joining("\n"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(hit -> hit.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> styled() throws IOException {
        String rules = COMMENT.matcher(all(Path.of("resources/theme"), ".css")).replaceAll("");
        return found(CLASS, String.join("\n", found(SELECTORS, rules)));
    }

    @Test
    void everyRuleIsForSomethingThatIsThere() throws IOException {
        Set<String> named = found(LITERAL, all(SOURCES, ".java"));
        found(Pattern.compile("styleClass=\"([^\"]*)\""), all(Path.of("resources/fxml"), ".fxml")).forEach(classes -> named.addAll(List.of(classes.split("[ ,]+"))));
        assertEquals(List.of(), styled().stream().filter(name -> !named.contains(name) && !OF_JAVAFX.contains(name) && !OF_ATLANTAFX.contains(name)
                && !PUT_TOGETHER.matcher(name).matches()).toList(), "Nothing has these style classes: delete their rules");
    }

    @Test
    void everyStyleClassHasARule() throws IOException {
        Set<String> known = styled();
        // Sizes and faces of text follow from the scale and are written by StyleSheet.
        known.addAll(found(CLASS, String.join("\n", found(LITERAL, read(SOURCES.resolve("seq2see/app/theme/StyleSheet.java"))))));
        // The tests look for these.
        known.addAll(found(CLASS, String.join("\n", found(LITERAL, all(Path.of("src/test/java/seq2see/app"), ".java")))));
        known.addAll(OF_ATLANTAFX);
        Set<String> added = found(LITERAL, String.join("\n", found(ADDED, all(SOURCES, ".java"))));
        assertEquals(List.of(), added.stream().filter(name -> !name.isEmpty() && !name.startsWith("-") && !name.endsWith("-") && !known.contains(name)).toList(),
                "No rule is for these style classes: delete them");
    }
}
