package seq2see.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static seq2see.app.OnScreen.click;
import static seq2see.app.OnScreen.find;
import static seq2see.app.OnScreen.onScreen;
import static seq2see.app.OnScreen.until;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
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

/** The Batch tab in the real window: what a person does, and what a screen reader then says. */
@ExtendWith(ApplicationExtension.class)
class BatchWindowTest {
    @TempDir
    static Path folder;

    private final LabSession session = new LabSession();
    private Stage stage;

    @Start
    void start(Stage newStage) {
        stage = newStage;
        session.open("reverse.tsv", "");
        UserSettings settings = new UserSettings(Language.ENGLISH, Theme.LIGHT, 1, 1280, 800, "reverse.tsv", "", "batch");
        new Window(stage, session, settings, new UserSettingsFile(folder.resolve("settings.properties")), new ChosenFiles());
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.asyncFx(stage::hide);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** The tab is in front from the start, as the settings remember. */
    private static void untilShown(FxRobot robot) throws TimeoutException {
        until(() -> said(robot).contains("positions"));
    }

    /** What the view says of itself. */
    private static String said(FxRobot robot) {
        return onScreen(() -> robot.lookup(".mask-card .picture").tryQuery().map(Node::getAccessibleText).orElse(""));
    }


    @Test
    void steppingForwardAndBackGivesTheSamePictures(FxRobot robot) throws TimeoutException {
        untilShown(robot);
        String first = said(robot);
        assertTrue(first.startsWith("A row of positions"), first);
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT).press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        until(() -> said(robot).contains("Sentence 1: true, false, false."));
        robot.press(KeyCode.END).release(KeyCode.END);
        until(() -> said(robot).contains("with the mask 0.70, without 2.33, divided by T′ 0.47"));
        robot.press(KeyCode.HOME).release(KeyCode.HOME);
        until(() -> said(robot).equals(first));
    }

    @Test
    void typedLengthsChangeTheMaskAndWrongOnesAreRefused(FxRobot robot) throws TimeoutException {
        untilShown(robot);
        robot.press(KeyCode.END).release(KeyCode.END);
        TextField field = find(robot, "#batch-lengths", TextField.class);
        onScreen(() -> {
            field.setText("0, 3, 7");
            return null;
        });
        until(() -> said(robot).contains("Sentence 1: false, false, false. Sentence 2: true, true, true. Sentence 3: true, true, true."));
        assertFalse(find(robot, "#batch-lengths-wrong", Node.class).isVisible());
        onScreen(() -> {
            field.setText("0, x");
            return null;
        });
        until(() -> find(robot, "#batch-lengths-wrong", Node.class).isVisible());
        assertTrue(said(robot).contains("Sentence 3: true, true, true."));
        onScreen(() -> {
            field.setText("1, 2");
            return null;
        });
        robot.clickOn(onScreen(() -> (Node) robot.lookup("#batch-layout .choice").queryAllAs(ToggleButton.class).stream()
                .filter(button -> button.getText().equals("(N)")).findFirst().orElseThrow()));
        until(() -> said(robot).contains("do not broadcast"));
    }

    @Test
    void aBatchOfTheCorpusIsMeasuredWithTheLiveModel(FxRobot robot) throws TimeoutException {
        until(() -> session.snapshotProperty().get() != null);
        untilShown(robot);
        robot.press(KeyCode.END).release(KeyCode.END);
        onScreen(() -> {
            robot.lookup("#batch-shown .choice").queryAllAs(ToggleButton.class).stream().filter(button -> button.getText().startsWith("Batch of"))
                    .findFirst().orElseThrow().fire();
            return null;
        });
        until(() -> said(robot).contains("Mean loss with the mask") && !said(robot).contains("with the mask 0.70"));
        String before = said(robot);
        click(robot, "#batch-next");
        until(() -> !said(robot).equals(before));
        assertEquals(1, onScreen(() -> robot.lookup("#batch-next").queryAll().size()));
    }
}
