package seq2see.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static seq2see.app.OnScreen.choose;
import static seq2see.app.OnScreen.click;
import static seq2see.app.OnScreen.find;
import static seq2see.app.OnScreen.onScreen;
import static seq2see.app.OnScreen.until;

import com.sun.javafx.application.PlatformImpl;
import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.Toolkit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
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
import seq2see.app.theme.Palette;
import seq2see.app.theme.Role;
import seq2see.app.theme.Theme;
import seq2see.model.ContextType;
import seq2see.training.OptimizerType;
import seq2see.training.TrainingPlan;
import seq2see.training.TrainingSnapshot;
import seq2see.training.TrainingSnapshot.State;

/** The real window with the real engine: what a person does, and what they then read off the screen. */
@ExtendWith(ApplicationExtension.class)
class LabWindowTest {
    @TempDir
    static Path folder;

    private final LabSession session = new LabSession();
    private final UserSettingsFile file = new UserSettingsFile(folder.resolve("settings.properties"));
    private final ChosenFiles chosen = new ChosenFiles();
    private Stage stage;

    @Start
    void start(Stage newStage) {
        stage = newStage;
        session.open("reverse.tsv", "");
        UserSettings settings = new UserSettings(Language.ENGLISH, Theme.LIGHT, 1, 1280, 800, "reverse.tsv", "", "");
        new Window(stage, session, settings, file, chosen);
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.asyncFx(stage::hide);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private TrainingSnapshot snapshot() {
        return session.snapshotProperty().get();
    }

    private void untilStep(long step) throws TimeoutException {
        until(() -> snapshot() != null && snapshot().trainingStep() >= step);
    }

    private void untilState(State state) throws TimeoutException {
        until(() -> snapshot() != null && snapshot().state() == state);
        // What listens to the snapshot has shown it by then.
        WaitForAsyncUtils.waitForFxEvents();
    }

    private String text(FxRobot robot, String query) {
        return find(robot, query, Labeled.class).getText();
    }

    /** What the system tells the window of a file that is dragged over it. */
    private DragEvent drag(EventType<DragEvent> type, Path dragged) {
        Dragboard board = DragboardHelper.createDragboard(Toolkit.getToolkit().createLocalClipboard());
        board.setContent(Map.of(DataFormat.FILES, List.of(dragged.toFile())));
        Node root = stage.getScene().getRoot();
        DragEvent event = new DragEvent(root, root, type, board, 400, 300, 400, 300, TransferMode.COPY, null, root, null);
        Event.fireEvent(root, event);
        return event;
    }

    private void pause(FxRobot robot) throws TimeoutException {
        untilStep(1);
        click(robot, "#training-pause");
        untilState(State.PAUSED);
    }

    @Test
    void aSentenceThatIsTypedIsTranslatedOnTheScreen(FxRobot robot) throws TimeoutException {
        untilStep(1);
        long began = System.nanoTime();
        until(() -> System.nanoTime() - began > 1_000_000_000L && snapshot().trainingStep() > 20);
        click(robot, "#sentence").push(KeyCode.CONTROL, KeyCode.A).write("window").push(KeyCode.ENTER);
        until(() -> snapshot().translation().filter(shown -> shown.source().equals("window")).isPresent());
        click(robot, "#training-pause");
        untilState(State.PAUSED);
        WaitForAsyncUtils.waitForFxEvents();
        String onScreen = find(robot, "#translation", Region.class).getChildrenUnmodifiable().stream()
                .map(chip -> ((Button) chip.lookup(".chip")).getText()).filter(token -> !token.equals("<eos>"))
                .collect(Collectors.joining());
        assertFalse(onScreen.isEmpty());
        assertEquals(snapshot().translation().orElseThrow().text(), onScreen);
    }

    @Test
    void aFieldThatIsLeftEmptyShowsItsSentenceAgain(FxRobot robot) throws TimeoutException {
        untilStep(1);
        TextField sentence = find(robot, "#sentence", TextField.class);
        String before = sentence.getText();
        click(robot, "#sentence").push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.DELETE);
        assertEquals("", sentence.getText());
        robot.push(KeyCode.ESCAPE);
        assertEquals(before, sentence.getText());
        assertEquals(before, session.sentenceProperty().get());
    }

    @Test
    void tokensAreNamedInTheLanguageEvenWhilePaused(FxRobot robot) throws TimeoutException {
        pause(robot);
        Button chip = find(robot, "#chip-1", Button.class);
        assertTrue(chip.getAccessibleText().contains("decoder step 1"));
        click(robot, "#language");
        until(() -> chip.getAccessibleText().contains("解码器第 1 步"));
    }

    @Test
    void aPauseInTypingTranslatesToo(FxRobot robot) throws TimeoutException {
        untilStep(1);
        click(robot, "#sentence").push(KeyCode.CONTROL, KeyCode.A).write("glass");
        until(() -> snapshot().translation().filter(shown -> shown.source().equals("glass")).isPresent());
    }

    @Test
    void aFileThatCannotBeUsedIsExplainedWhileTrainingGoesOn(FxRobot robot) throws IOException, TimeoutException {
        untilStep(5);
        Path bad = Files.writeString(folder.resolve("no-tab.tsv"), "one line\nanother line\n");
        robot.interact(() -> session.open(bad.toString(), ""));
        Label problem = find(robot, "#problem", Label.class);
        until(() -> problem.getText().contains("no-tab.tsv"));
        assertTrue(problem.isVisible());
        assertEquals("reverse.tsv", session.corpusId());
        long before = snapshot().trainingStep();
        untilStep(before + 5);
        click(robot, "#language");
        until(() -> problem.getText().codePoints().anyMatch(Character::isIdeographic));
        click(robot, "#problem-close");
        until(() -> !problem.getParent().isVisible());
    }

    @Test
    void anotherFileIsLookedThroughFirst(FxRobot robot) throws IOException, TimeoutException {
        untilStep(1);
        String pairs = "a b\tb a\nc d\td c\ne f\tf e\na c\tc a\nb d\td b\na d\td a\nc f\tf c\nb e\te b\n";
        chosen.corpora = List.of(Files.writeString(folder.resolve("small.tsv"), pairs));
        click(robot, "#corpus-chooser");
        until(() -> onScreen(() -> robot.lookup("#corpus-open").tryQuery().isPresent()));
        click(robot, "#corpus-open");
        until(() -> onScreen(() -> robot.lookup("#as-source-1").tryQuery().isPresent()));
        assertEquals("reverse.tsv", session.corpusId());
        click(robot, "#place-lab");
        chosen.corpora = List.of();
        robot.push(KeyCode.CONTROL, KeyCode.O);
        assertTrue(onScreen(() -> robot.lookup("#corpus-chooser").tryQuery().isPresent()), "who changed their mind stays where they were");
    }

    @Test
    void aFileDroppedOnTheWindowIsLookedThrough(FxRobot robot) throws IOException, TimeoutException {
        untilStep(1);
        String pairs = "a b\tb a\nc d\td c\ne f\tf e\na c\tc a\nb d\td b\na d\td a\nc f\tf c\nb e\te b\n";
        Path dropped = Files.writeString(folder.resolve("dropped.tsv"), pairs);
        Node words = find(robot, ".drop-hint", Node.class);
        robot.interact(() -> drag(DragEvent.DRAG_ENTERED, dropped));
        assertTrue(words.isVisible());
        robot.interact(() -> {
            drag(DragEvent.DRAG_DROPPED, dropped);
            drag(DragEvent.DRAG_EXITED, dropped);
        });
        assertFalse(words.isVisible());
        until(() -> onScreen(() -> robot.lookup("#as-source-1").tryQuery().isPresent()));
        assertEquals("reverse.tsv", session.corpusId());
    }

    @Test
    void eachViewIsSavedAsPictureDrawingAndNumbers(FxRobot robot) throws IOException, TimeoutException {
        untilStep(1);
        for (String view : List.of("attention", "training")) {
            for (String ending : List.of("png", "svg", "csv")) {
                Path saved = folder.resolve(view + "." + ending);
                chosen.saved = Optional.of(saved);
                choose(robot, "#save-" + view, "#save-" + view + "-" + ending);
                until(() -> Files.exists(saved));
                String content = new String(Files.readAllBytes(saved), StandardCharsets.ISO_8859_1);
                assertTrue(content.startsWith(switch (ending) {
                    case "png" -> "\u0089PNG";
                    case "svg" -> "<svg ";
                    default -> view.equals("attention") ? "decoder_step," : "curve,";
                }), content.substring(0, 20));
            }
        }
        assertNull(session.problemProperty().get());
    }

    @Test
    void aViewIsSavedFromTheKeyboard(FxRobot robot) throws TimeoutException {
        untilStep(1);
        Path saved = folder.resolve("by-keys.png");
        chosen.saved = Optional.of(saved);
        robot.interact(() -> find(robot, "#save-attention", Node.class).requestFocus());
        robot.push(KeyCode.SPACE).push(KeyCode.DOWN).push(KeyCode.ENTER);
        until(() -> Files.exists(saved));
    }

    @Test
    void whereAViewCannotBeSavedTheWindowSaysSo(FxRobot robot) throws TimeoutException {
        untilStep(1);
        chosen.saved = Optional.of(folder.resolve("nowhere").resolve("attention.svg"));
        choose(robot, "#save-attention", "#save-attention-svg");
        Label problem = find(robot, "#problem", Label.class);
        until(() -> problem.getText().contains("nowhere"));
        assertTrue(problem.isVisible());
    }

    @Test
    void aSentenceEndsWhereTheLimitIsAndTheCardSaysSo(FxRobot robot) throws TimeoutException {
        untilStep(1);
        TextField sentence = find(robot, "#sentence", TextField.class);
        Node limit = find(robot, "#sentence-limit", Node.class);
        assertFalse(limit.isVisible());
        robot.interact(() -> sentence.setText("x".repeat(100_000)));
        assertEquals(300, sentence.getLength());
        assertTrue(limit.isVisible());
        robot.interact(() -> sentence.positionCaret(150)).clickOn(sentence).write("yy");
        assertEquals("x".repeat(300), sentence.getText());
        robot.push(KeyCode.ENTER);
        until(() -> snapshot().translation().filter(shown -> shown.source().equals("x".repeat(300))).isPresent());
        robot.interact(() -> sentence.setText("glass"));
        assertFalse(limit.isVisible());
    }

    @Test
    void aTrainingThatDivergesSaysWhyAndWhatToDo(FxRobot robot) throws TimeoutException {
        untilStep(1);
        robot.interact(() -> session.change(1e30, 1, 1));
        untilState(State.FAILED);
        until(() -> text(robot, "#training-reason").equals("✗ the loss or its gradient is no longer a number"));
        Label problem = find(robot, "#problem", Label.class);
        until(() -> problem.getText().contains("choose a smaller learning rate"));
        robot.interact(() -> session.change(0.005, 1, 1));
        click(robot, "#training-reset");
        untilState(State.TRAINING);
        until(() -> !problem.getParent().isVisible());
    }

    @Test
    void settingsThatMakeNoDifferenceAreNotOffered(FxRobot robot) throws TimeoutException {
        untilStep(1);
        Node dropout = find(robot, "#setting-dropout", Node.class);
        Node context = find(robot, "#setting-context", Node.class);
        assertFalse(dropout.getParent().isVisible());
        assertFalse(context.getParent().isVisible());
        click(robot, "none");
        assertTrue(context.getParent().isVisible());
        click(robot, "mean");
        click(robot, "#settings-restart");
        until(() -> snapshot().plan().config().context() == ContextType.MEAN && !snapshot().plan().config().hasAttention());
    }

    @Test
    void patienceComesIntoThePlan(FxRobot robot) throws TimeoutException {
        untilStep(1);
        robot.interact(() -> find(robot, "#setting-patience", Slider.class).setValue(2));
        robot.interact(() -> find(robot, "#settings-restart", Button.class).fire());
        until(() -> snapshot().plan().recipe().validation().patience() == 5);
    }

    @Test
    void whatIsFoldedAwayComesIntoThePlan(FxRobot robot) throws TimeoutException {
        untilStep(1);
        robot.interact(() -> find(robot, "#settings-advanced", ToggleButton.class).fire());
        robot.interact(() -> {
            ((ToggleButton) find(robot, "#setting-optimizer", Parent.class).getChildrenUnmodifiable().getFirst()).fire();
            find(robot, "#setting-smoothing", Slider.class).setValue(2);
            find(robot, "#settings-restart", Button.class).fire();
        });
        until(() -> snapshot().plan().method().optimizer() == OptimizerType.SGD);
        assertEquals(0.1, snapshot().plan().method().labelSmoothing());
        assertEquals(OptimizerType.SGD.usualLearningRate(), snapshot().plan().learningRate());
    }

    @Test
    void whatIsProposedForTheNextModelLeavesTheRunningOneAlone(FxRobot robot) throws TimeoutException {
        untilStep(1);
        double running = onScreen(() -> snapshot().learningRate());
        robot.interact(() -> find(robot, "#settings-advanced", ToggleButton.class).fire());
        robot.interact(() -> {
            ((ToggleButton) find(robot, "#setting-optimizer", Parent.class).getChildrenUnmodifiable().getFirst()).fire();
            find(robot, "#setting-clip", Slider.class).setValue(0);
        });
        until(() -> snapshot().clip() == 0.1);
        assertEquals(running, snapshot().learningRate());
        robot.interact(() -> find(robot, "#setting-learningRate", Slider.class).setValue(0));
        until(() -> snapshot().learningRate() == 0.0001);
    }

    @Test
    void aSeedOfAnyLengthIsTakenOver(FxRobot robot) throws TimeoutException {
        untilStep(1);
        TextField seed = find(robot, "#setting-seed", TextField.class);
        for (String text : List.of("12345678901", "-9223372036854775808", "9223372036854775808")) {
            robot.interact(() -> seed.setText(text));
        }
        assertEquals("-9223372036854775808", onScreen(seed::getText), "one that is too large for a seed is refused");
        robot.interact(() -> find(robot, "#settings-restart", Button.class).fire());
        until(() -> snapshot().plan().seed() == Long.MIN_VALUE);
    }

    @Test
    void noChoiceIsShortened(FxRobot robot) throws TimeoutException {
        untilStep(1);
        click(robot, "none");
        robot.interact(() -> find(robot, "#settings-advanced", ToggleButton.class).fire());
        for (int language = 0; language < 2; language++) {
            click(robot, "#language");
            WaitForAsyncUtils.waitForFxEvents();
            for (ToggleButton choice : onScreen(() -> robot.lookup(".choice").queryAllAs(ToggleButton.class))) {
                assertEquals(choice.getText(), ((Text) choice.lookup(".text")).getText());
            }
        }
    }

    @Test
    void aSampleCorpusIsChosenByName(FxRobot robot) throws TimeoutException {
        untilStep(1);
        choose(robot, "#corpus-chooser", "Dates, character by character");
        until(() -> session.corpusId().equals("dates.tsv") && snapshot().plan().corpus().name().equals("dates.tsv"));
        until(() -> text(robot, "#corpus-chooser").equals("Dates, character by character"));
        TrainingPlan inUse = snapshot().plan();
        choose(robot, "#corpus-chooser", ".radio-menu-item:checked");
        // Had it been opened again, this sentence would come with another plan.
        robot.interact(() -> session.look("1 May 2001"));
        until(() -> snapshot().translation().filter(shown -> shown.source().equals("1 May 2001")).isPresent());
        assertEquals(inUse, snapshot().plan());
    }

    @Test
    void languageAndThemeChangeWhileRunning(FxRobot robot) throws TimeoutException {
        untilStep(1);
        click(robot, "#language");
        until(() -> text(robot, "#place-lab").equals("实验室"));
        assertEquals("English", text(robot, "#language"));
        click(robot, "#theme");
        Region page = find(robot, ".lab-page", Region.class);
        Color dark = Color.web(Palette.DARK.of(Role.BACKGROUND).hex());
        until(() -> page.getBackground().getFills().getFirst().getFill().equals(dark));
        click(robot, "#language");
        until(() -> text(robot, "#place-lab").equals("Lab"));
    }

    @Test
    void pauseStepOnceAndReset(FxRobot robot) throws TimeoutException {
        pause(robot);
        long paused = snapshot().trainingStep();
        click(robot, "#training-step-once");
        until(() -> snapshot().trainingStep() == paused + 1);
        assertEquals(State.PAUSED, snapshot().state());
        assertEquals(String.valueOf(paused + 1), text(robot, "#training-step").strip());
        click(robot, "#training-reset");
        until(() -> snapshot().trainingStep() == 0);
        click(robot, "#training-pause");
        untilState(State.TRAINING);
        untilStep(2);
    }

    @Test
    void forwardFiveAndBackFiveIsTheSameMoment(FxRobot robot) throws TimeoutException {
        pause(robot);
        robot.push(KeyCode.HOME);
        for (int i = 0; i < 7; i++) {
            robot.push(KeyCode.RIGHT);
        }
        String before = text(robot, "#moment-count");
        assertTrue(before.matches("moment +8 of \\d+"), before);
        for (int i = 0; i < 5; i++) {
            robot.push(KeyCode.RIGHT);
        }
        assertNotEquals(before, text(robot, "#moment-count"));
        for (int i = 0; i < 5; i++) {
            robot.push(KeyCode.LEFT);
        }
        assertEquals(before, text(robot, "#moment-count"));
    }

    @Test
    void aTokenLeadsToItsDecoderStep(FxRobot robot) throws TimeoutException {
        pause(robot);
        click(robot, "#chip-1");
        assertEquals("decoder step 1 · ", text(robot, "#moment-place"));
        assertEquals("attention weights", text(robot, "#moment-part"));
    }

    @Test
    void everyTabHasItsKey(FxRobot robot) throws TimeoutException {
        untilStep(1);
        List<KeyCode> digits = List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT6);
        List<Node> tabs = onScreen(() -> List.copyOf(robot.lookup("#tabs").queryAs(Parent.class).getChildrenUnmodifiable()));
        assertEquals(digits.size(), tabs.size());
        for (int i = tabs.size() - 1; i >= 0; i--) {
            robot.push(KeyCode.CONTROL, digits.get(i));
            ToggleButton tab = (ToggleButton) tabs.get(i);
            until(() -> onScreen(tab::isSelected));
        }
        click(robot, "#place-corpus");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT6);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(((ToggleButton) tabs.getFirst()).isSelected(), "elsewhere than in the Lab the key does nothing");
    }

    @Test
    void theWholeWindowScales(FxRobot robot) throws TimeoutException {
        untilStep(1);
        Region rail = find(robot, ".rail", Region.class);
        assertEquals(72, rail.getWidth(), 0.5);
        robot.push(KeyCode.CONTROL, KeyCode.EQUALS);
        until(() -> Math.abs(rail.getWidth() - 72 * 1.1) < 1);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT0);
        until(() -> Math.abs(rail.getWidth() - 72) < 0.5);
    }

    @Test
    void restartingTakesTheSettings(FxRobot robot) throws TimeoutException {
        untilStep(1);
        click(robot, "#setting-seed").push(KeyCode.CONTROL, KeyCode.A).write("42").push(KeyCode.ENTER);
        until(() -> snapshot().plan().seed() == 42);
    }

    @Test
    void closingRemembersAndEndsTheTraining(FxRobot robot) throws TimeoutException {
        untilStep(1);
        click(robot, "#theme");
        click(robot, "#sentence").push(KeyCode.CONTROL, KeyCode.A).write("glass").push(KeyCode.ENTER);
        until(() -> session.sentenceProperty().get().equals("glass"));
        close();
        UserSettings loaded = file.load();
        assertEquals(Theme.DARK, loaded.theme());
        assertEquals("glass", loaded.sentence());
        assertEquals("reverse.tsv", loaded.corpus());
        until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().toLowerCase(Locale.ROOT).contains("training")));
    }

    private static boolean takesTheFocus(Node node) {
        boolean shown = node.isFocusTraversable() && !node.isDisabled();
        for (Node at = node; shown && at != null; at = at.getParent()) {
            // What a scroll pane holds is brought into sight when it takes the focus.
            shown = at.isVisible() && !(at.getParent() instanceof ScrollPane);
        }
        return shown;
    }

    @Test
    void aDrawerOverTheStageTakesTheFocusAndGivesItBack(FxRobot robot) throws TimeoutException {
        untilStep(1);
        Node drawer = find(robot, "#settings-drawer", Node.class);
        robot.interact(() -> stage.setWidth(1024));
        until(() -> drawer.getScene() == null);
        robot.interact(() -> find(robot, "#settings", ToggleButton.class).fire());
        assertEquals("settings-close", stage.getScene().getFocusOwner().getId());
        robot.push(KeyCode.ESCAPE);
        assertNull(drawer.getScene());
        assertEquals("settings", stage.getScene().getFocusOwner().getId());
    }

    @Test
    void screenReadersAreToldNamesAndValues(FxRobot robot) throws TimeoutException {
        pause(robot);
        Node rate = find(robot, "#setting-learningRate", Node.class);
        assertEquals("Learning rate: 0.0050", rate.getAccessibleText());
        assertEquals("0.0050", rate.queryAccessibleAttribute(AccessibleAttribute.VALUE_STRING));
        assertEquals("Cell: GRU", find(robot, "GRU", Labeled.class).getAccessibleText());
        assertEquals(AccessibleRole.MENU_BUTTON, find(robot, "#save-attention", Node.class).getAccessibleRole());
        Node ticks = find(robot, "#scrubber-ticks", Node.class);
        robot.interact(() -> ticks.executeAccessibleAction(AccessibleAction.SET_VALUE, 3.0));
        robot.interact(() -> ticks.executeAccessibleAction(AccessibleAction.INCREMENT));
        assertEquals(4.0, ticks.queryAccessibleAttribute(AccessibleAttribute.VALUE));
        assertTrue(text(robot, "#moment-count").matches("moment +4 of " + Math.round((double) ticks.queryAccessibleAttribute(AccessibleAttribute.MAX_VALUE))));
        assertEquals(text(robot, "#moment-place") + text(robot, "#moment-part"), ticks.queryAccessibleAttribute(AccessibleAttribute.VALUE_STRING));
    }

    @Test
    void aScreenReaderIsLedToANewProblem(FxRobot robot) throws TimeoutException {
        untilStep(1);
        robot.interact(() -> PlatformImpl.accessibilityActiveProperty().set(true));
        try {
            session.open("/nowhere/gone.tsv", "");
            until(() -> session.problemProperty().get() != null);
            WaitForAsyncUtils.waitForFxEvents();
            assertEquals("problem", stage.getScene().getFocusOwner().getId());
        } finally {
            robot.interact(() -> PlatformImpl.accessibilityActiveProperty().set(false));
        }
    }

    @Test
    void nothingWithAFocusLiesOutsideTheSmallestWindow(FxRobot robot) throws TimeoutException {
        untilStep(1);
        robot.interact(() -> {
            stage.setWidth(1024);
            stage.setHeight(640);
        });
        Scene scene = stage.getScene();
        until(() -> scene.getWidth() <= 1024);
        WaitForAsyncUtils.waitForFxEvents();
        List<Node> reachable = robot.from(scene.getRoot()).lookup(LabWindowTest::takesTheFocus).queryAll().stream().toList();
        assertTrue(reachable.size() > 15, "found only " + reachable);
        for (Node part : reachable) {
            var bounds = part.localToScene(part.getLayoutBounds());
            assertTrue(bounds.getWidth() > 0 && bounds.getMinX() >= -0.5 && bounds.getMinY() >= -0.5
                    && bounds.getMaxX() <= scene.getWidth() + 0.5 && bounds.getMaxY() <= scene.getHeight() + 0.5, part + " at " + bounds);
        }
        assertTrue(find(robot, ".chips-scroll", ScrollPane.class).getWidth() > 100);
    }
}
