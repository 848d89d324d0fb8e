package seq2see.app.view.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import seq2see.app.HeadlessToolkit;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.ToolkitMeasure;
import seq2see.app.theme.Language;
import seq2see.app.theme.Palette;
import seq2see.app.view.KeptPictures;
import seq2see.app.view.PictureProof;
import seq2see.corpus.InputException;
import seq2see.training.ExperimentArm;
import seq2see.training.ExperimentArm.Point;
import seq2see.training.ExperimentResult;
import seq2see.training.HeldOutScores.LengthScore;

/** The picture of an experiment tells what was measured, whatever there is of it yet. */
class ExperimentPictureTest {
    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    /** Two arms of 400 steps, one of which learns. */
    private static ExperimentScene scene() {
        return new ExperimentScene(Optional.of(new ExperimentResult(List.of(arm("none", 0.25), arm("additive", 0.9)), 400)),
                List.of(ExperimentMeasure.ACCURACY, ExperimentMeasure.ACCURACY_BY_LENGTH), List.of());
    }

    private static ExperimentArm arm(String name, double reached) {
        return new ExperimentArm(name, 400, 0.5, points(40, step -> 3 * Math.exp(-step * reached / 200.0)), points(50, step -> reached * step / 400),
                IntStream.rangeClosed(3, 10).mapToObj(length -> new LengthScore(length, 20, Math.max(0, reached - 0.03 * length * (1 - reached) * 4))).toList(),
                List.of(0.1, 0.2, 0.4, 0.8), Optional.empty());
    }

    private static List<Point> points(int every, IntToDoubleFunction value) {
        return IntStream.rangeClosed(1, 400 / every).mapToObj(i -> new Point((long) i * every, value.applyAsDouble(i * every))).toList();
    }

    private static Picture picture(double width, ExperimentScene scene) {
        return ExperimentPicture.of(new Sheet(width, 440, Palette.LIGHT, Language.ENGLISH, new ToolkitMeasure()), scene);
    }

    @TestFactory
    Stream<DynamicTest> itLooksAsItWasKept() {
        return KeptPictures.tests(Map.of("experiment", sheet -> ExperimentPicture.of(sheet, scene())));
    }

    @Test
    void itSaysWhatEachArmCameTo() {
        String words = picture(520, scene()).description();
        assertTrue(words.contains("none 0.25") && words.contains("additive 0.90"), words);
    }

    /** Before anything was measured, after a failure, wide and narrow: every measure can be drawn. */
    @Test
    void itIsDrawnAtEveryMoment() {
        ExperimentArm waiting = new ExperimentArm("waiting", 0, Double.NaN, List.of(), List.of(), List.of(), List.of(), Optional.empty());
        ExperimentArm failed = new ExperimentArm("failed", 10, Double.NaN, List.of(new Point(10, Double.NaN)), List.of(new Point(10, 0)), List.of(new LengthScore(3, 1, 0)),
                List.of(0.0, 0.0), Optional.of(new InputException("file.missing", "words.tsv")));
        for (List<ExperimentArm> arms : List.of(List.of(waiting, waiting), List.of(waiting, failed), List.of(arm("a", 0.5), failed, arm("b", 0.1), waiting))) {
            ExperimentScene all = new ExperimentScene(Optional.of(new ExperimentResult(arms, 400)), Arrays.asList(ExperimentMeasure.values()), List.of("a", "b"));
            PictureProof.prove(picture(1200, all), new ToolkitMeasure());
            for (ExperimentMeasure measure : ExperimentMeasure.values()) {
                PictureProof.prove(picture(320, new ExperimentScene(all.result(), List.of(measure), all.tokens())), new ToolkitMeasure());
            }
        }
        assertEquals("", picture(520, ExperimentScene.EMPTY).description());
    }
}
