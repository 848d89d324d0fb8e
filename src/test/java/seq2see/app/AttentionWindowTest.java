package seq2see.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static seq2see.app.OnScreen.click;
import static seq2see.app.OnScreen.find;
import static seq2see.app.OnScreen.onScreen;
import static seq2see.app.OnScreen.until;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
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

/** Attention and training in the real window, with the real engine: what a person does, and what they then see. */
@ExtendWith(ApplicationExtension.class)
class AttentionWindowTest {
    @TempDir
    static Path folder;

    private final LabSession session = new LabSession();
    private Stage stage;

    @Start
    void start(Stage newStage) {
        stage = newStage;
        session.open("reverse.tsv", "glass");
        UserSettings settings = new UserSettings(Language.ENGLISH, Theme.LIGHT, 1, 1280, 800, "reverse.tsv", "glass", "attention");
        new Window(stage, session, settings, new UserSettingsFile(folder.resolve("settings.properties")), new ChosenFiles());
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.asyncFx(stage::hide);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private TrainingSnapshot snapshot() {
        return session.snapshotProperty().get();
    }

    /** Learns a little, then stands still. */
    private void pause(FxRobot robot) throws TimeoutException {
        until(() -> snapshot() != null && snapshot().trainingStep() > 20 && snapshot().translation().isPresent());
        click(robot, "#training-pause");
        until(() -> snapshot().state() == State.PAUSED);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Region map(FxRobot robot) {
        return find(robot, ".attention-card .picture", Region.class);
    }

    private String told(FxRobot robot) {
        return onScreen(() -> map(robot).getAccessibleText());
    }

    private int[] pixels(FxRobot robot) {
        return onScreen(() -> {
            WritableImage image = map(robot).snapshot(null, null);
            int[] pixels = new int[(int) image.getWidth() * (int) image.getHeight()];
            image.getPixelReader().getPixels(0, 0, (int) image.getWidth(), (int) image.getHeight(), PixelFormat.getIntArgbInstance(), pixels, 0, (int) image.getWidth());
            return pixels;
        });
    }

    @Test
    void anEditedSentenceSteppedForthAndBackIsTheSamePicture(FxRobot robot) throws TimeoutException {
        pause(robot);
        click(robot, "#sentence").push(KeyCode.CONTROL, KeyCode.A).write("window").push(KeyCode.ENTER);
        until(() -> snapshot().translation().filter(shown -> shown.source().equals("window")).isPresent());
        until(() -> told(robot).contains("7 source tokens across"));
        robot.push(KeyCode.ESCAPE);
        robot.interact(() -> stage.getScene().getRoot().requestFocus());
        click(robot, "#chip-2");
        until(() -> told(robot).contains("The present step is 2."));
        robot.interact(() -> stage.getScene().getRoot().requestFocus());
        robot.moveTo(stage.getScene().getRoot().lookup("#training-pause"));
        WaitForAsyncUtils.waitForFxEvents();
        int[] before = pixels(robot);
        for (int i = 0; i < 25; i++) {
            robot.push(KeyCode.RIGHT);
        }
        until(() -> !told(robot).contains("The present step is 2."));
        assertFalse(Arrays.equals(before, pixels(robot)));
        for (int i = 0; i < 25; i++) {
            robot.push(KeyCode.LEFT);
        }
        until(() -> told(robot).contains("The present step is 2."));
        assertArrayEquals(before, pixels(robot));
    }

    /** Moves there again until it is heard: on a slow machine the map may move under the mouse while the window settles. */
    private void pointAtTheMiddle(FxRobot robot) throws TimeoutException {
        until(() -> {
            Node map = map(robot);
            Bounds bounds = onScreen(() -> map.localToScreen(map.getBoundsInLocal()));
            robot.moveTo(bounds.getMinX() + bounds.getWidth() / 2 - 1, bounds.getMinY() + bounds.getHeight() / 2);
            robot.moveTo(bounds.getMinX() + bounds.getWidth() / 2, bounds.getMinY() + bounds.getHeight() / 2);
            WaitForAsyncUtils.waitForFxEvents();
            return told(robot).startsWith("Chosen: writing");
        });
    }

    @Test
    void aCellThatIsPointedAtIsExplainedAndAPressOpensItsSum(FxRobot robot) throws TimeoutException {
        pause(robot);
        pointAtTheMiddle(robot);
        robot.clickOn(MouseButton.PRIMARY);
        until(() -> told(robot).contains("is the sum over"));
        robot.push(KeyCode.ESCAPE);
        until(() -> !told(robot).contains("is the sum over"));
        click(robot, "Ribbons");
        until(() -> told(robot).contains("Attention as ribbons"));
        click(robot, "This step");
        click(robot, "Map");
        click(robot, "#attention-batch");
        until(() -> snapshot().translation().flatMap(shown -> shown.padded()).isPresent());
        int padded = snapshot().translation().orElseThrow().padded().orElseThrow().tokens().size();
        until(() -> told(robot).contains(padded + " source tokens across"));
    }

    @Test
    void theViewsFollowLanguageThemeAndSize(FxRobot robot) throws TimeoutException {
        pause(robot);
        int[] light = pixels(robot);
        click(robot, "#language");
        until(() -> told(robot).contains("注意力图"));
        click(robot, "#theme");
        until(() -> !Arrays.equals(light, pixels(robot)));
        double before = onScreen(() -> map(robot).getHeight());
        robot.interact(() -> {
            stage.setWidth(1024);
            stage.setHeight(640);
        });
        until(() -> onScreen(() -> map(robot).getHeight()) < before);
        robot.interact(() -> {
            stage.setWidth(1800);
            stage.setHeight(1100);
        });
        until(() -> onScreen(() -> map(robot).getHeight()) > before);
        click(robot, "#language");
        until(() -> told(robot).contains("Attention map"));
    }

    @Test
    void theTrainingsTabShowsCurvesSentencesAndGradients(FxRobot robot) throws TimeoutException {
        pause(robot);
        click(robot, "Training");
        Region picture = find(robot, ".traininglarge-card .picture", Region.class);
        until(() -> onScreen(picture::getAccessibleText).contains("of the steps clipped"));
        Bounds bounds = onScreen(() -> picture.localToScreen(picture.getBoundsInLocal()));
        robot.moveTo(bounds.getMinX() + bounds.getWidth() * 0.1, bounds.getMinY() + bounds.getHeight() * 0.3);
        until(() -> onScreen(picture::getAccessibleText).startsWith("Step "));
        click(robot, "Sentences");
        until(() -> onScreen(picture::getAccessibleText).contains("held out"));
        click(robot, "Through time");
        until(() -> onScreen(picture::getAccessibleText).contains("untrained LSTM"));
        assertTrue(snapshot().translation().orElseThrow().gradients().isPresent());
        click(robot, "Curves");
        until(() -> snapshot().translation().orElseThrow().gradients().isEmpty());
    }
}
