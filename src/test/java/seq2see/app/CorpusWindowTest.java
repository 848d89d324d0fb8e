package seq2see.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static seq2see.app.OnScreen.click;
import static seq2see.app.OnScreen.find;
import static seq2see.app.OnScreen.onScreen;

import atlantafx.base.controls.ToggleSwitch;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.NodeQueryUtils;
import org.testfx.util.WaitForAsyncUtils;
import seq2see.app.session.LabSession;
import seq2see.app.theme.Language;
import seq2see.app.theme.Theme;
import seq2see.corpus.SourceNoise;
import seq2see.training.TrainingPlan;

/** The way of a file into a training, through the real window. */
@ExtendWith(ApplicationExtension.class)
class CorpusWindowTest {
    @TempDir
    Path folder;

    private final LabSession session = new LabSession();
    private final ChosenFiles chosen = new ChosenFiles();
    private Stage stage;

    @Start
    void start(Stage newStage) {
        stage = newStage;
        session.open("reverse.tsv", "");
        UserSettings settings = new UserSettings(Language.ENGLISH, Theme.LIGHT, 1, 1280, 800, "reverse.tsv", "", "");
        new Window(stage, session, settings, new UserSettingsFile(folder.resolve("settings.properties")), chosen);
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.asyncFx(stage::hide);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(25, TimeUnit.SECONDS, () -> onScreen(condition));
    }

    private static boolean shows(FxRobot robot, String query) {
        return robot.lookup(query).match(NodeQueryUtils.isVisible()).tryQuery().isPresent();
    }

    private static String text(FxRobot robot, String query) {
        return find(robot, query, Labeled.class).getText();
    }

    private static String lines(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("the cat number ").append(i).append(" sleeps\tle chat numéro ").append(i).append(" dort\n");
        }
        return text.toString();
    }

    /** Goes to the Corpus and chooses these files there. */
    private void bring(FxRobot robot, Path... files) throws TimeoutException {
        chosen.corpora = List.of(files);
        click(robot, "#place-corpus");
        click(robot, "#wizard-choose");
        until(() -> robot.lookup("#as-source-1").tryQuery().isPresent() || shows(robot, "#wizard-problem-bar"));
    }

    private static List<String> cells(FxRobot robot) {
        return onScreen(() -> robot.lookup("#wizard-records").queryAs(GridPane.class).getChildren().stream()
                .filter(cell -> cell.getStyleClass().contains("record-cell")).map(cell -> ((Label) cell).getText()).toList());
    }

    /** Presses the button that goes on, as soon as it can be pressed. */
    private static void next(FxRobot robot, String words) throws TimeoutException {
        until(() -> text(robot, "#wizard-next").startsWith(words) && !find(robot, "#wizard-next", Labeled.class).isDisabled());
        click(robot, "#wizard-next");
    }

    @Test
    void inTheSmallestWindowTheRolesOfManyColumnsAreNotCut(FxRobot robot) throws IOException, TimeoutException {
        onScreen(() -> {
            stage.setWidth(1024);
            stage.setHeight(640);
            return null;
        });
        bring(robot, Files.writeString(folder.resolve("wide.tsv"), "1\ta cat sleeps\tun chat dort\tx\ty\tz\n".repeat(20)));
        until(() -> robot.lookup(".role").queryAllAs(ToggleButton.class).size() == 12);
        until(() -> robot.lookup(".role").queryAllAs(ToggleButton.class).stream()
                .allMatch(role -> role.getWidth() > 0 && role.getWidth() >= role.prefWidth(-1) - 0.5));
    }

    @Test
    void aFileIsLookedThroughReportedAndTrainedOn(FxRobot robot) throws IOException, TimeoutException {
        Path file = Files.writeString(folder.resolve("own.tsv"), lines(40) + "the cat number 7 sleeps\tle chat numéro 7 dort\nalone\t\nno tab here\n");
        bring(robot, file);
        assertEquals(List.of("the cat number 0 sleeps", "le chat numéro 0 dort"), cells(robot).subList(0, 2));
        next(robot, "Read it all");
        next(robot, "Next");
        next(robot, "Report");
        until(() -> shows(robot, "#report-kept"));
        assertEquals("40", text(robot, "#report-kept"));
        assertEquals("1", text(robot, "#count-duplicate_pair"));
        assertEquals("1", text(robot, "#count-no_tab"));
        until(() -> text(robot, "#report-estimate").contains("on this machine"));
        next(robot, "Train on 40 pairs");
        until(() -> session.corpusId().contains(file.getFileName().toString()) && shows(robot, "#corpus-chooser"));
        until(() -> session.snapshotProperty().get() != null && session.snapshotProperty().get().plan().corpus().pairs().size() == 40);
    }

    @Test
    void rulesAreSwitchedExamplesShownAndTheReportSaved(FxRobot robot) throws IOException, TimeoutException {
        bring(robot, Files.writeString(folder.resolve("own.tsv"), lines(30) + lines(3) + "the cat number 1 sleeps\tle chat dort\n"));
        next(robot, "Read it all");
        next(robot, "Next");
        next(robot, "Report");
        until(() -> shows(robot, "#report-kept") && text(robot, "#report-kept").equals("31"));
        click(robot, "#show-duplicate_pair");
        until(() -> shows(robot, ".problem-list"));
        robot.interact(() -> robot.lookup("#treat-many_targets .choice").nth(0).queryAs(ToggleButton.class).fire());
        until(() -> text(robot, "#report-kept").equals("30"));
        Path own = folder.resolve("own.tsv");
        String before = Files.readString(own);
        chosen.report = Optional.of(own);
        click(robot, "#wizard-save-report");
        until(() -> text(robot, "#wizard-problem").contains("the report would replace"));
        assertEquals(before, Files.readString(own));
        Path saved = folder.resolve("report.tsv");
        chosen.report = Optional.of(saved);
        click(robot, "#wizard-save-report");
        until(() -> Files.exists(saved));
        assertEquals(5, Files.readAllLines(saved).size());
    }

    private static List<String> chips(FxRobot robot, String table) {
        return onScreen(() -> robot.lookup(table + " .token").queryAllAs(Label.class).stream().map(Label::getText).toList());
    }

    private static void flip(FxRobot robot, String toggle) {
        robot.interact(() -> {
            ToggleSwitch found = robot.lookup(toggle).queryAs(ToggleSwitch.class);
            found.setSelected(!found.isSelected());
        });
    }

    private static void slide(FxRobot robot, String slider, int place) {
        robot.interact(() -> robot.lookup(slider).queryAs(Slider.class).setValue(place));
    }

    @Test
    void whatIsMadeAlikeAndCutIsShownOnRealLines(FxRobot robot) throws IOException, TimeoutException {
        bring(robot, Files.writeString(folder.resolve("own.tsv"), lines(40)));
        next(robot, "Read it all");
        until(() -> chips(robot, "#wizard-lines").contains("numéro"));
        flip(robot, "#wizard-normalise-numbers");
        until(() -> robot.lookup(".normalised").queryAllAs(Label.class).stream().anyMatch(after -> after.getText().contains("number 00 sleeps")));
        robot.interact(() -> robot.lookup("#wizard-source-tokens").queryAs(ComboBox.class).getSelectionModel().select(3));
        // All sources with two digits are one source now, which validates: "00" was not learnt.
        until(() -> chips(robot, "#wizard-lines").containsAll(List.of("number", "0@@")) && shows(robot, "#setting-subwords"));
        next(robot, "Next");
        until(() -> shows(robot, "#wizard-fed"));
        click(robot, "#wizard-back");
        until(() -> shows(robot, "#wizard-normalise-numbers") && robot.lookup("#wizard-normalise-numbers").queryAs(ToggleSwitch.class).isSelected());
    }

    @Test
    void limitsDirectionsNoiseAndSplitAreShownOnRealLinesAndTrainedWith(FxRobot robot) throws IOException, TimeoutException {
        bring(robot, Files.writeString(folder.resolve("own.tsv"), lines(60)));
        next(robot, "Read it all");
        next(robot, "Next");
        until(() -> chips(robot, "#wizard-fed").contains("<eos>"));
        robot.interact(() -> robot.lookup("#wizard-directions .choice").nth(1).queryAs(ToggleButton.class).fire());
        until(() -> chips(robot, "#wizard-fed").containsAll(List.of("<forward>", "<reverse>")));
        slide(robot, "#setting-test", 5);
        until(() -> text(robot, "#wizard-figures").startsWith("42 pairs to train, 6 to validate, 12 for a test."));
        slide(robot, "#setting-vocabulary", 0);
        slide(robot, "#setting-unknown", 8);
        until(() -> chips(robot, "#wizard-fed").contains("<unk>"));
        next(robot, "Report");
        next(robot, "Train on 60 pairs");
        until(() -> session.snapshotProperty().get() != null && session.corpusId().contains("own.tsv")
                && session.snapshotProperty().get().plan().corpus().name().equals("own.tsv"));
        TrainingPlan plan = onScreen(() -> session.snapshotProperty().get().plan());
        assertTrue(plan.codec().bothDirections());
        assertEquals(2 * 42, plan.training().size());
        assertEquals(new SourceNoise(0, 0, 0.5), plan.method().noise());
    }

    @Test
    void aPartComesInAFileOfItsOwn(FxRobot robot) throws IOException, TimeoutException {
        bring(robot, Files.writeString(folder.resolve("own.tsv"), lines(40)));
        next(robot, "Read it all");
        next(robot, "Next");
        Path valid = Files.writeString(folder.resolve("valid.tsv"), "the cat number 1 sleeps\tun\na dog\tun chien\n");
        until(() -> text(robot, "#wizard-figures").startsWith("36 pairs"));
        chosen.corpora = List.of(valid, valid, valid);
        robot.interact(() -> robot.lookup("#wizard-validation-file").queryAs(Button.class).fire());
        until(() -> shows(robot, "#wizard-problem-bar") && text(robot, "#wizard-problem").startsWith("3 files"));
        chosen.corpora = List.of(valid);
        robot.interact(() -> robot.lookup("#wizard-validation-file").queryAs(Button.class).fire());
        until(() -> text(robot, "#wizard-figures").startsWith("39 pairs to train, 2 to validate") && text(robot, "#wizard-figures").contains("1 pairs do not train"));
        robot.interact(() -> robot.lookup("#wizard-validation-file").queryAs(Button.class).fire());
        until(() -> text(robot, "#wizard-figures").startsWith("36 pairs"));
    }

    @Test
    void whatWasPreparedIsRememberedAndAChangeIsNoticed(FxRobot robot) throws IOException, TimeoutException {
        Path file = Files.writeString(folder.resolve("own.tsv"), lines(40));
        bring(robot, file);
        next(robot, "Read it all");
        until(() -> shows(robot, "#wizard-normalise-case"));
        flip(robot, "#wizard-normalise-case");
        next(robot, "Next");
        next(robot, "Report");
        until(() -> shows(robot, "#report-kept"));
        click(robot, "#wizard-cancel");
        until(() -> shows(robot, ".recent-corpus"));
        Files.writeString(file, lines(41));
        click(robot, ".recent-corpus");
        until(() -> shows(robot, "#report-kept") && text(robot, "#report-kept").equals("41"));
        until(() -> shows(robot, "#wizard-problem-bar") && text(robot, "#wizard-problem").contains("own.tsv"));
        until(() -> text(robot, "#report-estimate").contains("on this machine"));
        click(robot, "#wizard-back");
        click(robot, "#wizard-back");
        until(() -> robot.lookup("#wizard-normalise-case").queryAs(ToggleSwitch.class).isSelected());
    }

    @Test
    void whatWasPreparedAndIsGoneMeanwhileIsTold(FxRobot robot) throws IOException, TimeoutException {
        Path file = Files.writeString(folder.resolve("own.tsv"), lines(40));
        bring(robot, file);
        next(robot, "Read it all");
        next(robot, "Next");
        next(robot, "Report");
        until(() -> shows(robot, "#report-kept"));
        click(robot, "#wizard-cancel");
        until(() -> shows(robot, ".recent-corpus"));
        Files.writeString(file, "no tab here\n");
        click(robot, ".recent-corpus");
        until(() -> shows(robot, "#wizard-problem-bar") && text(robot, "#wizard-problem").contains("own.tsv"));
        assertTrue(find(robot, "#wizard-next", Labeled.class).isDisabled());
    }

    @Test
    void cancelKeepsWhatWasChosen(FxRobot robot) throws IOException, TimeoutException {
        bring(robot, Files.writeString(folder.resolve("own.csv"), "en,fr,de\nGo.,Va !,Geh!\nStop.,Arrête !,Halt!\nRun.,Cours !,Lauf!\n"));
        click(robot, "#as-target-3");
        until(() -> robot.lookup("#as-target-3").queryAs(ToggleButton.class).isSelected());
        click(robot, "#wizard-cancel");
        until(() -> shows(robot, "#wizard-choose"));
        next(robot, "Next");
        until(() -> shows(robot, "#as-target-3") && robot.lookup("#as-target-3").queryAs(ToggleButton.class).isSelected());
    }

    @Test
    void columnsAreChosenAboveThem(FxRobot robot) throws IOException, TimeoutException {
        bring(robot, Files.writeString(folder.resolve("own.csv"), "en,fr,de\nGo.,Va !,Geh!\nStop.,Arrête !,Halt!\nRun.,Cours !,Lauf!\n"));
        assertTrue(onScreen(() -> robot.lookup("#as-source-1").queryAs(ToggleButton.class).isSelected()));
        click(robot, "#as-target-3");
        until(() -> robot.lookup("#as-target-3").queryAs(ToggleButton.class).isSelected());
        click(robot, "#wizard-swap");
        until(() -> robot.lookup("#as-source-3").queryAs(ToggleButton.class).isSelected()
                && robot.lookup("#as-target-1").queryAs(ToggleButton.class).isSelected());
        next(robot, "Read it all");
        until(() -> shows(robot, "#wizard-source-tokens"));
        click(robot, "#wizard-back");
        until(() -> shows(robot, "#as-source-3") && robot.lookup("#as-source-3").queryAs(ToggleButton.class).isSelected());
    }

    @Test
    void twoFilesAreReadSideBySide(FxRobot robot) throws IOException, TimeoutException {
        bring(robot, Files.writeString(folder.resolve("own.en"), "one\ntwo\nthree\n"), Files.writeString(folder.resolve("own.fr"), "un\ndeux\ntrois\n"));
        assertEquals(List.of("one", "un", "two", "deux", "three", "trois"), cells(robot));
        next(robot, "Read it all");
        until(() -> shows(robot, "#wizard-source-tokens"));
    }

    @Test
    void anEncodingIsOfferedWithWhatItReads(FxRobot robot) throws IOException, TimeoutException {
        bring(robot, Files.write(folder.resolve("own.txt"), "我喜欢猫。\tI like cats.\n狗在这里。\tThe dog is here.\n你好\tHello\n".getBytes(Charset.forName("GB18030"))));
        until(() -> shows(robot, "#offer-GB18030"));
        assertTrue(onScreen(() -> robot.lookup(".offer-sample").queryAllAs(Label.class).stream().anyMatch(sample -> sample.getText().startsWith("我喜欢猫。"))));
        assertTrue(onScreen(() -> robot.lookup("#offer-UTF-8").queryAs(RadioButton.class).isSelected()));
        click(robot, "#offer-GB18030");
        until(() -> cells(robot).contains("我喜欢猫。"));
        assertTrue(onScreen(() -> robot.lookup("#offer-GB18030").queryAs(RadioButton.class).isSelected()));
        next(robot, "Read it all");
        until(() -> shows(robot, "#wizard-source-tokens"));
    }

    @Test
    void whatCannotBeUsedIsToldAndCancelLosesNothing(FxRobot robot) throws IOException, TimeoutException {
        until(() -> session.snapshotProperty().get() != null);
        bring(robot, Files.write(folder.resolve("own.txt"), new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n'}));
        until(() -> shows(robot, "#wizard-problem-bar") && text(robot, "#wizard-problem").contains("PNG"));
        // Another file can be chosen right there.
        until(() -> shows(robot, "#wizard-choose") && !shows(robot, "#wizard-next"));
        bring(robot, Files.writeString(folder.resolve("better.tsv"), lines(40)));
        until(() -> shows(robot, "#as-source-1"));
        assertFalse(onScreen(() -> shows(robot, "#wizard-problem-bar")));
        click(robot, "#wizard-cancel");
        until(() -> shows(robot, "#wizard-choose"));
        click(robot, "#place-lab");
        until(() -> shows(robot, "#corpus-chooser"));
        assertEquals("reverse.tsv", session.corpusId());
    }
}
