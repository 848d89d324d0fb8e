package seq2see.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2see.app.theme.Language;
import seq2see.app.theme.Theme;

class UserSettingsFileTest {
    @TempDir
    Path folder;

    @Test
    void whatIsSavedIsLoaded() {
        UserSettingsFile file = new UserSettingsFile(folder.resolve("new/settings.properties"));
        UserSettings settings = new UserSettings(Language.CHINESE, Theme.DARK, 1.5, 1600, 900, "/tmp/a file.tsv", "你好 = café", "hidden-state", false,
                "{\"cell\": \"LSTM\"}", "/home/me/课程");
        file.save(settings);
        assertEquals(settings, file.load());
    }

    @Test
    void nothingElseIsLeftInTheFolder() throws IOException {
        new UserSettingsFile(folder.resolve("settings.properties")).save(UserSettings.defaults());
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void aMissingFileGivesTheDefaults() {
        assertEquals(UserSettings.defaults(), new UserSettingsFile(folder.resolve("none")).load());
    }

    @Test
    void aDamagedFileGivesTheDefaults() throws IOException {
        Path file = folder.resolve("settings.properties");
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, 2});
        assertEquals(UserSettings.defaults(), new UserSettingsFile(file).load());
        Files.writeString(file, "language=\\uXYZW");
        assertEquals(UserSettings.defaults(), new UserSettingsFile(file).load());
    }

    @Test
    void aFieldThatMakesNoSenseDoesNotSpoilTheOthers() throws IOException {
        Path file = folder.resolve("settings.properties");
        Files.writeString(file, "language=tlh\ntheme=dark\nscale=-3\nwidth=NaN\nheight=700");
        UserSettings loaded = new UserSettingsFile(file).load();
        assertEquals(UserSettings.defaults().language(), loaded.language());
        assertEquals(Theme.DARK, loaded.theme());
        assertEquals(1, loaded.scale());
        assertEquals(1280, loaded.width());
        assertEquals(700, loaded.height());
    }
}
