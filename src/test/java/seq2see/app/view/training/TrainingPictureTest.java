package seq2see.app.view.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seq2see.app.HeadlessToolkit;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.SvgWriter;
import seq2see.app.drawing.ToolkitMeasure;
import seq2see.app.theme.Language;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Palette;
import seq2see.app.theme.Role;
import seq2see.app.view.KeptPictures;
import seq2see.app.view.PictureProof;
import seq2see.app.view.View;
import seq2see.corpus.InputException;
import seq2see.training.LearningCurve;
import seq2see.training.LearningCurve.ValidationPoint;
import seq2see.training.TrainingSnapshot;

class TrainingPictureTest {

    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    private static Picture picture(TrainingSnapshot snapshot) {
        return HeadlessToolkit.call(() -> TrainingPicture.of(
                new Sheet(400, 460, Palette.LIGHT, Language.ENGLISH, new ToolkitMeasure()), Optional.ofNullable(snapshot)));
    }

    @ParameterizedTest
    @CsvSource({"1, 248, 458, ENGLISH", "3, 248, 458, CHINESE", "240, 248, 458, ENGLISH", "240, 524, 384, CHINESE", "400, 964, 460, ENGLISH", "77, 1200, 800, CHINESE", "240, 248, 267, ENGLISH", "77, 248, 267, CHINESE", "240, 248, 200, ENGLISH"})
    void everythingStandsOnTheSheetAndNoTextsTouch(int points, double width, double height, Language language) {
        HeadlessToolkit.call(() -> {
            Sheet sheet = new Sheet(width, height, Palette.DARK, language, new ToolkitMeasure()).withCorner(View.CORNER);
            PictureProof.prove(TrainingPicture.of(sheet, Optional.of(SampleTrainings.of(points))), sheet.measure());
            return null;
        });
    }

    @TestFactory
    Stream<DynamicTest> itLooksAsItWasKept() {
        return KeptPictures.tests(Map.of(
                "training-sentences", sheet -> TrainingPicture.of(sheet, TrainingSceneTest.scene(TrainingMode.SENTENCES)),
                "training-gradients", sheet -> TrainingPicture.of(sheet, TrainingSceneTest.scene(TrainingMode.GRADIENTS)),
                "training-hovered", sheet -> TrainingPicture.of(sheet.sized(820, 480), TrainingSceneTest.scene(TrainingMode.CURVES).hovering(700))));
    }

    @Test
    void beforeTheFirstStepItSaysSo() {
        assertTrue(picture(null).description().startsWith("No training step"));
        assertTrue(picture(SampleTrainings.snapshot(LearningCurve.EMPTY)).description().startsWith("No training step"));
    }

    @Test
    void lossesThatAreNoNumbersLeaveTheCurveStanding() {
        LearningCurve curve = new LearningCurve(List.of(SampleTrainings.point(1, 2.5, 1, 1), SampleTrainings.point(2, Double.NaN, Double.NaN, 1),
                SampleTrainings.point(3, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 1), SampleTrainings.point(4, 0, 0, 1)),
                List.of(new ValidationPoint(4, Double.NaN)));
        Picture picture = picture(SampleTrainings.snapshot(curve));
        assertTrue(picture.marks().size() > 10);
        assertTrue(picture(SampleTrainings.snapshot(new LearningCurve(List.of(SampleTrainings.point(1, Double.NaN, Double.NaN, 1)), List.of())))
                .description().contains("–"));
    }

    @Test
    void aTrainingThatDivergesStaysOnTheSheet() {
        LearningCurve curve = new LearningCurve(List.of(SampleTrainings.point(1, 3, 2, 1), SampleTrainings.point(2, 40_000, 76_543, 1),
                SampleTrainings.point(3, 1e30, 1.5e35, 1)), List.of());
        LearningCurve tiny = new LearningCurve(List.of(SampleTrainings.point(1, 3e-6, 2e-6, 1), SampleTrainings.point(2, 1e-6, 150_000, 1)), List.of());
        HeadlessToolkit.call(() -> {
            for (double height : List.of(460.0, 267.0)) {
                Sheet sheet = new Sheet(248, height, Palette.LIGHT, Language.ENGLISH, new ToolkitMeasure());
                PictureProof.prove(TrainingPicture.of(sheet, Optional.of(SampleTrainings.snapshot(curve))), sheet.measure());
                PictureProof.prove(TrainingPicture.of(sheet, Optional.of(SampleTrainings.snapshot(tiny))), sheet.measure());
            }
            return null;
        });
    }

    @Test
    void normsAboveTheLimitAreTrianglesInTheWarningColour() {
        LearningCurve curve = new LearningCurve(List.of(SampleTrainings.point(10, 3, 2.5, 1), SampleTrainings.point(20, 2, 1.5, 1), SampleTrainings.point(30, 1, 0.4, 1)), List.of());
        assertEquals(2, triangles(SampleTrainings.snapshot(curve)));
    }

    @Test
    void whereTheSheetIsLowTheGradientNormIsAFigure() {
        TrainingSnapshot snapshot = SampleTrainings.of(240);
        List<String> low = HeadlessToolkit.call(() -> PictureProof.texts(TrainingPicture.of(
                new Sheet(248, 267, Palette.LIGHT, Language.ENGLISH, new ToolkitMeasure()), Optional.of(snapshot)).marks()));
        assertTrue(low.contains("gradient norm") && !low.contains("Gradient norm"), low.toString());
        assertTrue(low.contains(Numbers.loss(snapshot.gradientNorm().orElseThrow())), low.toString());
        assertTrue(PictureProof.texts(picture(snapshot).marks()).contains("Gradient norm"));
    }

    /** The limit may change while a model learns; what was clipped by an older one stays marked. */
    @Test
    void theLimitIsTheOneInForceAndTheMarksTellWhatWasDone() {
        LearningCurve curve = new LearningCurve(List.of(SampleTrainings.point(10, 3, 0.7, 0.5), SampleTrainings.point(20, 2, 0.7, 1)), List.of());
        TrainingSnapshot begun = SampleTrainings.snapshot(curve);
        TrainingSnapshot changed = new TrainingSnapshot(begun.plan(), begun.state(), 20, 1, begun.newest(), begun.validationLoss(),
                begun.best(), 0.005, 0.25, 1, begun.tokensPerSecond(), begun.secondsLeft(), curve, Optional.empty(), Optional.empty(), List.of(), Optional.empty());
        assertTrue(picture(changed).description().contains("0.25"), picture(changed).description());
        assertEquals(1, triangles(begun));
        assertEquals(1, triangles(changed));
    }

    private static long triangles(TrainingSnapshot snapshot) {
        String warning = Palette.LIGHT.of(Role.WARNING).hex();
        return SvgWriter.write(picture(snapshot)).lines().filter(line -> line.startsWith("<path") && line.contains("fill=\"" + warning)).count();
    }

    @Test
    void aTrainingThatCouldNotBeginSaysWhy() {
        InputException failure = new InputException("training.cannotBegin", "dates.tsv");
        TrainingSnapshot begun = SampleTrainings.snapshot(LearningCurve.EMPTY);
        TrainingSnapshot failed = new TrainingSnapshot(begun.plan(), TrainingSnapshot.State.FAILED, 0, 0, begun.newest(), begun.validationLoss(),
                begun.best(), 0.005, 1, 1, begun.tokensPerSecond(), begun.secondsLeft(), begun.curve(), Optional.empty(), Optional.empty(), List.of(), Optional.of(failure));
        assertEquals(failure.getMessage(), picture(failed).description());
    }

    @Test
    void theLegendTellsTheNewestNumbers() {
        TrainingSnapshot snapshot = SampleTrainings.of(240);
        List<String> texts = PictureProof.texts(picture(snapshot).marks());
        assertTrue(texts.contains("0.063"), texts.toString());
        assertTrue(picture(snapshot).description().contains("Training step 2\u2009400 of 6\u2009000"));
    }
}
