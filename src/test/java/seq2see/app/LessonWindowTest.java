package seq2see.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static seq2see.app.OnScreen.choose;
import static seq2see.app.OnScreen.click;
import static seq2see.app.OnScreen.find;
import static seq2see.app.OnScreen.onScreen;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import seq2see.app.lesson.Answer;
import seq2see.app.lesson.ChangeTask;
import seq2see.app.lesson.Task;
import seq2see.app.session.LabSession;
import seq2see.app.theme.Language;
import seq2see.app.theme.Theme;
import seq2see.lesson.Lesson;
import seq2see.lesson.ProgressFile;

/** A reader in the real window: goes through lessons, answers wrongly and rightly, and reads why. */
@ExtendWith(ApplicationExtension.class)
class LessonWindowTest {
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    private Path folder;
    private final ChosenFiles files = new ChosenFiles();
    private Window window;
    private Stage stage;

    @Start
    void start(Stage newStage) {
        stage = newStage;
        LabSession session = new LabSession();
        UserSettings settings = UserSettings.defaults().withLook(Language.ENGLISH, Theme.LIGHT, 1).withSize(1280, 800);
        window = new Window(stage, session, settings, new UserSettingsFile(folder.resolve("settings.properties")), files);
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.asyncFx(stage::hide);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> onScreen(condition));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void untilArrived() throws TimeoutException {
        until(() -> window.lessons().hasArrived());
    }

    private Lesson lesson(String id) {
        return onScreen(() -> window.lessons().lessons().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow());
    }

    private static String count(FxRobot robot) {
        return find(robot, "#lesson-count", Labeled.class).getText();
    }

    /** All texts below a node. */
    private static String texts(Node node) {
        return switch (node) {
            case Text text -> text.getText();
            case Labeled labeled -> labeled.getText();
            case Parent parent -> parent.getChildrenUnmodifiable().stream().map(LessonWindowTest::texts).collect(Collectors.joining());
            default -> "";
        };
    }

    private static String verdict(FxRobot robot) {
        return onScreen(() -> texts(robot.lookup("#exercise-verdict").query()));
    }

    private void answer(FxRobot robot, Answer answer) throws TimeoutException {
        switch (answer) {
            case Answer.Choice choice -> onScreen(() -> {
                robot.lookup("#option-" + choice.option()).queryAs(ToggleButton.class).setSelected(true);
                return null;
            });
            case Answer.Value value -> onScreen(() -> {
                robot.lookup("#answer-slider").<Slider>tryQuery().ifPresent(slider -> slider.setValue(value.value()));
                robot.lookup("#answer-field").<TextField>tryQuery().ifPresent(field -> field.setText(String.format(Locale.ROOT, "%.4f", value.value())));
                return null;
            });
            case Answer.Settings settings -> onScreen(() -> {
                List<ChangeTask.Knob> knobs = ((ChangeTask) window.lessons().task().orElseThrow()).knobs();
                for (int knob = 0; knob < knobs.size(); knob++) {
                    robot.from(robot.lookup("#knob-" + knobs.get(knob).key())).lookup("#option-" + settings.options().get(knob))
                            .queryAs(ToggleButton.class).setSelected(true);
                }
                return null;
            });
            case Answer.Order order -> {
                while (onScreen(() -> robot.lookup("#item-back").tryQuery().isPresent())) {
                    fire(robot, "#item-back");
                }
                for (int item : order.options()) {
                    fire(robot, "#item-" + item);
                }
            }
            case Answer.Cells cells when onScreen(() -> robot.lookup(".mask-cell").tryQuery().isEmpty()) -> onScreen(() -> {
                int count = robot.lookup(".option").queryAll().size();
                for (int option = 0; option < count; option++) {
                    robot.lookup("#option-" + option).queryAs(ToggleButton.class).setSelected(cells.chosen().contains(option));
                }
                return null;
            });
            case Answer.Cells cells -> onScreen(() -> {
                int columns = ((Task.Mask) window.lessons().task().orElseThrow()).columns();
                int count = robot.lookup(".mask-cell").queryAll().size();
                for (int cell = 0; cell < count; cell++) {
                    robot.lookup("#cell-" + cell / columns + "-" + cell % columns).queryAs(ToggleButton.class).setSelected(cells.chosen().contains(cell));
                }
                return null;
            });
        }
        until(() -> !robot.lookup("#exercise-check").queryAs(Button.class).isDisabled());
        fire(robot, "#exercise-check");
    }

    private static void fire(FxRobot robot, String button) {
        onScreen(() -> {
            robot.lookup(button).queryAs(Button.class).fire();
            return null;
        });
    }

    /** Answers the step's exercise wrongly, then rightly, and finds each explanation on the screen, every fact of it known. */
    private void solve(FxRobot robot) throws TimeoutException {
        Task task = onScreen(() -> window.lessons().task().orElseThrow());
        answer(robot, task.wrong());
        until(() -> verdict(robot).startsWith("✗"));
        assertFalse(verdict(robot).contains("–"), verdict(robot));
        assertTrue(verdict(robot).length() > 20, verdict(robot));
        answer(robot, task.right());
        until(() -> verdict(robot).startsWith("✓"));
        assertFalse(verdict(robot).contains("–"), verdict(robot));
    }

    /** From the first step to the last and back, solving on the way. */
    private void walk(FxRobot robot, String id) throws TimeoutException {
        Lesson lesson = lesson(id);
        onScreen(() -> {
            window.openLesson(id, 0);
            return null;
        });
        for (int step = 0; step < lesson.steps().size(); step++) {
            untilArrived();
            assertEquals(step + 1 + " / " + lesson.steps().size(), count(robot));
            if (lesson.steps().get(step).exercise().isPresent()) {
                solve(robot);
            }
            if (step + 1 < lesson.steps().size()) {
                robot.clickOn("#lesson-forward");
            }
        }
        for (int step = lesson.steps().size() - 1; step > 0; step--) {
            robot.clickOn("#lesson-back");
            untilArrived();
            assertEquals(step + " / " + lesson.steps().size(), count(robot));
        }
    }

    @ParameterizedTest
    @CsvSource({"tokens, ENGLISH", "tokens, CHINESE"})
    void aLessonIsWalkedFromItsFirstStepToTheLastAndBack(String id, Language language, FxRobot robot) throws TimeoutException {
        onScreen(() -> {
            seq2see.app.theme.Text.languageProperty().set(language);
            return null;
        });
        walk(robot, id);
    }

    @Tag("lessons")
    @ParameterizedTest
    @CsvSource({"ENGLISH", "CHINESE"})
    void everyLessonIsWalked(Language language, FxRobot robot) throws TimeoutException {
        onScreen(() -> {
            seq2see.app.theme.Text.languageProperty().set(language);
            return null;
        });
        for (String id : onScreen(() -> window.lessons().lessons().stream().map(Lesson::id).toList())) {
            walk(robot, id);
        }
    }

    /** Words to read before the exercise can be answered; Chinese ones as the JDK parts them. */
    private static long words(String text, Language language) {
        BreakIterator words = BreakIterator.getWordInstance(language.locale());
        words.setText(text);
        long count = 0;
        for (int start = words.first(), end = words.next(); end != BreakIterator.DONE; start = end, end = words.next()) {
            count += text.substring(start, end).codePoints().anyMatch(Character::isLetterOrDigit) ? 1 : 0;
        }
        return count;
    }

    private static long wordsOnTheColumn(FxRobot robot, Language language) {
        return onScreen(() -> words(texts(robot.lookup("#lesson-title").query()) + " " + texts(robot.lookup(".prose-content").query()), language));
    }

    private static boolean isAsked(FxRobot robot) {
        return onScreen(() -> robot.lookup("#exercise-check").tryQuery().isPresent());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aNewcomerReachesTheFirstExerciseWithTwoClicksAndOneHundredAndFiftyWords(Language language, FxRobot robot) throws TimeoutException {
        onScreen(() -> {
            seq2see.app.theme.Text.languageProperty().set(language);
            return null;
        });
        int clicks = 0;
        untilArrived();
        long words = wordsOnTheColumn(robot, language);
        while (!isAsked(robot)) {
            click(robot, "#lesson-forward");
            clicks++;
            untilArrived();
            words += wordsOnTheColumn(robot, language);
        }
        assertTrue(clicks <= 2, clicks + " clicks");
        assertTrue(words <= 150, words + " words");
    }

    @Test
    void theWindowOpensOnTheFirstLessonWhoseModelLearns() throws TimeoutException {
        until(() -> window.lessons().snapshot().filter(shown -> shown.trainingStep() > 0).isPresent());
        assertTrue(onScreen(() -> window.lessons().lessons().getFirst().title().equals("Sequences to sequences")));
    }

    @Test
    void aReturningReaderIsOfferedWhereTheyLeftOff(FxRobot robot) throws TimeoutException {
        onScreen(() -> {
            window.openLesson("tokens", 2);
            return null;
        });
        untilArrived();
        ProgressFile file = new ProgressFile(folder.resolve("lessons.properties"));
        until(() -> file.load().step() == 3);
        onScreen(() -> {
            stage.hide();
            start(stage);
            return null;
        });
        assertTrue(count(robot).startsWith("1"));
        assertEquals(3, file.load().step());
        click(robot, "#lesson-go-there");
        until(() -> count(robot).startsWith("3"));
        assertEquals(lesson("tokens").steps().get(2).title(), find(robot, "#lesson-title", Labeled.class).getText());
    }

    @Test
    void inANarrowWindowTheProseIsADrawerOverTheStage(FxRobot robot) throws TimeoutException {
        onScreen(() -> {
            stage.setWidth(1024);
            stage.setHeight(640);
            return null;
        });
        untilArrived();
        until(() -> robot.lookup("#lesson-unfold").tryQuery().isPresent());
        click(robot, "#lesson-fold");
        until(() -> robot.lookup("#lesson-title").tryQuery().isEmpty());
        click(robot, "#lesson-unfold");
        until(() -> robot.lookup("#lesson-title").tryQuery().isPresent());
        robot.type(KeyCode.ESCAPE);
        until(() -> robot.lookup("#lesson-title").tryQuery().isEmpty());
        robot.type(KeyCode.ENTER);
        until(() -> robot.lookup("#lesson-title").tryQuery().isPresent());
        assertTrue(count(robot).startsWith("2"));
        onScreen(() -> {
            stage.setWidth(1280);
            return null;
        });
        until(() -> robot.lookup("#lesson-unfold").tryQuery().isEmpty());
        assertTrue(onScreen(() -> robot.lookup("#lesson-title").tryQuery().isPresent()));
    }

    @Test
    void aLessonOfOnesOwnIsSeenAsItIsSaved(FxRobot robot) throws TimeoutException, IOException {
        String text = """
                ---
                id: mine
                title: My own
                minutes: 2
                ---

                # The first title

                The source has {T} tokens.

                ![a drawing that is not there](nowhere.png)

                ![a drawing](drawing.png)

                $\\nosuch$

                :::model
                corpus: reverse.tsv
                hidden: 16
                planned-steps: 50
                steps: 5
                :::

                :::view attention
                sentence: planet
                :::
                """;
        Path own = Files.createDirectory(folder.resolve("own"));
        Path file = Files.writeString(own.resolve("mine.md"), text);
        ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), "png", own.resolve("drawing.png").toFile());
        files.lessons = Optional.of(own);
        choose(robot, "#lesson-chooser", "#lesson-open-folder");
        until(() -> title(robot).equals("The first title"));
        untilArrived();
        until(() -> onScreen(() -> robot.lookup(".lesson-picture .image-view").queryAll().size() == 1));
        until(() -> onScreen(() -> robot.lookup(".lesson-picture").queryAll().stream().anyMatch(picture -> texts(picture).contains("nowhere.png"))));
        until(() -> problems(robot).contains("mine.md:11:") && problems(robot).contains("mine.md:15:"));
        Files.writeString(file, text.replace("The first title", "Another title").replace("minutes: 2", "minutes: many"));
        until(() -> problems(robot).contains("mine.md:4:"));
        assertEquals("The first title", title(robot));
        Files.writeString(file, text.replace("The first title", "Another title"));
        until(() -> title(robot).equals("Another title"));
        Files.writeString(file, text.replace("{T}", "{nothing}").replaceAll("(?m)^(!.*|\\$.*)$", ""));
        until(() -> problems(robot).contains("mine.md:9:"));
    }

    /** The file beside a lesson often comes after the lesson that names it. */
    @Test
    void aCorpusThatIsPutBesideALessonLaterIsFoundAndItsChangeIsPresented(FxRobot robot) throws TimeoutException, IOException {
        Path own = Files.createDirectory(folder.resolve("change"));
        Files.writeString(own.resolve("change.md"), """
                ---
                id: change
                title: A change
                minutes: 1
                ---

                # On its own corpus

                :::model
                corpus: mine.tsv
                hidden: 4
                embedding: 4
                planned-steps: 3
                :::

                :::view attention
                sentence: abc
                :::

                :::ask change
                question: Which has more memory?
                set: hidden = 4 | 8
                so: H > before.H
                right: It has {H} units.
                wrong: It has {H} units.
                :::
                """);
        files.lessons = Optional.of(own);
        choose(robot, "#lesson-chooser", "#lesson-open-folder");
        until(() -> problems(robot).contains("mine.tsv"));
        Files.writeString(own.resolve("mine.tsv"), "ab\tba\nabc\tcba\nbc\tcb\nca\tac\nbca\tacb\n");
        until(() -> problems(robot).isEmpty());
        untilArrived();
        robot.type(KeyCode.F5);
        until(() -> robot.lookup("#moment-bar").tryQuery().isPresent());
        for (int press = 0; press < 9 && onScreen(() -> robot.lookup(".answer-mark").tryQuery().isEmpty()); press++) {
            robot.type(KeyCode.PAGE_DOWN);
        }
        until(() -> texts(robot.lookup("#sentence").query()).replace("\uFEFF", "").contains("It has 8 units."));
    }

    @Test
    void aLinkOutIsOpenedOnlyWhenItIsAskedFor(FxRobot robot) throws TimeoutException, IOException {
        Path own = Files.createDirectory(folder.resolve("links"));
        Files.writeString(own.resolve("links.md"), """
                ---
                id: links
                title: Links
                minutes: 1
                ---

                # Two links

                Read [a paper](https://arxiv.org/abs/1409.0473) or [a file](file:///etc/hosts).

                :::model
                corpus: reverse.tsv
                hidden: 16
                planned-steps: 50
                steps: 5
                :::

                :::view attention
                sentence: planet
                :::
                """);
        files.lessons = Optional.of(own);
        choose(robot, "#lesson-chooser", "#lesson-open-folder");
        until(() -> title(robot).equals("Two links"));
        followLink(robot, 0);
        until(() -> robot.lookup("#link-address").tryQuery().isPresent());
        assertTrue(find(robot, "#link-address", Labeled.class).getText().endsWith("https://arxiv.org/abs/1409.0473"));
        assertEquals(List.of(), files.browsed);
        fire(robot, "#link-open");
        assertEquals(List.of("https://arxiv.org/abs/1409.0473"), onScreen(() -> files.browsed));
        assertTrue(onScreen(() -> robot.lookup("#link-address").tryQuery().isEmpty()));
        followLink(robot, 1);
        until(() -> robot.lookup("#link-copy").tryQuery().isPresent());
        assertFalse(onScreen(() -> robot.lookup("#link-open").query().isVisible()));
        fire(robot, "#link-copy");
        assertEquals("file:///etc/hosts", onScreen(() -> Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void theFolderOfAnotherTimeIsOfferedAgainWhereItIsStillThere(FxRobot robot) throws TimeoutException, IOException {
        Path own = Files.createDirectory(folder.resolve("term"));
        Path file = Files.writeString(own.resolve("term.md"), """
                ---
                id: term
                title: Of my own
                minutes: 1
                ---

                # One

                :::model
                corpus: reverse.tsv
                hidden: 16
                planned-steps: 50
                steps: 5
                :::

                :::view attention
                sentence: planet
                :::

                # Two
                """);
        files.lessons = Optional.of(own);
        choose(robot, "#lesson-chooser", "#lesson-open-folder");
        until(() -> title(robot).equals("One"));
        click(robot, "#lesson-forward");
        until(() -> title(robot).equals("Two"));
        restart();
        click(robot, "#lesson-go-there");
        until(() -> title(robot).equals("Two"));
        onScreen(() -> {
            window.openLesson("tokens", 0);
            return null;
        });
        restart();
        choose(robot, "#lesson-chooser", "#lesson-open-again");
        until(() -> title(robot).equals("One"));
        Files.delete(file);
        Files.delete(own);
        restart();
        untilArrived();
        restart();
        assertEquals(own.toString(), new UserSettingsFile(folder.resolve("settings.properties")).load().lessonFolder());
        assertTrue(count(robot).startsWith("1"));
    }

    /** Closes the window and opens it with what it remembers. */
    private void restart() {
        onScreen(() -> {
            stage.hide();
            UserSettingsFile file = new UserSettingsFile(folder.resolve("settings.properties"));
            window = new Window(stage, new LabSession(), file.load(), file, files);
            return null;
        });
    }

    private static void followLink(FxRobot robot, int number) {
        onScreen(() -> {
            robot.lookup(".link-out").queryAll().stream().skip(number).findFirst().orElseThrow().requestFocus();
            return null;
        });
        robot.type(KeyCode.ENTER);
    }

    private static String problems(FxRobot robot) {
        return onScreen(() -> robot.lookup("#lesson-problems").tryQuery().map(LessonWindowTest::texts).orElse(""));
    }

    private static String title(FxRobot robot) {
        return find(robot, "#lesson-title", Labeled.class).getText();
    }

    @Test
    void enterGoesOnAndTheLabComesBackAsItWas(FxRobot robot) throws TimeoutException {
        click(robot, "#place-lessons");
        untilArrived();
        onScreen(() -> {
            stage.getScene().getRoot().requestFocus();
            return null;
        });
        robot.type(KeyCode.ENTER);
        until(() -> count(robot).startsWith("2"));
        click(robot, "#place-lab");
        until(() -> robot.lookup(".lab-page").tryQuery().isPresent());
        click(robot, "#place-lessons");
        until(() -> count(robot).startsWith("2"));
    }

    /** What takes too long to wait for is opened as it was kept, and can be trained here all the same. */
    @Test
    void aCheckpointSaysSoAndCanBeTrainedHere(FxRobot robot) throws TimeoutException {
        onScreen(() -> {
            window.openLesson("sequences", 2);
            return null;
        });
        untilArrived();
        assertTrue(find(robot, "#lesson-checkpoint", Labeled.class).getText().contains("599"));
        fire(robot, "#lesson-train-here");
        until(() -> find(robot, "#lesson-checkpoint", Labeled.class).getText().isEmpty() && window.lessons().snapshot().orElseThrow().trainingStep() < 599);
    }

    /** What the prose speaks of is what the picture shows; other sizes are a click away. */
    @Test
    void theShapesOfALessonAreThoseOfItsModel(FxRobot robot) throws TimeoutException {
        onScreen(() -> {
            window.openLesson("shapes", 1);
            return null;
        });
        untilArrived();
        until(() -> robot.lookup(".shapes-card .picture").tryQuery().map(Node::getAccessibleText).filter(said -> said.contains("weight matrix (V, D) = (")
                && !said.contains("(V, D) = (10, 8)")).isPresent());
        assertFalse(onScreen(() -> robot.lookup(".side-column").query().isVisible()));
        robot.interact(() -> robot.lookup("#shapes-sizes").queryAs(ToggleButton.class).fire());
        until(() -> robot.lookup(".side-column").query().isVisible());
    }

    @Test
    void progressIsKeptAndCanBeForgotten(FxRobot robot) throws TimeoutException {
        onScreen(() -> {
            window.openLesson("tokens", 4);
            return null;
        });
        untilArrived();
        answer(robot, onScreen(() -> window.lessons().task().orElseThrow().right()));
        ProgressFile file = new ProgressFile(folder.resolve("lessons.properties"));
        until(() -> file.load().answer("tokens", 5) != null);
        assertEquals(5, file.load().step());
        choose(robot, "#lesson-chooser", "#lesson-clear");
        until(() -> file.load().answers().isEmpty() && file.load().lesson().equals("sequences"));
    }
}
