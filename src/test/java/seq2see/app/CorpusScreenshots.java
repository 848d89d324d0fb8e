package seq2see.app;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;
import seq2see.app.session.LabSession;
import seq2see.app.theme.Language;
import seq2see.app.theme.Theme;
import seq2see.corpus.SentencePair;
import seq2see.corpus.reading.SampleCorpora;
import seq2see.corpus.reading.SampleCorpus;

/**
 * Makes the pictures of the Corpus in {@code screenshots/}: leads a file with the usual faults through the real window. Run
 * by {@code ./mvnw -q test-compile exec:exec@corpus-screenshots}.
 */
public final class CorpusScreenshots {
    private static final int PATIENCE_SECONDS = 60;

    private final Path folder;
    private final Path file;
    private Stage stage;

    private CorpusScreenshots(Path folder, Path file) {
        this.folder = folder;
        this.file = file;
    }

    /** @param arguments the folder to write into */
    public static void main(String[] arguments) throws Exception {
        HeadlessToolkit.start();
        Path file = Files.createTempDirectory("seq2see").resolve("my-sentences.tsv");
        write(file);
        CorpusScreenshots camera = new CorpusScreenshots(Files.createDirectories(Path.of(arguments[0])), file);
        camera.take("light-en", Language.ENGLISH, Theme.LIGHT, 1280, 800, 1);
        camera.take("dark-zh", Language.CHINESE, Theme.DARK, 1280, 800, 1);
        camera.take("small", Language.ENGLISH, Theme.LIGHT, 1024, 640, 1);
        camera.take("scaled", Language.CHINESE, Theme.LIGHT, 1920, 1200, 1.5);
        System.exit(0);
    }

    /** A sample corpus with ids, a header, and a fault now and then. */
    private static void write(Path file) throws Exception {
        SampleCorpus sample = SampleCorpora.all().stream().filter(one -> one.file().equals("english-french.tsv")).findFirst().orElseThrow();
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("id\tEnglish\tFrench\n");
            int id = 0;
            for (SentencePair pair : SampleCorpora.read(sample).pairs()) {
                id++;
                String source = id % 997 == 0 ? "" : pair.source();
                writer.write(id % 1201 == 0 ? pair.source() + "\n" : id + "\t" + source + "\t" + pair.target() + (id % 500 == 0 ? "  \n" : "\n"));
                if (id % 240 == 0) {
                    writer.write(id + "\t" + pair.source() + "\t" + pair.target() + "\n");
                }
                if (id % 2300 == 0) {
                    writer.write(id + "\t" + pair.target() + "\t" + pair.source() + "\n");
                }
            }
        }
    }

    private void take(String name, Language language, Theme theme, int width, int height, double scale) throws Exception {
        ChosenFiles files = new ChosenFiles();
        files.corpora = List.of(file);
        LabSession session = new LabSession();
        session.open("reverse.tsv", "");
        UserSettings settings = new UserSettings(language, theme, scale, width, height, "reverse.tsv", "", "");
        HeadlessToolkit.call(() -> {
            stage = new Stage();
            new Window(stage, session, settings, new UserSettingsFile(file.resolveSibling("settings.properties")), files);
            return null;
        });
        press("#place-corpus");
        press("#wizard-choose");
        untilThere("#as-source-2");
        if (name.equals("light-en")) {
            save("corpus-columns-" + name);
        }
        press("#wizard-next");
        untilThere("#wizard-source-tokens");
        untilThere("#wizard-lines .token");
        if (name.equals("light-en")) {
            save("corpus-words-" + name);
        }
        press("#wizard-next");
        untilThere("#wizard-fed .token");
        HeadlessToolkit.call(() -> {
            ((Slider) stage.getScene().lookup("#setting-drop")).setValue(4);
            ((Slider) stage.getScene().lookup("#setting-unknown")).setValue(3);
            ((Slider) stage.getScene().lookup("#setting-vocabulary")).setValue(2);
            return null;
        });
        untilThere("#wizard-fed .unknown");
        if (name.equals("light-en")) {
            save("corpus-limits-" + name);
        }
        press("#wizard-next");
        untilThere("#report-kept");
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS,
                () -> HeadlessToolkit.call(() -> ((Labeled) stage.getScene().lookup("#report-estimate")).getText().matches(".*\\d.*")));
        save("corpus-report-" + name);
        HeadlessToolkit.call(() -> {
            stage.close();
            return null;
        });
    }

    private void untilThere(String query) throws TimeoutException {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> HeadlessToolkit.call(() -> stage.getScene().lookup(query) != null));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void press(String query) throws TimeoutException {
        untilThere(query);
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> HeadlessToolkit.call(() -> {
            Node button = stage.getScene().lookup(query);
            boolean ready = !button.isDisabled();
            if (ready) {
                ((ButtonBase) button).fire();
            }
            return ready;
        }));
    }

    private void save(String name) throws IOException {
        WindowPicture.save(HeadlessToolkit.call(() -> stage.getScene().snapshot(null)), folder.resolve(name + ".png"));
    }
}
