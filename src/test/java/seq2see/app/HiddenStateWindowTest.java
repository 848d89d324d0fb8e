package seq2see.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static seq2see.app.OnScreen.find;
import static seq2see.app.OnScreen.onScreen;
import static seq2see.app.OnScreen.until;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.KeyCode;
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
import seq2see.training.TrainingSnapshot;
import seq2see.training.TrainingSnapshot.State;

/** The tab of hidden states in the real window, its model paused so that what is read off the screen stands still. */
@ExtendWith(ApplicationExtension.class)
class HiddenStateWindowTest {
    @TempDir
    static Path folder;

    private final LabSession session = new LabSession();
    private final UserSettingsFile file = new UserSettingsFile(folder.resolve("settings.properties"));
    private Stage stage;

    @Start
    void start(Stage newStage) {
        stage = newStage;
        session.open("reverse.tsv", "glass");
        new Window(stage, session, new UserSettings(Language.ENGLISH, Theme.LIGHT, 1, 1280, 800, "reverse.tsv", "glass", ""), file, new ChosenFiles());
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.asyncFx(stage::hide);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private String said(FxRobot robot, String card) {
        return onScreen(() -> String.valueOf(robot.lookup(card + " .picture").<Node>query().getAccessibleText()));
    }

    /** Pauses, brings the tab to the front by its key, and waits until what the cells computed with is there. */
    private void open(FxRobot robot) throws TimeoutException {
        until(() -> session.snapshotProperty().get() != null && session.snapshotProperty().get().trainingStep() > 0);
        onScreen(() -> {
            session.pause();
            return null;
        });
        until(() -> session.snapshotProperty().get().state() == State.PAUSED);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        until(() -> session.snapshotProperty().get().translation().filter(shown -> shown.trace().workings().isPresent()).isPresent());
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void forwardFiveAndBackFiveIsTheSamePicture(FxRobot robot) throws TimeoutException {
        open(robot);
        robot.push(KeyCode.HOME);
        push(robot, KeyCode.RIGHT, 4);
        // The sentence's card takes room back a while after its output became shorter: where that came between, once more.
        int[] before;
        int[] between;
        int[] after;
        int attempts = 0;
        do {
            before = pixels(robot);
            push(robot, KeyCode.RIGHT, 5);
            between = pixels(robot);
            push(robot, KeyCode.LEFT, 5);
            after = pixels(robot);
        } while (before.length != after.length && ++attempts < 5);
        assertArrayEquals(before, after);
        assertNotEquals(Arrays.hashCode(before), Arrays.hashCode(between));
        assertTrue(onScreen(() -> find(robot, "#moment-count", Labeled.class).getText()).matches("moment +5 of \\d+"));
    }

    private static void push(FxRobot robot, KeyCode key, int times) {
        for (int i = 0; i < times; i++) {
            robot.push(key);
        }
    }

    private int[] pixels(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return onScreen(() -> {
            var image = robot.lookup(".hidden-state-card .picture").<Node>query().snapshot(null, null);
            int wide = (int) image.getWidth();
            int high = (int) image.getHeight();
            int[] pixels = new int[wide * high];
            image.getPixelReader().getPixels(0, 0, wide, high, PixelFormat.getIntArgbInstance(), pixels, 0, wide);
            return pixels;
        });
    }

    @Test
    void aCellIsExplainedFromTheKeyboard(FxRobot robot) throws TimeoutException {
        open(robot);
        robot.push(KeyCode.HOME).push(KeyCode.RIGHT).push(KeyCode.RIGHT);
        robot.interact(() -> robot.lookup(".hidden-state-card .picture").<Node>query().requestFocus());
        robot.push(KeyCode.DOWN);
        until(() -> said(robot, ".hidden-state-card").startsWith("update gate: z1[1] = "));
        until(() -> said(robot, ".hidden-state-card").contains("Wizx1"));
    }

    @Test
    void theStatesOfOtherSentencesStandBesideThisOneInThePlane(FxRobot robot) throws TimeoutException {
        open(robot);
        robot.interact(() -> robot.lookup("In the plane").<ToggleButton>query().fire());
        until(() -> session.snapshotProperty().get().translation().map(shown -> shown.neighbours().size()).orElse(0) == 8);
        until(() -> said(robot, ".state-plane-card").contains("sentences: 9"));
    }

    @Test
    void theTabInFrontIsRemembered(FxRobot robot) throws TimeoutException {
        open(robot);
        close();
        assertEquals("hidden-state", file.load().tab());
        TrainingSnapshot last = session.snapshotProperty().get();
        assertEquals(State.PAUSED, last.state());
    }
}
