package seq2see.app;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Stream;
import seq2see.app.theme.Language;
import seq2see.app.theme.Theme;

/**
 * Keeps {@link UserSettings} in a small properties file in the user's folder. Settings are a comfort: a file that is
 * missing, damaged or cannot be written is passed over, field by field, and never stands in anyone's way.
 */
public final class UserSettingsFile {
    /** The system property that names another file. */
    public static final String LOCATION = "seq2see.settings";

    private final Path file;

    public UserSettingsFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** The file named by {@link #LOCATION}, else the one in the place where the system keeps such things. */
    public static UserSettingsFile ofUser() {
        String location = System.getProperty(LOCATION);
        return new UserSettingsFile(location != null ? Path.of(location) : folder().resolve("settings.properties"));
    }

    /** Another file of the user's, in the same folder. */
    Path beside(String name) {
        return file.resolveSibling(name);
    }

    private static Path folder() {
        String system = System.getProperty("os.name", "");
        Path home = Path.of(System.getProperty("user.home", "."));
        if (system.startsWith("Windows")) {
            return environment("APPDATA", home.resolve("AppData/Roaming")).resolve("Seq2See");
        }
        if (system.startsWith("Mac")) {
            return home.resolve("Library/Application Support/Seq2See");
        }
        return environment("XDG_CONFIG_HOME", home.resolve(".config")).resolve("seq2see");
    }

    private static Path environment(String variable, Path otherwise) {
        String value = System.getenv(variable);
        return value == null || value.isBlank() ? otherwise : Path.of(value);
    }

    /** What was remembered; the default for every field that is missing or makes no sense. */
    public UserSettings load() {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException damaged) {
            return UserSettings.defaults();
        }
        UserSettings defaults = UserSettings.defaults();
        return new UserSettings(
                choice(properties.getProperty("language"), Language.values(), Language::code, defaults.language()),
                choice(properties.getProperty("theme"), Theme.values(), UserSettingsFile::name, defaults.theme()),
                number(properties.getProperty("scale"), 0.5, 4, defaults.scale()),
                number(properties.getProperty("width"), 320, 10_000, defaults.width()),
                number(properties.getProperty("height"), 240, 10_000, defaults.height()),
                properties.getProperty("corpus", defaults.corpus()),
                properties.getProperty("sentence", defaults.sentence()),
                properties.getProperty("tab", defaults.tab()),
                !"false".equals(properties.getProperty("motion")),
                properties.getProperty("choices", defaults.choices()),
                properties.getProperty("lessonFolder", defaults.lessonFolder()));
    }

    /** Writes beside the file and renames, so that what was there stays whole whatever happens. */
    public void save(UserSettings settings) {
        Properties properties = new Properties();
        properties.setProperty("language", settings.language().code());
        properties.setProperty("theme", name(settings.theme()));
        properties.setProperty("scale", String.valueOf(settings.scale()));
        properties.setProperty("width", String.valueOf(settings.width()));
        properties.setProperty("height", String.valueOf(settings.height()));
        properties.setProperty("corpus", settings.corpus());
        properties.setProperty("sentence", settings.sentence());
        properties.setProperty("tab", settings.tab());
        properties.setProperty("motion", String.valueOf(settings.motion()));
        properties.setProperty("choices", settings.choices());
        properties.setProperty("lessonFolder", settings.lessonFolder());
        try {
            Files.createDirectories(file.getParent());
            Path temporary = Files.createTempFile(file.getParent(), "settings", ".tmp");
            try {
                try (Writer writer = Files.newBufferedWriter(temporary)) {
                    properties.store(writer, "Seq2See");
                }
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException unwritable) {
            System.getLogger("seq2see").log(System.Logger.Level.DEBUG, "settings not kept", unwritable);
        }
    }

    private static String name(Theme theme) {
        return theme.name().toLowerCase(Locale.ROOT);
    }

    private static <T> T choice(String value, T[] choices, Function<T, String> name, T otherwise) {
        return Stream.of(choices).filter(choice -> name.apply(choice).equals(value)).findFirst().orElse(otherwise);
    }

    private static double number(String value, double least, double most, double otherwise) {
        try {
            double number = value == null ? Double.NaN : Double.parseDouble(value);
            return number >= least && number <= most ? number : otherwise;
        } catch (NumberFormatException noNumber) {
            return otherwise;
        }
    }
}
