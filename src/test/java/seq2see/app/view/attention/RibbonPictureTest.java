package seq2see.app.view.attention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import seq2see.app.HeadlessToolkit;
import seq2see.app.drawing.Mark;
import seq2see.app.drawing.Mark.Step;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.SvgWriter;
import seq2see.app.drawing.ToolkitMeasure;
import seq2see.app.theme.Language;
import seq2see.app.theme.Palette;
import seq2see.app.theme.Rgb;
import seq2see.app.theme.Role;
import seq2see.app.view.PictureProof;
import seq2see.app.view.SampleTraces;
import seq2see.app.view.attention.AttentionScene.Cell;
import seq2see.tensor.Axis;
import seq2see.trace.Trace;

class RibbonPictureTest {
    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    static Stream<Arguments> scenesAndSizes() {
        Stream<Trace> traces = Stream.of(SampleTraces.date(), SampleTraces.sentence(), SampleTraces.longSentence(), SampleTraces.shortest(), SampleTraces.diverged());
        return traces.flatMap(trace -> Stream.of(Arguments.of(trace, 564, 458, Language.ENGLISH), Arguments.of(trace, 524, 384, Language.CHINESE),
                Arguments.of(trace, 2400, 1300, Language.ENGLISH), Arguments.of(trace, 360, 320, Language.CHINESE)));
    }

    private static Sheet sheet(double width, double height, Language language) {
        return new Sheet(width, height, Palette.LIGHT, language, new ToolkitMeasure());
    }

    private static AttentionScene scene(Trace trace, int step) {
        return AttentionScene.of(trace, step).in(AttentionMode.RIBBONS);
    }

    @ParameterizedTest
    @MethodSource("scenesAndSizes")
    void everythingStandsOnTheSheetAndNoTextsTouch(Trace trace, double width, double height, Language language) {
        HeadlessToolkit.call(() -> {
            Sheet sheet = sheet(width, height, language);
            for (boolean all : new boolean[] {true, false}) {
                for (Cell pointed : List.of(Cell.NONE, new Cell(0, -1), new Cell(-1, 0), new Cell(0, 0))) {
                    AttentionScene scene = scene(trace, 1).withAllSteps(all).pointing(pointed);
                    PictureProof.prove(AttentionPicture.of(sheet, scene), sheet.measure());
                    Sheet whole = AttentionPicture.wholeSheet(sheet, scene);
                    Picture saved = AttentionPicture.of(whole, scene.still());
                    PictureProof.prove(saved, sheet.measure());
                    // On the whole sheet what scrolls is all in sight, so it may be held to the same.
                    saved.marks().stream().filter(Mark.Clip.class::isInstance).map(Mark.Clip.class::cast).forEach(clip ->
                            PictureProof.prove(new Picture(whole.width(), whole.height(), clip.marks(), ""), sheet.measure()));
                }
            }
            return null;
        });
    }

    /** The ribbons in drawing order: what is filled and has curves. */
    private static List<Mark.Path> ribbons(Picture picture) {
        return picture.marks().stream().filter(Mark.Clip.class::isInstance).flatMap(mark -> ((Mark.Clip) mark).marks().stream())
                .filter(Mark.Path.class::isInstance).map(Mark.Path.class::cast).filter(path -> path.fill() != null).toList();
    }

    private static double widthAtContext(Mark.Path ribbon) {
        Step.Curve there = (Step.Curve) ribbon.steps().get(1);
        return ((Step.Line) ribbon.steps().get(2)).y() - there.y();
    }

    private static double widthAtFoot(Mark.Path ribbon) {
        Step.Move begin = (Step.Move) ribbon.steps().getFirst();
        return ((Step.Curve) ribbon.steps().get(3)).y() - begin.y();
    }

    private static Mark.Box context(Picture picture) {
        Rgb edge = Palette.LIGHT.of(Axis.CONTEXT);
        return picture.marks().stream().filter(Mark.Clip.class::isInstance).flatMap(mark -> ((Mark.Clip) mark).marks().stream())
                .filter(Mark.Box.class::isInstance).map(Mark.Box.class::cast).filter(box -> box.stroke() != null && box.stroke().ink().equals(edge))
                .findFirst().orElseThrow();
    }

    @Test
    void aRibbonIsAsWideAsItsWeightAndTogetherTheyAreTheContextsHeight() {
        Trace trace = SampleTraces.sentence();
        Picture picture = HeadlessToolkit.call(() -> AttentionPicture.of(sheet(600, 480, Language.ENGLISH), scene(trace, 3).withAllSteps(false)));
        List<Double> widths = ribbons(picture).stream().map(RibbonPictureTest::widthAtContext).toList();
        List<Double> weights = Stream.iterate(0, i -> i + 1).limit(trace.sourceTime())
                .map(column -> (double) trace.attention().orElseThrow().get(2, column)).sorted(Comparator.reverseOrder()).toList();
        double height = context(picture).height();
        assertEquals(weights.size(), widths.size());
        for (int i = 0; i < widths.size(); i++) {
            assertEquals(weights.get(i) * height, widths.get(i), 1e-6);
            assertEquals(widths.get(i), widthAtFoot(ribbons(picture).get(i)), 1e-6);
        }
        assertEquals(height, widths.stream().mapToDouble(Double::doubleValue).sum(), 1e-4);
    }

    @Test
    void everyStepsRibbonsFillItsContext() {
        Trace trace = SampleTraces.sentence();
        Picture picture = HeadlessToolkit.call(() -> AttentionPicture.of(sheet(600, 900, Language.ENGLISH), scene(trace, 0)));
        double whole = ribbons(picture).stream().mapToDouble(RibbonPictureTest::widthAtContext).sum();
        assertEquals(trace.targetTime() * context(picture).height(), whole, 0.15 * trace.sourceTime() * trace.targetTime());
        assertTrue(ribbons(picture).size() > 40);
    }

    @Test
    void aTokenThatIsPointedAtLeavesItsRibbonsAloneInFullColour() {
        Trace trace = SampleTraces.sentence();
        AttentionScene pointed = scene(trace, 0).pointing(new Cell(-1, 2));
        List<Rgb> fills = ribbons(HeadlessToolkit.call(() -> AttentionPicture.of(sheet(600, 480, Language.ENGLISH), pointed))).stream().map(Mark.Path::fill).toList();
        List<Rgb> full = Stream.iterate(0, i -> i + 1).limit(trace.targetTime())
                .map(row -> Palette.LIGHT.probability().at(trace.attention().orElseThrow().get(row, 2))).toList();
        // Those in full colour lie on top.
        assertTrue(full.containsAll(fills.subList(fills.size() - full.size(), fills.size())));
        assertFalse(full.containsAll(fills));
    }

    @Test
    void tokensAreFoundWhereTheyStand() {
        HeadlessToolkit.call(() -> {
            AttentionScene scene = scene(SampleTraces.longSentence(), 1).scrolledTo(20, 0);
            RibbonLayout layout = RibbonLayout.of(sheet(600, 480, Language.ENGLISH), scene);
            for (int column = 0; column < scene.columns(); column++) {
                double y = layout.sourceMiddle(column);
                boolean seen = y >= layout.top() && y < layout.bottom();
                assertEquals(seen ? new Cell(-1, column) : Cell.NONE, layout.at(scene, 5, y));
            }
            for (int row = 0; row < scene.rows(); row++) {
                double y = layout.targetMiddle(row);
                boolean seen = y >= layout.top() && y < layout.bottom();
                assertEquals(seen ? new Cell(row, -1) : Cell.NONE, layout.at(scene, 598, y));
            }
            return null;
        });
    }

    @Test
    void onlyThePresentStepIsViolet() {
        Picture none = HeadlessToolkit.call(() -> AttentionPicture.of(sheet(600, 480, Language.ENGLISH), scene(SampleTraces.date(), 0)));
        assertFalse(SvgWriter.write(none).contains(Palette.LIGHT.of(Role.ACCENT).hex()));
    }
}
