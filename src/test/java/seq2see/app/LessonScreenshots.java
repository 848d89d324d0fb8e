package seq2see.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import seq2see.app.lesson.LessonLibrary;
import seq2see.app.session.LabSession;
import seq2see.app.theme.Language;
import seq2see.app.theme.Theme;
import seq2see.lesson.LessonStep;

/**
 * Makes pictures of lessons' steps, each with an answer given where there is an exercise: opens the real window without a
 * display and waits for the model. Run by {@code ./mvnw -q test-compile exec:exec@lesson-screenshots}.
 */
public final class LessonScreenshots {
    /** @param slide which one is presented, from 1; 0 where nothing is */
    private record Shot(String lesson, int step, Language language, Theme theme, int width, int height, boolean answered, int slide) {
        /**
         * As in {@code sequences-2-zh-dark-1280x800}; with a {@code +} at its end an answer is given, with {@code @3} the third
         * slide of the step is presented (on a screen as large as {@code -Dheadless.geometry} says).
         */
        static Shot of(String name) {
            boolean answered = name.endsWith("+");
            int slide = name.contains("@") ? Integer.parseInt(name.substring(name.indexOf('@') + 1)) : 0;
            List<String> parts = Arrays.asList(name.replaceAll("[+@].*", "").split("-"));
            String[] size = parts.get(parts.size() - 1).split("x");
            int end = parts.size() - 4;
            return new Shot(String.join("-", parts.subList(0, end)), Integer.parseInt(parts.get(end)),
                    parts.get(end + 1).equals("zh") ? Language.CHINESE : Language.ENGLISH, parts.get(end + 2).equals("dark") ? Theme.DARK : Theme.LIGHT,
                    Integer.parseInt(size[0]), Integer.parseInt(size[1]), answered, slide);
        }

        String file() {
            return "lesson-" + lesson + "-" + step + "-" + (theme == Theme.DARK ? "dark" : "light") + "-" + (language == Language.CHINESE ? "zh" : "en")
                    + (answered ? "-answered" : "") + (slide > 0 ? "-present-" + slide : "") + (width == 1280 ? "" : "-" + width) + ".png";
        }
    }

    private static final List<String> SHOTS = List.of("sequences-1-en-light-1280x800", "sequences-2-zh-light-1280x800+");

    /** Stands for the first step with an exercise of every lesson, in both languages and themes. */
    private static final String EVERY = "every";

    private LessonScreenshots() {
    }

    private static List<String> keySteps() {
        List<String> names = new ArrayList<>();
        for (String id : LessonLibrary.ids()) {
            List<LessonStep> steps = LessonLibrary.read(id, "en").lesson().orElseThrow().steps();
            int key = (int) steps.stream().takeWhile(step -> step.exercise().isEmpty()).count();
            for (String look : List.of("en-light", "zh-light", "en-dark", "zh-dark")) {
                names.add(id + "-" + (Math.min(key, steps.size() - 1) + 1) + "-" + look + "-1280x800");
            }
        }
        return names;
    }

    /** @param arguments the folder to write into, then the pictures to make, as in {@link Shot#of}; the usual ones where there are none, the key step of every lesson for {@code every} */
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
            List<String> names = arguments.size() > 1 ? arguments.subList(1, arguments.size()) : SHOTS;
            (names.equals(List.of(EVERY)) ? keySteps() : names).stream().map(Shot::of).forEach(left::add);
            next();
        }

        private void next() throws IOException {
            Shot shot = left.poll();
            if (shot == null) {
                Platform.exit();
                return;
            }
            UserSettings usual = UserSettings.defaults();
            UserSettings settings = usual.withLook(shot.language(), shot.theme(), 1).withSize(shot.width(), shot.height());
            Stage stage = new Stage();
            Path remembered = Files.createTempDirectory("seq2see").resolve("settings.properties");
            LabSession session = new LabSession();
            Window window = new Window(stage, session, settings, new UserSettingsFile(remembered), new ChosenFiles());
            window.openLesson(shot.lesson(), shot.step() - 1);
            if (shot.slide() > 0) {
                window.present();
            }
            new Exposure(shot, stage, window).start();
        }

        /** Waits for the model, answers, and takes the picture a few pulses later. */
        private final class Exposure extends AnimationTimer {
            private static final int PULSES_TO_SETTLE = 30;

            private final Shot shot;
            private final Stage stage;
            private final Window window;
            private int settled;

            Exposure(Shot shot, Stage stage, Window window) {
                this.shot = shot;
                this.stage = stage;
                this.window = window;
            }

            @Override
            public void handle(long now) {
                if (!window.lessons().hasArrived()) {
                    return;
                }
                settled++;
                if (settled == PULSES_TO_SETTLE / 2 && shot.answered()) {
                    answer(stage.getScene());
                }
                if (settled < shot.slide()) {
                    window.lessons().goOn();
                }
                if (settled > PULSES_TO_SETTLE) {
                    stop();
                    try {
                        WindowPicture.save(stage.getScene().snapshot(null), folder.resolve(shot.file()));
                        stage.close();
                        next();
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                }
            }
        }

        /** Some answer; what it is does not matter. */
        private static void answer(Scene scene) {
            for (String control : List.of("#option-0", "#cell-0-1", "#answer-field")) {
                Node node = scene.lookup(control);
                if (node instanceof ToggleButton button) {
                    button.setSelected(true);
                } else if (node instanceof TextField field) {
                    field.setText("2.33");
                }
            }
            if (scene.lookup("#exercise-check") instanceof Button check) {
                check.fire();
            }
        }
    }
}
