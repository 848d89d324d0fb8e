package seq2see.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import seq2see.ForkedJava;

class DisplayTest {
    @Test
    void onLinuxTheWindowNeedsADisplay() {
        String text = Display.missing(Map.of(), on("Linux")).orElseThrow();
        assertTrue(text.contains("display") && text.contains("seq2see render"), text);
        assertTrue(Display.missing(Map.of("DISPLAY", ""), on("Linux")).isPresent());
        assertEquals(Optional.empty(), Display.missing(Map.of("DISPLAY", ":0"), on("Linux")));
    }

    @Test
    void otherSystemsHaveOne() {
        assertEquals(Optional.empty(), Display.missing(Map.of(), on("Mac OS X")));
        assertEquals(Optional.empty(), Display.missing(Map.of(), on("Windows 11")));
    }

    @Test
    void headlessNeedsNone() {
        Properties properties = on("Linux");
        properties.setProperty("glass.platform", "Headless");
        assertEquals(Optional.empty(), Display.missing(Map.of(), properties));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void withoutADisplayTheProgramSaysSoInOneLine() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(ForkedJava.withoutToolkit(Main.class));
        builder.environment().remove("DISPLAY");
        Process process = builder.start();
        try (BufferedReader errors = process.errorReader()) {
            List<String> lines = errors.lines().filter(line -> !line.startsWith("WARNING: Using incubator")).toList();
            assertEquals(Commands.CALL_AT_FAULT, process.waitFor());
            assertEquals(1, lines.size(), lines::toString);
        }
    }

    private static Properties on(String system) {
        Properties properties = new Properties();
        properties.setProperty("os.name", system);
        return properties;
    }
}
