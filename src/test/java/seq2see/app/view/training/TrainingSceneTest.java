package seq2see.app.view.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import seq2see.app.HeadlessToolkit;
import seq2see.app.drawing.Chart;
import seq2see.app.drawing.ChartTicks;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.ToolkitMeasure;
import seq2see.app.theme.Language;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Palette;
import seq2see.app.view.PictureProof;
import seq2see.app.view.SampleTraces;
import seq2see.app.view.View;
import seq2see.app.view.training.TrainingLayout.Panel;
import seq2see.app.view.training.TrainingScene.Span;
import seq2see.model.CellType;
import seq2see.tensor.Axis;
import seq2see.tensor.Grid;
import seq2see.trace.GradientNorms;
import seq2see.trace.Trace;
import seq2see.training.EvolvingTranslation;
import seq2see.training.EvolvingTranslation.Stage;
import seq2see.training.GradientComparison;
import seq2see.training.LearningCurve;
import seq2see.training.LearningCurve.SettingsChange;
import seq2see.training.LearningCurve.TrainingPoint;
import seq2see.training.TrainingSnapshot;

class TrainingSceneTest {
    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    /** 200 points, 10 steps apart, settings changed at step 700, a few sentences. */
    static TrainingSnapshot snapshot() {
        TrainingSnapshot plain = SampleTrainings.of(200);
        LearningCurve curve = new LearningCurve(plain.curve().training(), plain.curve().validation(), plain.curve().open(),
                List.of(new SettingsChange(0, 0.005, 1, 1), new SettingsChange(700, 0.001, 1, 0.5)));
        List<Stage> stages = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            stages.add(new Stage(10L * i * i, i < 39 ? "try number " + i + " at a sentence of some length" : "小猫在看 e\u0301 👩‍👩‍👧 قطة"));
        }
        List<EvolvingTranslation> evolving = List.of(new EvolvingTranslation("the cat is watching", "小猫在看 e\u0301 👩‍👩‍👧 قطة", stages),
                new EvolvingTranslation("short", "kurz", stages.subList(0, 1)), new EvolvingTranslation("none yet", "noch keine", List.of()));
        return new TrainingSnapshot(plain.plan(), plain.state(), plain.trainingStep(), 1, plain.newest(), plain.validationLoss(), plain.best(), 0.001, 1, 0.5,
                plain.tokensPerSecond(), plain.secondsLeft(), curve, Optional.empty(), Optional.empty(), evolving, Optional.empty());
    }

    static GradientComparison gradients(Trace trace) {
        Map<CellType, GradientNorms> untrained = new LinkedHashMap<>();
        for (CellType cell : CellType.values()) {
            untrained.put(cell, norms(trace, 0.5 + 0.15 * cell.ordinal(), cell.hasMemoryCell()));
        }
        return new GradientComparison(norms(trace, 0.95, false), untrained);
    }

    private static GradientNorms norms(Trace trace, double shrinking, boolean memory) {
        return new GradientNorms(1.2, trace.outputTokens(), vanishing(Axis.SOURCE_TIME, trace.sourceTime(), shrinking), Optional.empty(),
                vanishing(Axis.TARGET_TIME, trace.targetTime(), 0.9),
                memory ? Optional.of(vanishing(Axis.SOURCE_TIME, trace.sourceTime(), 0.88)) : Optional.empty(),
                memory ? Optional.of(vanishing(Axis.TARGET_TIME, trace.targetTime(), 0.85)) : Optional.empty());
    }

    private static Grid vanishing(Axis axis, int time, double shrinking) {
        float[] norms = new float[time];
        for (int t = 0; t < time; t++) {
            norms[t] = (float) Math.pow(shrinking, time - t);
        }
        return Grid.copyOf(Axis.LAYER, 1, axis, time, norms, 0);
    }

    static TrainingScene scene(TrainingMode mode) {
        Trace trace = SampleTraces.sentence();
        return TrainingScene.EMPTY.showing(snapshot()).showing(Optional.of(trace), Optional.of(gradients(trace))).in(mode);
    }

    private static Sheet sheet(double width, double height, Language language) {
        return new Sheet(width, height, Palette.LIGHT, language, new ToolkitMeasure());
    }

    @ParameterizedTest
    @EnumSource(TrainingMode.class)
    void everythingStandsOnTheSheetAndNoTextsTouch(TrainingMode mode) {
        HeadlessToolkit.call(() -> {
            for (double[] size : new double[][] {{248, 458}, {248, 260}, {524, 384}, {880, 600}, {720, 390}, {1900, 1200}, {660, 300}}) {
                for (Language language : Language.values()) {
                    Sheet sheet = sheet(size[0], size[1], language).withCorner(View.CORNER);
                    TrainingScene scene = scene(mode);
                    for (TrainingScene shown : List.of(scene, scene.hovering(705), scene.zoomedTo(new Span(400, 950)).drawn(false, true).hovering(700),
                            scene.selecting(Optional.of(new Span(100, 900))))) {
                        PictureProof.prove(TrainingPicture.of(sheet, shown), sheet.measure());
                    }
                }
            }
            return null;
        });
    }

    @Test
    void aStepThatIsPointedAtTellsItsOwnNumbers() {
        TrainingScene scene = scene(TrainingMode.CURVES).hovering(703);
        TrainingPoint point = scene.hoveredPoint().orElseThrow();
        assertEquals(700, point.trainingStep());
        List<String> texts = HeadlessToolkit.call(() -> PictureProof.texts(TrainingPicture.of(sheet(880, 600, Language.ENGLISH), scene).marks()));
        assertTrue(texts.contains(Numbers.loss(point.loss())), texts.toString());
        assertTrue(texts.contains("training step 700"), texts.toString());
        assertTrue(texts.contains("step 700: Learning rate 0.005 → 0.001 · Teacher forcing 1 → 0.5"), texts.toString());
    }

    @Test
    void perplexityIsTheExponentialOfTheLoss() {
        TrainingScene scene = scene(TrainingMode.CURVES).drawn(true, true);
        for (int i = 0; i < 200; i++) {
            assertEquals(Math.exp(scene.snapshot().orElseThrow().curve().training().get(i).loss()), scene.curve().training().get(i).loss(), 1e-12);
        }
    }

    @Test
    void zoomingKeepsWithinTheTrainingAndADoubleClickGoesBack() {
        TrainingScene scene = scene(TrainingMode.CURVES);
        assertEquals(new Span(500, 900), scene.zoomedTo(new Span(500, 900)).span());
        assertEquals(new Span(1990, 2000), scene.zoomedTo(new Span(1999, 2001)).span());
        assertEquals(new Span(0, 300), scene.zoomedTo(new Span(-200, 100)).span());
        assertTrue(scene.zoomedTo(new Span(500, 900)).zoomedTo(scene.whole()).zoom().isEmpty());
        assertTrue(scene.zoomedTo(new Span(-50, 5000)).zoom().isEmpty());
        // A point beyond each edge is drawn too: the line goes on there.
        List<TrainingPoint> seen = scene.zoomedTo(new Span(500, 900)).curve().training();
        assertEquals(490, seen.getFirst().trainingStep());
        assertEquals(910, seen.getLast().trainingStep());
    }

    @Test
    void theStepUnderThePointerIsTheOneDrawnThere() {
        HeadlessToolkit.call(() -> {
            TrainingScene scene = scene(TrainingMode.CURVES).zoomedTo(new Span(400, 1200));
            for (Panel panel : TrainingLayout.of(sheet(880, 600, Language.ENGLISH), scene).panels()) {
                for (double step : new double[] {400, 555, 1200}) {
                    double x = panel.place().xOf(step, panel.steps());
                    assertEquals(step, panel.stepAt(x, panel.place().plotTop() + 5).orElseThrow(), 1e-6);
                }
                assertTrue(panel.stepAt(panel.place().plotLeft() - 30, panel.place().plotTop()).isEmpty());
            }
            return null;
        });
    }

    @Test
    void theNewestRingStandsWholeInsideThePlot() {
        HeadlessToolkit.call(() -> {
            Chart.Place place = new Chart.Place(0, 0, 300, 200);
            LearningCurve curve = SampleTrainings.of(100).curve();
            ChartTicks steps = ChartTicks.linear(1000, 1000, 4);
            double last = place.xOf(1000, steps);
            assertTrue(last + 3.75 <= 300 - Chart.RIGHT, "the ring's middle is at " + last);
            assertFalse(LossChart.marks(Palette.LIGHT, curve, true, steps, LossChart.ticks(curve, true, 200), place).isEmpty());
            return null;
        });
    }

    @Test
    void theShareOfClippedStepsIsThatOfAllSteps() {
        List<TrainingPoint> points = List.of(new TrainingPoint(10, 1, 0.9, 1, 0.1, 1, 0.4), new TrainingPoint(20, 1, 0.5, 1, 0.1, 1, 0));
        TrainingScene scene = TrainingScene.EMPTY.showing(SampleTrainings.snapshot(new LearningCurve(points, List.of())));
        assertEquals(0.2, scene.clippedShare(), 1e-12);
    }

    @Test
    void ofManyStagesTheFirstAndTheNewestAreShown() {
        List<String> texts = HeadlessToolkit.call(() -> PictureProof.texts(TrainingPicture.of(sheet(880, 400, Language.ENGLISH), scene(TrainingMode.SENTENCES)).marks()));
        assertTrue(texts.contains("try number 0 at a sentence of some length"), texts.toString());
        assertTrue(texts.contains("小猫在看 e\u0301 👩‍👩‍👧 قطة"), texts.toString());
        assertTrue(texts.contains("✓"));
    }

    @Test
    void theGradientsAreToldInWordsToo() {
        String words = HeadlessToolkit.call(() -> TrainingPicture.of(sheet(880, 400, Language.ENGLISH), scene(TrainingMode.GRADIENTS))).description();
        // 0.95 to the power of six steps back.
        assertTrue(words.contains("first ÷ last source state: 0.74"), words);
    }

    @Test
    void aModelWithMemoryCellsHasALineForThem() {
        HeadlessToolkit.call(() -> {
            Sheet sheet = new Sheet(900, 500, 36, Palette.LIGHT, Language.ENGLISH, new ToolkitMeasure());
            List<String> memory = PictureProof.texts(TrainingPicture.of(sheet, scene(TrainingMode.GRADIENTS)).marks()).stream()
                    .filter(text -> text.contains("memory cells")).toList();
            assertEquals(1, memory.size(), memory.toString());
            assertTrue(memory.getFirst().startsWith("untrained LSTM, memory cells: "), memory.toString());
            return null;
        });
    }
}
