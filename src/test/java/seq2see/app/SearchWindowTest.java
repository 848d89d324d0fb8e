package seq2see.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static seq2see.app.OnScreen.choose;
import static seq2see.app.OnScreen.click;
import static seq2see.app.OnScreen.find;
import static seq2see.app.OnScreen.onScreen;
import static seq2see.app.OnScreen.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
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
import seq2see.app.theme.Text;
import seq2see.app.theme.Theme;
import seq2see.search.ProbabilityTableFile;
import seq2see.trace.Trace;
import seq2see.training.TrainingSnapshot;

/** The Search tab in the real window: what a learner does there, and what they then read. */
@ExtendWith(ApplicationExtension.class)
class SearchWindowTest {
    @TempDir
    static Path folder;

    private final LabSession session = new LabSession();
    private final ChosenFiles files = new ChosenFiles();
    private Stage stage;

    @Start
    void start(Stage newStage) {
        stage = newStage;
        session.open("reverse.tsv", "");
        UserSettings settings = new UserSettings(Language.ENGLISH, Theme.LIGHT, 1, 1280, 800, "reverse.tsv", "", "search");
        new Window(stage, session, settings, new UserSettingsFile(folder.resolve("settings.properties")), files);
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.asyncFx(stage::hide);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String said(FxRobot robot, String id) {
        return onScreen(() -> robot.lookup(id).tryQuery().map(Node::getAccessibleText).map(String::valueOf).orElse(""));
    }

    private static void open(FxRobot robot, String example) throws TimeoutException {
        choose(robot, "#search-subject", "#search-" + example);
        // The examples are of capital letters, the sentence is not.
        until(() -> said(robot, "#search-numbers").contains(" A "));
    }

    private static String note(FxRobot robot) {
        return onScreen(() -> robot.lookup("#search-note").queryAs(Label.class).getText());
    }

    /** Not clicked: what stands beside the button may still be moving it. */
    private static void fire(FxRobot robot, String button) {
        onScreen(() -> {
            robot.lookup(button).queryAs(ButtonBase.class).fire();
            return null;
        });
    }

    private static void type(FxRobot robot, String field, String text) {
        onScreen(() -> {
            TextField found = robot.lookup(field).queryAs(TextField.class);
            found.setText(text);
            found.getOnAction().handle(null);
            return null;
        });
    }

    @Test
    void theSentencesOwnSearchStandsThere(FxRobot robot) throws TimeoutException {
        until(() -> said(robot, "#beam-tree").contains("A search tree of beam width 2"));
        assertTrue(said(robot, "#search-numbers").contains("Next token after <bos>")
                || said(robot, "#search-numbers").contains("Greedy"), said(robot, "#search-numbers"));
    }

    @Test
    void aTokenIsFoundNodeByNode(FxRobot robot) throws TimeoutException {
        open(robot, "greedy-misses");
        type(robot, "#search-seek", "C");
        until(() -> note(robot).equals("Node 1 of 7 with this token."));
        until(() -> said(robot, "#beam-tree").startsWith("Chosen: C."));
        type(robot, "#search-seek", "C");
        until(() -> said(robot, "#beam-tree").startsWith("Chosen: A C."));
        type(robot, "#search-seek", "nowhere");
        until(() -> note(robot).equals("No node here has this token."));
    }

    /** Every view follows the hypothesis that was chosen and stands at its last token, until the model's own output is asked for. */
    @Test
    void aChosenHypothesisIsFollowedByEveryViewAndThereIsAWayBack(FxRobot robot) throws TimeoutException {
        until(() -> said(robot, "#beam-tree").contains("A search tree of beam width 2"));
        onScreen(() -> {
            session.pause();
            find(robot, "#beam-tree", Node.class).requestFocus();
            return null;
        });
        until(() -> onScreen(() -> session.snapshotProperty().get().state() == TrainingSnapshot.State.PAUSED));
        robot.press(KeyCode.END).release(KeyCode.END);
        for (int i = 0; i < 2; i++) {
            String before = said(robot, "#beam-tree");
            robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
            until(() -> !said(robot, "#beam-tree").equals(before));
        }
        until(() -> trace().decoder().forced().filter(forced -> forced.tokens().size() == 2).isPresent());
        until(() -> onScreen(() -> robot.lookup("#own-output").query().isVisible() && robot.lookup("#chip-3").tryQuery().isEmpty()));
        robot.press(KeyCode.CONTROL).press(KeyCode.DIGIT1).release(KeyCode.DIGIT1).release(KeyCode.CONTROL);
        until(() -> onScreen(() -> robot.lookup("#moment-place").queryAs(Label.class).getText()).contains("decoder step 2"));
        click(robot, "#own-output");
        until(() -> trace().decoder().forced().isEmpty());
    }

    private Trace trace() {
        return onScreen(() -> session.snapshotProperty().get().translation().orElseThrow().trace());
    }

    @Test
    void theExampleInWhichGreedyFailsIsSteppedToWhereItGoesWrong(FxRobot robot) throws TimeoutException {
        open(robot, "greedy-misses");
        until(() -> said(robot, "#beam-tree").contains("The best is A C B <eos> with −1.032."));
        assertTrue(said(robot, "#search-numbers").contains("⚠ search error: 0.042 short"), said(robot, "#search-numbers"));
        robot.press(KeyCode.HOME).release(KeyCode.HOME);
        until(() -> said(robot, "#beam-tree").contains("The one live hypothesis is expanded"));
        // Greedy search goes wrong where A B, the more probable prefix, is preferred to A C.
        for (int i = 0; i < 5; i++) {
            robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        }
        until(() -> said(robot, "#beam-tree").contains("The 2 most probable of 8 candidates are kept."));
        until(() -> said(robot, "#search-numbers").contains("Next token after A: A 0.100, B 0.400, C 0.300, <eos> 0.200."));
    }

    @Test
    void movingThePenaltyRanksAnewAndSaysThatThePathsStayed(FxRobot robot) throws TimeoutException {
        open(robot, "penalty-decides");
        until(() -> said(robot, "#beam-tree").contains("A B C <eos>"));
        assertEquals("A <eos> best at α < 0.50 ✓ found; A B C <eos> best at α ≥ 0.50 ✓ found", said(robot, "#search-spans"));
        onScreen(() -> {
            robot.lookup("#setting-alpha").queryAs(Slider.class).setValue(8);
            return null;
        });
        until(() -> said(robot, "#search-numbers").contains("Beam, width 2: A <eos>"));
        assertTrue(note(robot).startsWith("Only the ranking changed") || note(robot).startsWith("The search took other paths"), note(robot));
    }

    /** In the middle of a search the ranking of its end is told as little as before, and the moment stays. */
    @Test
    void thePenaltyIsMovedInTheMiddleOfASearch(FxRobot robot) throws TimeoutException {
        open(robot, "penalty-decides");
        until(() -> said(robot, "#beam-tree").contains("A B C <eos>"));
        robot.press(KeyCode.HOME).release(KeyCode.HOME);
        until(() -> said(robot, "#beam-tree").contains("The one live hypothesis is expanded"));
        for (int i = 0; i < 3; i++) {
            robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        }
        until(() -> said(robot, "#beam-tree").contains("2 live hypotheses are expanded"));
        onScreen(() -> {
            robot.lookup("#setting-alpha").queryAs(Slider.class).setValue(8);
            return null;
        });
        until(() -> note(robot).startsWith("The search took other paths") || note(robot).startsWith("Only the ranking changed"));
        assertTrue(said(robot, "#beam-tree").contains("2 live hypotheses are expanded"), said(robot, "#beam-tree"));
        assertTrue(said(robot, "#search-numbers").contains("None has ended yet."), said(robot, "#search-numbers"));
        robot.press(KeyCode.END).release(KeyCode.END);
        until(() -> said(robot, "#search-numbers").contains("Beam, width 2: A <eos>"));
    }

    /** Down the last column, whose nodes stand at the right edge of the tree, until the mouse comes upon one. */
    @Test
    void aNodeIsChosenByTheMouse(FxRobot robot) throws TimeoutException {
        open(robot, "greedy-misses");
        until(() -> said(robot, "#beam-tree").contains("The best is A C B <eos>"));
        Bounds tree = onScreen(() -> {
            Node canvas = robot.lookup("#beam-tree").query();
            return canvas.localToScreen(canvas.getBoundsInLocal());
        });
        for (double y = tree.getCenterY(); !said(robot, "#beam-tree").startsWith("Chosen: A ") && y < tree.getMaxY(); y += 12) {
            robot.clickOn(tree.getMaxX() - 70, y);
            WaitForAsyncUtils.waitForFxEvents();
        }
        assertTrue(said(robot, "#beam-tree").matches("(?s)Chosen: A [BC] [BC] .*"), said(robot, "#beam-tree"));
    }

    @Test
    void theTextsOwnRuleAndTheUsualOneAreBothToldOfTheirExample(FxRobot robot) throws TimeoutException {
        open(robot, "two-by-three");
        until(() -> said(robot, "#search-numbers").contains("By the usual rule only what ended or was cut is an output: A B D wins with −0.930."));
        open(robot, "penalty-decides");
        until(() -> said(robot, "#search-numbers").contains("Greedy: A B C <eos>"));
        assertTrue(!said(robot, "#search-numbers").contains("usual rule"), said(robot, "#search-numbers"));
    }

    @Test
    void aRowThatNoLongerSumsToOneIsMarkedAndExplainedAndASoundOneIsSearchedAndSaved(FxRobot robot) throws Exception {
        open(robot, "greedy-misses");
        fire(robot, "#search-edit");
        until(() -> onScreen(() -> robot.lookup("#table-1-1").tryQuery().isPresent()));
        type(robot, "#table-1-1", "0.6");
        until(() -> onScreen(() -> robot.lookup("#table-problem").queryAs(Label.class).getText()).contains("sums to 1.1"));
        assertTrue(onScreen(() -> robot.lookup("#table-problem").queryAs(Label.class).isVisible()));
        type(robot, "#table-1-2", "0.1");
        until(() -> !onScreen(() -> robot.lookup("#table-problem").queryAs(Label.class).isVisible()));
        Path saved = folder.resolve("edited.json");
        files.saved = Optional.of(saved);
        click(robot, "#table-save");
        until(() -> Files.exists(saved));
        assertEquals(0.6, ProbabilityTableFile.read(saved).rows().get("").getFirst());
    }

    @Test
    void aTableIsOpenedFromAFileAndOneThatIsNoneIsExplained(FxRobot robot) throws Exception {
        open(robot, "greedy-misses");
        Path wrong = Files.writeString(folder.resolve("wrong.json"), """
                {"tokens": ["x", "<eos>"], "probabilities": {"": [0.5, 0.6]}}""");
        files.tableToOpen = Optional.of(wrong);
        choose(robot, "#search-subject", "#search-open");
        until(() -> onScreen(() -> robot.lookup("#problem").queryAs(Label.class).getText()).contains("sums to 1.1"));
        assertTrue(said(robot, "#search-numbers").contains("A C B"), "what was searched stays");
        Path right = Files.writeString(folder.resolve("mine.json"), """
                {"tokens": ["x", "y", "<eos>"], "probabilities": {"": [0.6, 0.05, 0.35], "x": [0.6, 0, 0.4], "x x": [0.28, 0.28, 0.44]},
                 "default": [0.2, 0.2, 0.6]}""");
        files.tableToOpen = Optional.of(right);
        choose(robot, "#search-subject", "#search-open");
        until(() -> said(robot, "#search-numbers").contains("Greedy: x x <eos>"));
        // ln 0.35 against ln 0.24 / 2^α and ln 0.1584 / 3^α: a winner in the middle has two ends.
        until(() -> said(robot, "#search-spans").contains("x <eos> best at 0.45 ≤ α < 0.64"));
        assertTrue(said(robot, "#search-spans").startsWith("<eos> best at α < 0.45"), said(robot, "#search-spans"));
        assertEquals("mine.json", onScreen(() -> robot.lookup("#search-subject").queryAs(MenuButton.class).getText()));
        assertTrue(!onScreen(() -> robot.lookup("#problem").queryAs(Label.class).getParent().isVisible()));
    }

    @Test
    void whatIsWrongWithARowIsSaidInTheLanguageOfNow(FxRobot robot) throws TimeoutException {
        open(robot, "greedy-misses");
        fire(robot, "#search-edit");
        until(() -> onScreen(() -> robot.lookup("#table-1-1").tryQuery().isPresent()));
        type(robot, "#table-1-1", "0.6");
        type(robot, "#table-2-1", "0.6");
        type(robot, "#table-2-1", "0.1");
        assertTrue(problem(robot).contains("sums to 1.1"), "a row that is right does not hide one that is wrong");
        onScreen(() -> {
            Text.languageProperty().set(Language.CHINESE);
            return null;
        });
        try {
            assertTrue(problem(robot).contains("之和"), problem(robot));
            assertEquals("开始", onScreen(() -> robot.lookup("#table-row-1").queryAs(Label.class).getText()));
        } finally {
            onScreen(() -> {
                Text.languageProperty().set(Language.ENGLISH);
                return null;
            });
        }
    }

    @Test
    void aTokenIsKeptFromComingTwice(FxRobot robot) throws Exception {
        openTable(robot, """
                {"tokens": ["A", "B", "<eos>"], "probabilities": {}, "default": [0.7, 0.2, 0.1]}""");
        until(() -> said(robot, "#search-numbers").contains("Greedy: A A,"));
        onScreen(() -> {
            MenuButton options = robot.lookup("#search-shown").queryAs(MenuButton.class);
            options.getItems().stream().filter(Menu.class::isInstance).flatMap(menu -> ((Menu) menu).getItems().stream())
                    .filter(item -> "search-repeats-1".equals(item.getId())).forEach(item -> ((RadioMenuItem) item).setSelected(true));
            return null;
        });
        until(() -> said(robot, "#search-numbers").contains("Greedy: A B,"));
        assertTrue(said(robot, "#search-numbers").contains("Exhaustive: A B,"), said(robot, "#search-numbers"));
    }

    private static String problem(FxRobot robot) {
        return onScreen(() -> robot.lookup("#table-problem").queryAs(Label.class).getText());
    }

    private void openTable(FxRobot robot, String json) throws Exception {
        files.tableToOpen = Optional.of(Files.writeString(folder.resolve("own.json"), json));
        choose(robot, "#search-subject", "#search-open");
    }

    /** The beam never comes to B, the exact search does. */
    @Test
    void whereARowIsMissingTheBeamStaysAndTheRowIsNamed(FxRobot robot) throws Exception {
        openTable(robot, """
                {"tokens": ["A", "B", "<eos>"], "probabilities": {"": [0.5, 0.3, 0.2], "A": [0, 0, 1]}}""");
        onScreen(() -> {
            robot.lookup("#setting-width").queryAs(Slider.class).setValue(0);
            return null;
        });
        until(() -> said(robot, "#search-numbers").contains("Beam, width 1: A <eos>") && note(robot).contains("\"B\""));
        fire(robot, "#search-exact");
        until(() -> onScreen(() -> robot.lookup("#search-exact").query().isVisible()) && note(robot).contains("\"B\""));
    }

    @Test
    void aTableOfTooManyNumbersIsNotEditedButSearched(FxRobot robot) throws Exception {
        String rows = IntStream.range(0, 400).mapToObj(i -> "\"" + "A ".repeat(i).strip() + "\": [0.6, 0.3, 0.1]").collect(Collectors.joining(", "));
        openTable(robot, "{\"tokens\": [\"A\", \"B\", \"<eos>\"], \"probabilities\": {" + rows + "}, \"default\": [0.1, 0.1, 0.8]}");
        until(() -> said(robot, "#search-numbers").contains("Greedy: A A"));
        fire(robot, "#search-edit");
        until(() -> onScreen(() -> robot.lookup("#table-large").tryQuery().isPresent()));
        assertTrue(onScreen(() -> robot.lookup("#table-large").queryAs(Label.class).getText()).contains("1\u2009203 numbers"));
    }

    @Test
    void theTrueBestIsSoughtForTheWeightsAtWhichTheTrainingRests(FxRobot robot) throws TimeoutException {
        until(() -> said(robot, "#beam-tree").contains("A search tree of beam width 2"));
        // A model that knows nothing yet finds all outputs almost equally probable: the search for the best takes long.
        onScreen(() -> {
            session.pause();
            session.reset();
            session.pause();
            return null;
        });
        until(() -> onScreen(() -> session.snapshotProperty().get().trainingStep() <= 1 && session.latestSearch() != null && session.latestSearch().trainingStep() <= 1));
        robot.press(KeyCode.END).release(KeyCode.END);
        until(() -> onScreen(() -> robot.lookup("#search-exact").query().isVisible()));
        fire(robot, "#search-exact");
        until(() -> onScreen(() -> robot.lookup("#search-exact-cancel").query().getParent().isVisible()));
        until(() -> onScreen(() -> session.latestSearch().trainingStep() == session.snapshotProperty().get().trainingStep()));
        onScreen(() -> {
            session.resume();
            return null;
        });
        until(() -> note(robot).startsWith("The model learns on"));
        assertTrue(!onScreen(() -> robot.lookup("#search-exact-cancel").query().getParent().isVisible()));
    }

    @Test
    void whatIsDrawnIsCountedAndAnotherSeedDrawsOtherOutputs(FxRobot robot) throws TimeoutException {
        open(robot, "greedy-misses");
        fire(robot, "#search-sampling");
        until(() -> said(robot, "#search-numbers").contains("Of 20 draws: "));
        String first = said(robot, "#search-numbers");
        fire(robot, "#search-again");
        until(() -> !said(robot, "#search-numbers").equals(first) && said(robot, "#search-numbers").contains("Of 20 draws: "));
        onScreen(() -> {
            robot.lookup("#setting-topK").queryAs(Slider.class).setValue(0);
            return null;
        });
        until(() -> said(robot, "#search-numbers").endsWith("Of 20 draws: A B C <eos> 20×."));
    }

    /** 6⁷ sequences of almost equal probability are more than nobody waits for, and fewer than the budget. */
    @Test
    void theTrueBestIsSoughtOnRequestAndTheSearchForItCanBeStopped(FxRobot robot) throws Exception {
        files.tableToOpen = Optional.of(Files.writeString(folder.resolve("flat.json"), """
                {"tokens": ["a", "b", "c", "d", "e", "<eos>"], "probabilities": {}, "default": [0.2, 0.2, 0.2, 0.2, 0.19, 0.01]}"""));
        choose(robot, "#search-subject", "#search-open");
        until(() -> said(robot, "#search-numbers").contains("Greedy: a"));
        onScreen(() -> {
            robot.lookup("#setting-length").queryAs(Slider.class).setValue(6);
            return null;
        });
        until(() -> said(robot, "#beam-tree").contains("with 7 decoder steps") && onScreen(() -> robot.lookup("#search-exact").query().isVisible()));
        assertTrue(onScreen(() -> {
            robot.lookup("#search-exact").queryAs(Button.class).fire();
            Button cancel = robot.lookup("#search-exact-cancel").queryAs(Button.class);
            boolean running = cancel.getParent().isVisible();
            cancel.fire();
            return running && robot.lookup("#search-exact").query().isVisible() && !cancel.getParent().isVisible();
        }));
        click(robot, "#search-exact");
        until(() -> said(robot, "#search-numbers").contains("Exhaustive: a a a a a a a"));
        assertTrue(!onScreen(() -> robot.lookup("#search-exact").query().isVisible()));
    }

    @Test
    void aNodeIsChosenByTheKeysAndTheSearchGoesOnFromThere(FxRobot robot) throws TimeoutException {
        open(robot, "greedy-misses");
        onScreen(() -> {
            find(robot, "#beam-tree", Node.class).requestFocus();
            return null;
        });
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        until(() -> said(robot, "#beam-tree").startsWith("Chosen: A."));
        robot.press(KeyCode.DOWN).release(KeyCode.DOWN).press(KeyCode.DOWN).release(KeyCode.DOWN);
        until(() -> said(robot, "#beam-tree").startsWith("Chosen: C."));
        fire(robot, "#search-force");
        until(() -> said(robot, "#search-numbers").contains("Greedy: C "));
        fire(robot, "#search-release");
        until(() -> said(robot, "#search-numbers").contains("Greedy: A B C <eos>"));
    }
}
