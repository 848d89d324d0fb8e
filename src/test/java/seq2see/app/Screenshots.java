package seq2see.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import seq2see.app.session.LabSession;
import seq2see.app.theme.Language;
import seq2see.app.theme.Theme;
import seq2see.training.TrainingSnapshot;

/**
 * Makes the pictures in {@code screenshots/}: opens the real window without a display, lets its model learn, and takes the
 * window as it then is. Run by {@code ./mvnw -q test-compile exec:exec@screenshots}.
 */
public final class Screenshots {
    private record Shot(String name, int width, int height, double scale, Language language, Theme theme, String corpus, String sentence,
                        int trainingSteps, int decoderStep, String tab) {
        Shot(String name, int width, int height, double scale, Language language, Theme theme, String corpus, String sentence, int trainingSteps,
             int decoderStep) {
            this(name, width, height, scale, language, theme, corpus, sentence, trainingSteps, decoderStep, "attention");
        }

        /** What is searched there, by the id of its menu item; empty in other tabs. */
        String searched() {
            return tab.startsWith("search/") ? tab.replace('/', '-') : "";
        }
    }

    private static final List<Shot> SHOTS = List.of(
            new Shot("lab-light-en", 1280, 800, 1, Language.ENGLISH, Theme.LIGHT, "dates.tsv", "May 3, 2021", 700, 7),
            new Shot("lab-dark-en", 1280, 800, 1, Language.ENGLISH, Theme.DARK, "numbers.tsv",
                    "twelve thousand three hundred forty-five", 1000, 2),
            new Shot("lab-light-zh", 1280, 800, 1, Language.CHINESE, Theme.LIGHT, "english-chinese.tsv", "", 700, 3),
            new Shot("lab-dark-zh", 1280, 800, 1, Language.CHINESE, Theme.DARK, "reverse.tsv", "attention", 900, 4),
            new Shot("lab-small", 1024, 640, 1, Language.ENGLISH, Theme.LIGHT, "reverse.tsv", "translate", 600, 3),
            new Shot("lab-large", 1920, 1080, 1, Language.ENGLISH, Theme.DARK, "english-french.tsv", "", 700, 4),
            new Shot("hidden-state-light-en", 1280, 800, 1, Language.ENGLISH, Theme.LIGHT, "english-french.tsv", "They are watching us.", 600, 3,
                    "hidden-state"),
            new Shot("hidden-state-dark-zh", 1920, 1080, 1, Language.CHINESE, Theme.DARK, "english-chinese.tsv", "", 600, 2, "hidden-state"),
            new Shot("hidden-state-small", 1024, 640, 1, Language.ENGLISH, Theme.LIGHT, "dates.tsv", "the 3rd of May 2021", 400, 4, "hidden-state"),
            new Shot("lab-scaled", 1920, 1200, 1.5, Language.CHINESE, Theme.LIGHT, "dates.tsv", "2024年2月29日", 700, 6),
            new Shot("shapes-light-en", 1280, 800, 1, Language.ENGLISH, Theme.LIGHT, "reverse.tsv", "", 100, 0, "shapes"),
            new Shot("batch-light-zh", 1280, 800, 1, Language.CHINESE, Theme.LIGHT, "english-chinese.tsv", "", 100, 0, "batch"),
            new Shot("search-dark-en", 1280, 800, 1, Language.ENGLISH, Theme.DARK, "reverse.tsv", "", 20, 0, "search/greedy-misses"),
            new Shot("search-light-zh", 1280, 800, 1, Language.CHINESE, Theme.LIGHT, "reverse.tsv", "", 20, 0, "search/beam-misses"),
            new Shot("search-model", 1600, 1000, 1, Language.ENGLISH, Theme.LIGHT, "english-french.tsv", "", 300, 0, "search/sentence"),
            new Shot("present-lab-dark-zh", 1280, 800, 1, Language.CHINESE, Theme.DARK, "english-chinese.tsv", "", 600, 3),
            new Shot("search-small", 1024, 640, 1, Language.CHINESE, Theme.DARK, "dates.tsv", "", 300, 0, "search/two-by-three"));

    private Screenshots() {
    }

    /** @param arguments the folder to write into, then the names of the pictures to make; all where there are none */
    public static void main(String[] arguments) {
        Application.launch(Camera.class, arguments);
    }

    /** Opens one window after the other. */
    public static final class Camera extends Application {
        private final Queue<Shot> left = new ArrayDeque<>();
        private Path folder;

        @Override
        public void start(Stage primary) throws IOException {
            Platform.setImplicitExit(false);
            List<String> arguments = getParameters().getRaw();
            folder = Files.createDirectories(Path.of(arguments.getFirst()));
            List<String> names = arguments.subList(1, arguments.size());
            SHOTS.stream().filter(shot -> names.isEmpty() || names.contains(shot.name())).forEach(left::add);
            next();
        }

        private void next() throws IOException {
            Shot shot = left.poll();
            if (shot == null) {
                Platform.exit();
                return;
            }
            LabSession session = new LabSession();
            session.open(shot.corpus(), shot.sentence());
            UserSettings settings = new UserSettings(shot.language(), shot.theme(), shot.scale(), shot.width(), shot.height(), shot.corpus(),
                    shot.sentence(), shot.tab().replaceAll("/.*", ""));
            Stage stage = new Stage();
            Path remembered = Files.createTempFile("seq2see", ".properties");
            remembered.toFile().deleteOnExit();
            Window window = new Window(stage, session, settings, new UserSettingsFile(remembered), new ChosenFiles());
            if (shot.name().startsWith("present")) {
                window.present();
            }
            new Exposure(shot, stage, session).start();
        }

        /** Waits for the model to have learnt, looks at a decoder step, and takes the picture a few pulses later. */
        private final class Exposure extends AnimationTimer {
            private static final int PULSES_TO_SETTLE = 12;

            private final Shot shot;
            private final Stage stage;
            private final LabSession session;
            private int settled;

            Exposure(Shot shot, Stage stage, LabSession session) {
                this.shot = shot;
                this.stage = stage;
                this.session = session;
            }

            @Override
            public void handle(long now) {
                TrainingSnapshot snapshot = session.snapshotProperty().get();
                if (snapshot == null || snapshot.trainingStep() < Math.min(shot.trainingSteps(), snapshot.plan().trainingSteps() - 1)) {
                    return;
                }
                if (settled++ == 0 && !shot.searched().isEmpty()) {
                    ((MenuButton) stage.getScene().lookup("#search-subject")).getItems().stream().filter(item -> shot.searched().equals(item.getId()))
                            .forEach(MenuItem::fire);
                } else if (settled == 1 && shot.decoderStep() == 0) {
                    Event.fireEvent(stage.getScene().getRoot(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.END, false, false, false, false));
                } else if (settled == 1 && shot.searched().isEmpty()) {
                    ((Button) stage.getScene().lookup("#chip-" + shot.decoderStep())).fire();
                    Node map = stage.getScene().lookup("." + shot.tab() + "-card Canvas");
                    Event.fireEvent(map, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.RIGHT, false, false, false, false));
                } else if (settled > PULSES_TO_SETTLE * (shot.searched().isEmpty() ? 1 : 6)) {
                    stop();
                    try {
                        WindowPicture.save(stage.getScene().snapshot(null), folder.resolve(shot.name() + ".png"));
                        stage.close();
                        next();
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                }
            }
        }
    }
}
