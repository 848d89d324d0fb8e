package seq2see.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static seq2see.app.OnScreen.choose;
import static seq2see.app.OnScreen.click;
import static seq2see.app.OnScreen.find;
import static seq2see.app.OnScreen.onScreen;
import static seq2see.app.OnScreen.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import seq2see.app.lesson.Facts;
import seq2see.app.scene.SavedScene;
import seq2see.app.scene.SceneFile;
import seq2see.app.scene.SceneState;
import seq2see.app.session.LabSession;
import seq2see.app.theme.Language;
import seq2see.app.theme.Text;
import seq2see.app.theme.Theme;
import seq2see.corpus.InputException;
import seq2see.training.SavedModel;
import seq2see.training.SavedTraining;
import seq2see.training.TrainingSnapshot;

/** An instructor who prepares scenes in the real window and opens them in another. */
@ExtendWith(ApplicationExtension.class)
class SceneWindowTest {
    @TempDir
    private Path folder;
    private final ChosenFiles files = new ChosenFiles();
    private LabSession session;
    private Window window;
    private Stage stage;

    @Start
    void start(Stage newStage) {
        stage = newStage;
        session = new LabSession();
        UserSettings settings = UserSettings.defaults().withLook(Language.ENGLISH, Theme.LIGHT, 1).withSize(1280, 800);
        window = new Window(stage, session, settings, new UserSettingsFile(folder.resolve("settings.properties")), files);
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.asyncFx(stage::hide);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** A window on another machine: nothing is known there. */
    private void anotherWindow() throws IOException {
        onScreen(() -> {
            stage.hide();
            return null;
        });
        Files.deleteIfExists(folder.resolve("settings.properties"));
        Files.deleteIfExists(folder.resolve("lessons.properties"));
        onScreen(() -> {
            start(stage);
            return null;
        });
    }

    private static String moment(FxRobot robot) {
        return onScreen(() -> robot.lookup("#moment-place").queryLabeled().getText() + robot.lookup("#moment-part").queryLabeled().getText());
    }

    private TrainingSnapshot snapshot() {
        return onScreen(() -> session.snapshotProperty().get());
    }

    private void save(FxRobot robot, Path file) throws TimeoutException {
        files.scene = Optional.of(file);
        choose(robot, "#scene-menu", "#scene-save");
        until(() -> Files.exists(file));
    }

    @Test
    void aSceneOfTheLabOpensInAnotherWindowAtExactlyThatMoment(FxRobot robot) throws TimeoutException, IOException {
        Path corpus = Files.writeString(folder.resolve("own.tsv"), IntStream.range(0, 4000)
                .mapToObj(i -> "cat " + i + " sleeps\tchat " + i + " dort").collect(Collectors.joining("\n")));
        onScreen(() -> {
            session.open(corpus.toString(), "cat 7 sleeps");
            return null;
        });
        click(robot, "#place-lab");
        until(() -> snapshot() != null && snapshot().trainingStep() >= 20 && snapshot().translation().isPresent());
        onScreen(() -> {
            session.pause();
            window.openTab("attention");
            return null;
        });
        until(() -> snapshot().state() != TrainingSnapshot.State.TRAINING);
        onScreen(() -> {
            robot.lookup("#attention-mode .choice").queryAllAs(ToggleButton.class).stream().skip(1).findFirst().orElseThrow().fire();
            robot.lookup("#scrubber-first").queryAs(Button.class).fire();
            robot.lookup("#scrubber-forward").queryAs(Button.class).fire();
            return null;
        });
        choose(robot, "#scene-menu", "#scene-note");
        WaitForAsyncUtils.waitForFxEvents();
        robot.write("Look here").type(KeyCode.ENTER);
        onScreen(() -> {
            Text.languageProperty().set(Language.CHINESE);
            return null;
        });
        String moment = moment(robot);
        TrainingSnapshot before = snapshot();
        Path scene = folder.resolve("01 cat.seq2scene");
        save(robot, scene);

        anotherWindow();
        Files.delete(corpus);
        onScreen(() -> {
            window.openScene(scene);
            return null;
        });
        until(() -> snapshot() != null && snapshot().translation().isPresent());
        TrainingSnapshot after = snapshot();
        assertEquals(before.trainingStep(), after.trainingStep());
        assertEquals(before.state(), after.state());
        for (String address : List.of("p", "cost", "decoder.1.attentionWeights.1", "encoder.2.layer1.forward.updateGate.3", "decoder.2.logits.5")) {
            assertEquals(new Facts(before, List.of()).number(address), new Facts(after, List.of()).number(address), address);
        }
        assertEquals("cat 7 sleeps", onScreen(() -> session.sentenceProperty().get()));
        until(() -> moment(robot).equals(moment));
        assertEquals(Language.CHINESE, onScreen(Text::language));
        assertEquals("Look here", find(robot, ".note", Labeled.class).getText());
        assertTrue(onScreen(() -> robot.lookup("#attention-mode .choice").queryAllAs(ToggleButton.class).stream().skip(1).findFirst().orElseThrow().isSelected()));
    }

    @Test
    void aClassOfScenesIsWalkedThroughByTheClicker(FxRobot robot) throws TimeoutException, IOException {
        for (int step : new int[] {0, 1}) {
            onScreen(() -> {
                window.openLesson("sequences", step);
                return null;
            });
            until(() -> onScreen(() -> window.lessons().hasArrived()));
            save(robot, folder.resolve("scene " + step + ".seq2scene"));
        }
        anotherWindow();
        onScreen(() -> {
            window.openScene(folder);
            return null;
        });
        until(() -> onScreen(() -> window.lessons().hasArrived()));
        robot.type(KeyCode.F5);
        until(() -> onScreen(() -> robot.lookup("#present-place").tryQuery().isPresent()));
        robot.type(KeyCode.PAGE_DOWN);
        until(() -> place(robot).equals("scene 2 of 2"));
        assertEquals("One length in, another length out", sentence(robot));
        robot.type(KeyCode.PAGE_UP);
        until(() -> place(robot).equals("scene 1 of 2"));
    }

    /** The second comes while the first is still being read. */
    @Test
    void twoQuickPressesGoTwoScenesOn(FxRobot robot) throws TimeoutException, IOException {
        onScreen(() -> {
            window.openLesson("tokens", 0);
            return null;
        });
        until(() -> onScreen(() -> window.lessons().hasArrived()));
        Path first = folder.resolve("scene 1.seq2scene");
        save(robot, first);
        Files.copy(first, folder.resolve("scene 2.seq2scene"));
        Files.copy(first, folder.resolve("scene 3.seq2scene"));
        onScreen(() -> {
            window.openScene(folder);
            return null;
        });
        robot.type(KeyCode.F5);
        until(() -> onScreen(() -> robot.lookup("#present-place").tryQuery().isPresent()) && place(robot).equals("scene 1 of 3"));
        press(KeyCode.PAGE_DOWN, KeyCode.PAGE_DOWN);
        until(() -> place(robot).equals("scene 3 of 3"));
        press(KeyCode.PAGE_UP, KeyCode.PAGE_DOWN);
        press(KeyCode.PAGE_UP);
        until(() -> place(robot).equals("scene 2 of 3"));
        robot.type(KeyCode.ESCAPE, KeyCode.F5);
        until(() -> onScreen(() -> robot.lookup("#present-place").tryQuery().isPresent()) && place(robot).equals("scene 2 of 3"));
    }

    /** All in one go of the window's thread, so that nothing happens in between. */
    private void press(KeyCode... keys) {
        onScreen(() -> {
            for (KeyCode key : keys) {
                Event.fireEvent(stage.getScene().getRoot(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
            }
            return null;
        });
    }

    private static String picture(FxRobot robot, String card) {
        return onScreen(() -> robot.lookup("." + card + "-card .picture").queryAll().stream().map(Node::getAccessibleText).collect(Collectors.joining("\n")));
    }

    private void openTab(String tab) {
        onScreen(() -> {
            window.openTab(tab);
            return null;
        });
    }

    private void pauseInTheLab(FxRobot robot) throws TimeoutException {
        onScreen(() -> {
            session.open("reverse.tsv", "paper");
            return null;
        });
        click(robot, "#place-lab");
        until(() -> snapshot() != null && snapshot().trainingStep() >= 20 && snapshot().translation().isPresent());
        onScreen(() -> {
            session.pause();
            return null;
        });
        until(() -> snapshot().state() != TrainingSnapshot.State.TRAINING && snapshot().translation().isPresent());
    }

    /** Opens a scene in a window that knows nothing, and says what its card shows once that is what is expected. */
    private void assertOpensOn(FxRobot robot, Path scene, String card, String expected) throws IOException {
        anotherWindow();
        onScreen(() -> {
            window.openScene(scene);
            return null;
        });
        try {
            until(() -> picture(robot, card).equals(expected));
        } catch (TimeoutException tooLate) {
            assertEquals(expected, picture(robot, card));
        }
    }

    private static Stream<CheckMenuItem> options(FxRobot robot) {
        return robot.lookup("#search-shown").queryAs(MenuButton.class).getItems().stream().filter(CheckMenuItem.class::isInstance).map(CheckMenuItem.class::cast);
    }

    @Test
    void aSceneOfASearchedTableOpensOnTheSameTree(FxRobot robot) throws TimeoutException, IOException, InputException {
        pauseInTheLab(robot);
        openTab("search");
        onScreen(() -> {
            robot.lookup("#search-subject").queryAs(MenuButton.class).getItems().stream().filter(item -> "search-greedy-misses".equals(item.getId())).forEach(MenuItem::fire);
            return null;
        });
        until(() -> picture(robot, "beam-tree").contains("A"));
        onScreen(() -> {
            robot.lookup("#setting-width").queryAs(Slider.class).setValue(2);
            options(robot).forEach(item -> item.setSelected(true));
            robot.lookup("#beam-tree").query().requestFocus();
            return null;
        });
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT);
        until(() -> onScreen(() -> robot.lookup("#search-force").query().isVisible()));
        robot.type(KeyCode.PLUS, KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        String tree = picture(robot, "beam-tree");
        String numbers = picture(robot, "search-numbers");
        Path scene = folder.resolve("search.seq2scene");
        save(robot, scene);
        assertOpensOn(robot, scene, "beam-tree", tree);
        assertEquals(numbers, picture(robot, "search-numbers"));
        assertEquals(2, onScreen(() -> robot.lookup("#setting-width").queryAs(Slider.class).getValue()));
        assertTrue(onScreen(() -> options(robot).allMatch(CheckMenuItem::isSelected)));
        Path again = folder.resolve("again.seq2scene");
        save(robot, again);
        Map<String, String> kept = SceneFile.read(scene).state().sight().controls();
        assertEquals(kept, SceneFile.read(again).state().sight().controls());
        assertTrue(Double.parseDouble(kept.get("search-zoom")) > 0, "the zoom");
        assertEquals(kept.get("search-chosen"), kept.get("search-closed"), "what was folded");
    }

    @Test
    void aSceneOfTheSentencesSearchKeepsItsLengthAndTheFollowedHypothesis(FxRobot robot) throws TimeoutException, IOException {
        pauseInTheLab(robot);
        openTab("search");
        onScreen(() -> {
            robot.lookup("#setting-length").queryAs(Slider.class).setValue(3);
            robot.lookup("#beam-tree").query().requestFocus();
            return null;
        });
        until(() -> picture(robot, "beam-tree").contains("4") && onScreen(() -> robot.lookup("#setting-length").queryAs(Slider.class).getValue() == 3));
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT);
        until(() -> onScreen(() -> !session.hypothesisProperty().get().isEmpty()));
        List<Integer> followed = onScreen(() -> session.hypothesisProperty().get());
        Path scene = folder.resolve("sentence.seq2scene");
        save(robot, scene);
        anotherWindow();
        onScreen(() -> {
            window.openScene(scene);
            return null;
        });
        until(() -> onScreen(() -> session.hypothesisProperty().get().equals(followed)));
        assertEquals(3, onScreen(() -> robot.lookup("#setting-length").queryAs(Slider.class).getValue()));
    }

    @Test
    void aSceneOfShapesOpensOnTheSameSlice(FxRobot robot) throws TimeoutException, IOException {
        pauseInTheLab(robot);
        openTab("shapes");
        until(() -> onScreen(() -> robot.lookup("#shapes-block").tryQueryAs(ComboBox.class).filter(block -> block.getItems().size() > 1).isPresent()));
        onScreen(() -> {
            robot.lookup("#setting-H").queryAs(Slider.class).setValue(4);
            return null;
        });
        until(() -> picture(robot, "shapes").contains("(7, 4, 6)"));
        onScreen(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<String> block = robot.lookup("#shapes-block").queryAs(ComboBox.class);
            block.setValue("outputs");
            @SuppressWarnings("unchecked")
            ComboBox<Integer> axis = robot.lookup("#shapes-axis").queryAs(ComboBox.class);
            axis.setValue(2);
            robot.lookup("#shapes-slice").queryAs(Spinner.class).increment(2);
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents();
        String shown = picture(robot, "shapes");
        Path scene = folder.resolve("shapes.seq2scene");
        save(robot, scene);
        assertOpensOn(robot, scene, "shapes", shown);
        until(() -> onScreen(() -> robot.lookup("#shapes-block").tryQueryAs(ComboBox.class).filter(block -> "outputs".equals(block.getValue())).isPresent()));
        assertEquals(2, onScreen(() -> robot.lookup("#shapes-axis").queryAs(ComboBox.class).getValue()));
        assertEquals(3, onScreen(() -> robot.lookup("#shapes-slice").queryAs(Spinner.class).getValue()));
    }

    @Test
    void aSceneOfMasksOpensOnTheSameNumbers(FxRobot robot) throws TimeoutException, IOException {
        pauseInTheLab(robot);
        openTab("batch");
        onScreen(() -> {
            robot.lookup("#batch-lengths").queryAs(TextField.class).setText("4, 0, 2");
            robot.lookup("#batch-maximum-length").queryAs(Spinner.class).increment(2);
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents();
        String shown = picture(robot, "mask");
        assertTrue(shown.contains("4, 0, 2"), shown);
        Path scene = folder.resolve("mask.seq2scene");
        save(robot, scene);
        assertOpensOn(robot, scene, "mask", shown);
    }

    @Test
    void whatIsBeingWrittenInANoteIsSaved(FxRobot robot) throws TimeoutException, IOException {
        pauseInTheLab(robot);
        onScreen(() -> {
            robot.lookup("#scene-menu").queryAllAs(MenuButton.class).forEach(menu -> menu.getItems().stream().filter(item -> item.getId().equals("scene-note")).forEach(MenuItem::fire));
            return null;
        });
        until(() -> onScreen(() -> robot.lookup("#note-field").tryQuery().isPresent()));
        WaitForAsyncUtils.waitForFxEvents();
        robot.write("not pinned yet");
        Path scene = folder.resolve("note.seq2scene");
        files.scene = Optional.of(scene);
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until(() -> Files.exists(scene));
        anotherWindow();
        onScreen(() -> {
            window.openScene(scene);
            return null;
        });
        until(() -> onScreen(() -> robot.lookup(".note").tryQueryAs(Labeled.class).map(Labeled::getText).equals(Optional.of("not pinned yet"))));
    }

    @Test
    void aSceneWhoseModelCannotBeTakenChangesNothing(FxRobot robot) throws InputException, TimeoutException, IOException {
        pauseInTheLab(robot);
        onScreen(() -> {
            Text.languageProperty().set(Language.CHINESE);
            return null;
        });
        Path scene = folder.resolve("other.seq2scene");
        save(robot, scene);
        SavedScene kept = SceneFile.read(scene);
        SceneState state = kept.state();
        SceneFile.write(scene, new SavedScene(new SceneState(state.language(), "dark", null, new SceneState.CorpusReference("dates.tsv", "dates.tsv", List.of()),
                state.sight(), state.notes()), kept.model(), Optional.empty()));
        onScreen(() -> {
            Text.languageProperty().set(Language.ENGLISH);
            session.look("other");
            window.openScene(scene);
            return null;
        });
        until(() -> onScreen(() -> session.problemProperty().get() != null));
        assertEquals("other", onScreen(() -> session.sentenceProperty().get()));
        assertEquals(Language.ENGLISH, onScreen(Text::language));
    }

    @Test
    void aTrainingOfALessonGoesOnFromTheScene(FxRobot robot) throws InputException, TimeoutException, IOException {
        until(() -> onScreen(() -> window.lessons().hasArrived()));
        long reached = onScreen(() -> window.lessons().snapshot().orElseThrow().trainingStep());
        Path scene = folder.resolve("lesson.seq2scene");
        save(robot, scene);
        SavedScene kept = SceneFile.read(scene);
        assertTrue(kept.model().training().trainingStep() >= reached);
        // A training from the seed would come to the same weights. It never comes so far.
        long further = kept.model().training().trainingStep() + 100_000;
        SceneFile.write(scene, new SavedScene(kept.state(), atStep(further, kept.model()), kept.pairs()));
        anotherWindow();
        onScreen(() -> {
            window.openScene(scene);
            return null;
        });
        until(() -> onScreen(() -> window.lessons().snapshot().filter(shown -> shown.trainingStep() >= further).isPresent()));
        assertTrue(onScreen(() -> window.lessons().hasArrived()));
    }

    private static SavedModel atStep(long step, SavedModel saved) {
        SavedTraining training = saved.training();
        return new SavedModel(saved.config(), saved.codec(), saved.weights(), saved.last(), saved.optimizer(), new SavedTraining(
                training.corpusName(), training.corpusFingerprint(), training.recipe(), step, training.best(), training.curve()));
    }

    @Test
    void whoeverGoesElsewhereIsInNoClassAnyMore(FxRobot robot) throws TimeoutException {
        for (int step : new int[] {0, 1}) {
            onScreen(() -> {
                window.openLesson("sequences", step);
                return null;
            });
            until(() -> onScreen(() -> window.lessons().hasArrived()));
            save(robot, folder.resolve("scene " + step + ".seq2scene"));
        }
        onScreen(() -> {
            window.openLesson("tokens", 0);
            window.openScene(folder);
            return null;
        });
        until(() -> onScreen(() -> robot.lookup("#lesson-title").queryLabeled().getText().equals("A model that learns while you read")));
        onScreen(() -> {
            window.lessons().open("tokens");
            return null;
        });
        until(() -> onScreen(() -> window.lessons().hasArrived()));
        robot.type(KeyCode.F5, KeyCode.PAGE_DOWN);
        assertTrue(place(robot).startsWith("step 1 of"), place(robot));
    }

    private static String place(FxRobot robot) {
        return find(robot, "#present-place", Labeled.class).getText();
    }

    private static String sentence(FxRobot robot) {
        return onScreen(() -> robot.lookup("#sentence").query().lookupAll(".text").stream().map(node -> ((javafx.scene.text.Text) node).getText()).collect(Collectors.joining()));
    }

    @Test
    void aSceneIsWrittenThoughTheWindowIsClosedAtOnce(FxRobot robot) throws TimeoutException {
        until(() -> onScreen(() -> window.lessons().hasArrived()));
        Path file = folder.resolve("last.seq2scene");
        files.scene = Optional.of(file);
        onScreen(() -> {
            robot.lookup("#scene-menu").queryAs(MenuButton.class).getItems().stream().filter(item -> item.getId().equals("scene-save")).forEach(MenuItem::fire);
            stage.hide();
            return null;
        });
        assertTrue(Files.exists(file));
    }

    @Test
    void aNoteMayHoldWhatTheClickerWouldTake(FxRobot robot) throws TimeoutException {
        until(() -> onScreen(() -> window.lessons().hasArrived()));
        robot.type(KeyCode.F5);
        until(() -> onScreen(() -> robot.lookup("#present-place").tryQuery().isPresent()));
        onScreen(() -> {
            robot.lookup("#scene-menu").queryAllAs(MenuButton.class).forEach(menu -> menu.getItems().stream().filter(item -> item.getId().equals("scene-note")).forEach(MenuItem::fire));
            return null;
        });
        until(() -> onScreen(() -> robot.lookup("#note-field").tryQuery().isPresent()));
        // A field that gets the focus marks all that is in it, a pulse later.
        WaitForAsyncUtils.waitForFxEvents();
        robot.write("b. c").type(KeyCode.ENTER);
        assertEquals("b. c", find(robot, ".note", Labeled.class).getText());
        assertTrue(onScreen(() -> robot.lookup("#black-screen").tryQuery().isEmpty()));
    }

    @Test
    void aDamagedSceneIsRefusedInPlainWordsAndChangesNothing(FxRobot robot) throws TimeoutException, IOException {
        until(() -> onScreen(() -> window.lessons().hasArrived()));
        Path file = Files.writeString(folder.resolve("broken.seq2scene"), "nothing of the kind");
        onScreen(() -> {
            window.openScene(file);
            return null;
        });
        until(() -> onScreen(() -> robot.lookup(".problem-bar .label").queryAllAs(Labeled.class).stream().anyMatch(label -> label.getText().contains("broken.seq2scene"))));
        assertEquals("A model that learns while you read", find(robot, "#lesson-title", Labeled.class).getText());
    }

    @Test
    void aNoteIsWrittenAnewAndTakenAway(FxRobot robot) throws TimeoutException {
        until(() -> onScreen(() -> window.lessons().hasArrived()));
        choose(robot, "#scene-menu", "#scene-note");
        WaitForAsyncUtils.waitForFxEvents();
        robot.write("one").type(KeyCode.ENTER);
        robot.doubleClickOn(".note");
        until(() -> onScreen(() -> robot.lookup("#note-field").tryQueryAs(TextField.class).isPresent()));
        robot.type(KeyCode.END).write(" two").type(KeyCode.ENTER);
        assertEquals("one two", find(robot, ".note", Labeled.class).getText());
        onScreen(() -> {
            robot.lookup(".note").query().requestFocus();
            return null;
        });
        robot.type(KeyCode.DELETE);
        assertTrue(onScreen(() -> robot.lookup(".note").tryQuery().isEmpty()));
    }
}
