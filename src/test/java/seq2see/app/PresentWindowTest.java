package seq2see.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static seq2see.app.OnScreen.click;
import static seq2see.app.OnScreen.find;
import static seq2see.app.OnScreen.onScreen;
import static seq2see.app.OnScreen.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import seq2see.app.session.LabSession;
import seq2see.app.theme.Language;
import seq2see.app.theme.Theme;

/** An instructor with a clicker in the real window. */
@ExtendWith(ApplicationExtension.class)
class PresentWindowTest {
    private static final double SCALE = 1.25;

    @TempDir
    private Path folder;
    private UserSettingsFile file;
    private Window window;
    private Stage stage;

    @Start
    void start(Stage newStage) {
        stage = newStage;
        file = new UserSettingsFile(folder.resolve("settings.properties"));
        UserSettings settings = UserSettings.defaults().withLook(Language.ENGLISH, Theme.LIGHT, SCALE).withSize(1280, 800);
        window = new Window(stage, new LabSession(), settings, file, new ChosenFiles());
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.asyncFx(stage::hide);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void present(FxRobot robot) throws TimeoutException {
        until(() -> onScreen(() -> window.lessons().hasArrived()));
        robot.type(KeyCode.F5);
        until(() -> isPresenting(robot));
    }

    private static boolean isPresenting(FxRobot robot) {
        return onScreen(() -> robot.lookup("#moment-bar").tryQuery().isPresent());
    }

    /** What is read there; nothing that only keeps a line together. */
    private static String sentence(FxRobot robot) {
        return onScreen(() -> robot.lookup("#sentence").query().lookupAll(".text").stream().map(node -> ((Text) node).getText().replace("\uFEFF", ""))
                .collect(Collectors.joining()));
    }

    private static String place(FxRobot robot) {
        return find(robot, "#present-place", Labeled.class).getText();
    }

    private static boolean isShown(Node node) {
        return node == null || node.isVisible() && isShown(node.getParent());
    }

    @Test
    void nothingThatIsReadIsSmallerThanTwentyFourPixelsOnAScreenOf1080Lines(FxRobot robot) throws TimeoutException {
        present(robot);
        until(() -> onScreen(() -> stage.isFullScreen() && stage.getScene().getWidth() > 1280));
        double factor = onScreen(() -> Math.min(stage.getScene().getWidth() / 1920, stage.getScene().getHeight() / 1080));
        Set<Node> texts = onScreen(() -> robot.lookup(".text").match(PresentWindowTest::isShown).queryAll());
        assertFalse(texts.isEmpty());
        for (Node text : texts) {
            double size = onScreen(() -> ((Text) text).getFont().getSize());
            assertTrue(size >= 24 * factor - 0.01, text + " is set in " + size + " at " + factor);
        }
    }

    @Test
    void aClickerGoesThroughTheSentencesOnAndBack(FxRobot robot) throws TimeoutException {
        present(robot);
        assertEquals("A model that learns while you read", sentence(robot));
        robot.type(KeyCode.PAGE_DOWN);
        assertEquals("A small model has just begun to learn.", sentence(robot));
        for (KeyCode key = KeyCode.SPACE; place(robot).startsWith("step 1"); ) {
            robot.type(key);
        }
        assertEquals("One length in, another length out", sentence(robot));
        robot.type(KeyCode.PAGE_UP);
        assertTrue(place(robot).startsWith("step 1"), place(robot));
        assertEquals("Watch nonsense turn into an answer, and go on whenever you like.", sentence(robot));
    }

    @Test
    void anExerciseIsAskedAndThenAnsweredByTheEngine(FxRobot robot) throws TimeoutException {
        onScreen(() -> {
            window.openLesson("sequences", 1);
            return null;
        });
        present(robot);
        while (onScreen(() -> robot.lookup(".question-mark").tryQuery().isEmpty())) {
            robot.type(KeyCode.PAGE_DOWN);
        }
        robot.type(KeyCode.PAGE_DOWN);
        assertTrue(onScreen(() -> robot.lookup(".answer-mark").tryQuery().isPresent()));
        assertTrue(sentence(robot).contains("1999-12-31"), sentence(robot));
    }

    @Test
    void anAnswerThatTheEngineCannotComeToIsTold(FxRobot robot) throws TimeoutException, IOException {
        Path own = Files.createDirectory(folder.resolve("own"));
        Files.writeString(own.resolve("never.md"), """
                ---
                id: never
                title: Never
                minutes: 1
                ---
                # Never

                :::model
                corpus: reverse.tsv
                hidden: 8
                steps: 1
                :::
                :::view attention
                sentence: abc
                :::
                :::ask change
                question: Have less than nothing to learn.
                set: cell = rnn | gru
                so: parameters < 0
                right: yes
                wrong: no
                :::
                """);
        onScreen(() -> {
            window.lessons().openFolder(own);
            return null;
        });
        until(() -> onScreen(() -> window.lessons().place().id().equals("own.never")));
        present(robot);
        robot.type(KeyCode.PAGE_DOWN);
        robot.type(KeyCode.PAGE_DOWN);
        until(() -> sentence(robot).equals(seq2see.app.theme.Text.of("present.failed")));
    }

    /** In a lesson whose model has learnt already: while one learns, its output and so its last moment change. */
    @Test
    void aPeriodMakesTheScreenBlackAndEscapeLeavesAtOnce(FxRobot robot) throws TimeoutException {
        onScreen(() -> {
            window.openLesson("shapes", 0);
            return null;
        });
        present(robot);
        robot.type(KeyCode.PERIOD);
        assertTrue(onScreen(() -> robot.lookup("#black-screen").tryQuery().isPresent()));
        String before = sentence(robot);
        robot.type(KeyCode.PAGE_DOWN);
        assertTrue(onScreen(() -> robot.lookup("#black-screen").tryQuery().isEmpty()));
        assertEquals(before, sentence(robot));
        String moment = momentName(robot, KeyCode.PERIOD);
        assertEquals(moment, momentName(robot, KeyCode.RIGHT));
        assertTrue(onScreen(() -> robot.lookup("#black-screen").tryQuery().isEmpty()));
        robot.type(KeyCode.PERIOD, KeyCode.ESCAPE);
        assertFalse(isPresenting(robot));
        assertTrue(onScreen(() -> robot.lookup("#black-screen").tryQuery().isEmpty() && isShown(robot.lookup(".rail").query())));
        assertTrue(onScreen(() -> robot.lookup("#lesson-title").tryQuery().isPresent()));
    }

    @Test
    void aWindowClosedWhilePresentingComesBackAtItsOwnScale(FxRobot robot) throws TimeoutException {
        present(robot);
        onScreen(() -> {
            stage.hide();
            return null;
        });
        assertEquals(SCALE, file.load().scale());
    }

    @Test
    void inTheLabTheClickerStepsThroughTheMoments(FxRobot robot) throws TimeoutException {
        click(robot, "#place-lab");
        until(() -> onScreen(() -> robot.lookup("#moment-count").queryAs(Labeled.class).getText().contains("of")));
        robot.type(KeyCode.HOME, KeyCode.F5);
        until(() -> isPresenting(robot));
        List<String> names = List.of(momentName(robot), momentName(robot, KeyCode.PAGE_DOWN), momentName(robot, KeyCode.SPACE), momentName(robot, KeyCode.PAGE_UP));
        assertEquals(List.of("input", "reset gate", "update gate", "reset gate"), names.stream().map(name -> name.replaceAll(".* · ", "")).toList());
        assertTrue(onScreen(() -> robot.lookup(".translation-card").match(PresentWindowTest::isShown).tryQuery().isEmpty()));
        robot.type(KeyCode.ESCAPE);
        assertTrue(onScreen(() -> isShown(robot.lookup(".translation-card").query())));
    }

    private static String momentName(FxRobot robot, KeyCode... keys) {
        robot.type(keys);
        return onScreen(() -> robot.lookup("#moment-bar .moment").queryAll().stream().map(node -> ((Labeled) node).getText()).collect(Collectors.joining()));
    }
}
