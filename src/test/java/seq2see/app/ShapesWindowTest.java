package seq2see.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static seq2see.app.OnScreen.click;
import static seq2see.app.OnScreen.find;
import static seq2see.app.OnScreen.onScreen;
import static seq2see.app.OnScreen.until;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
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
import seq2see.model.ModelConfig;

/** The Shapes tab in the real window: what a person does, and what a screen reader then says. */
@ExtendWith(ApplicationExtension.class)
class ShapesWindowTest {
    @TempDir
    static Path folder;

    private final LabSession session = new LabSession();
    private Stage stage;

    @Start
    void start(Stage newStage) {
        stage = newStage;
        session.open("reverse.tsv", "");
        UserSettings settings = new UserSettings(Language.ENGLISH, Theme.LIGHT, 1, 1280, 800, "reverse.tsv", "", "shapes");
        new Window(stage, session, settings, new UserSettingsFile(folder.resolve("settings.properties")), new ChosenFiles());
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.asyncFx(stage::hide);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** What the view says of itself. */
    private static String said(FxRobot robot) {
        return onScreen(() -> robot.lookup(".shapes-card .picture").tryQuery().map(Node::getAccessibleText).orElse(""));
    }

    private static void untilSaid(FxRobot robot, String words) throws TimeoutException {
        until(() -> said(robot).contains(words));
    }

    @Test
    void aSliderRebuildsTheModel(FxRobot robot) throws TimeoutException {
        untilSaid(robot, "encoder outputs (T, N, H) = (7, 4, 16).");
        onScreen(() -> {
            robot.lookup("#setting-H").queryAs(Slider.class).setValue(11);
            return null;
        });
        untilSaid(robot, "encoder outputs (T, N, H) = (7, 4, 32).");
        untilSaid(robot, "dense weight (H, V′) = (32, 10).");
        untilSaid(robot, "differ by");
    }

    @Test
    void theRunningModelsSizesAreOneClickAway(FxRobot robot) throws TimeoutException {
        untilSaid(robot, "(7, 4, 16)");
        until(() -> session.snapshotProperty().get().translation().isPresent());
        ModelConfig config = session.snapshotProperty().get().plan().config();
        onScreen(() -> {
            robot.lookup("#shapes-running").queryAs(Button.class).fire();
            return null;
        });
        untilSaid(robot, "weight matrix (V, D) = (" + config.sourceVocabulary() + ", " + config.embeddingSize() + ").");
        until(() -> onScreen(() -> robot.lookup("#shapes-note").queryAs(Label.class).getText()).startsWith("the running model after training step"));
        String first = session.snapshotProperty().get().translation().orElseThrow().trace().source().tokens().getFirst();
        choose(robot, "ids");
        focusPicture(robot);
        robot.type(KeyCode.RIGHT);
        untilSaid(robot, first + ": x1,1 = ");
        onScreen(() -> {
            robot.lookup("#shapes-tiny").queryAs(Button.class).fire();
            return null;
        });
        untilSaid(robot, "weight matrix (V, D) = (10, 8).");
    }

    @Test
    void theScrubberLeadsThroughTheBlocksAndBack(FxRobot robot) throws TimeoutException {
        untilSaid(robot, "Time step 1 looks up row");
        String first = said(robot);
        robot.type(KeyCode.RIGHT);
        untilSaid(robot, "Now: reset gate.");
        robot.type(KeyCode.END);
        untilSaid(robot, "Now: token.");
        robot.type(KeyCode.HOME);
        until(() -> said(robot).equals(first));
    }

    @Test
    void aBlockOpensAndItsCellsAreExplained(FxRobot robot) throws TimeoutException {
        untilSaid(robot, "(7, 4, 16)");
        choose(robot, "outputs");
        focusPicture(robot);
        robot.type(KeyCode.RIGHT);
        untilSaid(robot, "encoder outputs: x1,1,1 = ");
        robot.type(KeyCode.PAGE_DOWN);
        robot.type(KeyCode.DOWN);
        untilSaid(robot, "encoder outputs: x2,1,1 = ");
        robot.type(KeyCode.A);
        robot.type(KeyCode.RIGHT);
        untilSaid(robot, "encoder outputs: x1,1,1 = ");
        robot.type(KeyCode.ESCAPE);
        until(() -> !said(robot).contains("x1,1,1"));
        assertEquals("", onScreen(() -> robot.lookup("#shapes-block").queryAs(ComboBox.class).getValue()));
    }

    private static void choose(FxRobot robot, String block) {
        onScreen(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<String> blocks = (ComboBox<String>) robot.lookup("#shapes-block").queryAs(ComboBox.class);
            blocks.setValue(block);
            return null;
        });
    }

    private static void focusPicture(FxRobot robot) {
        Node picture = find(robot, ".shapes-card .picture", Node.class);
        onScreen(() -> {
            picture.requestFocus();
            return null;
        });
    }

    @Test
    void anotherCellIsAnotherModel(FxRobot robot) throws TimeoutException {
        untilSaid(robot, "(7, 4, 16)");
        assertTrue(!said(robot).contains("memory cell"));
        click(robot, "LSTM");
        untilSaid(robot, "memory cell (L, N, H) = (2, 4, 16).");
    }
}
