package seq2see.app.view.attention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import seq2see.app.HeadlessToolkit;
import seq2see.app.drawing.Mark;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.SvgWriter;
import seq2see.app.drawing.TextMeasure;
import seq2see.app.drawing.TokenText;
import seq2see.app.drawing.ToolkitMeasure;
import seq2see.app.theme.Language;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Palette;
import seq2see.app.theme.Rgb;
import seq2see.app.theme.Role;
import seq2see.app.view.KeptPictures;
import seq2see.app.view.PictureProof;
import seq2see.app.view.SampleTraces;
import seq2see.app.view.attention.AttentionScene.Cell;
import seq2see.model.AttentionType;
import seq2see.tensor.Axis;
import seq2see.tensor.Grid;
import seq2see.trace.PaddedAttention;
import seq2see.trace.Trace;

class AttentionPictureTest {
    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    static Stream<Arguments> scenesAndSizes() {
        Stream<Trace> traces = Stream.of(SampleTraces.date(), SampleTraces.sentence(), SampleTraces.longSentence(), SampleTraces.shortest());
        return traces.flatMap(trace -> Stream.of(0, 1, trace.targetTime()).flatMap(step -> Stream.of(
                Arguments.of(trace, step, 564, 458, Language.ENGLISH), Arguments.of(trace, step, 524, 384, Language.CHINESE),
                Arguments.of(trace, step, 1160, 760, Language.ENGLISH), Arguments.of(trace, step, 360, 320, Language.CHINESE))));
    }

    private static Sheet sheet(double width, double height, Language language) {
        TextMeasure measure = new ToolkitMeasure();
        return new Sheet(width, height, Palette.LIGHT, language, measure);
    }

    private static Picture picture(AttentionScene scene, double width, double height, Language language) {
        return HeadlessToolkit.call(() -> AttentionPicture.of(sheet(width, height, language), scene));
    }

    @ParameterizedTest
    @MethodSource("scenesAndSizes")
    void everythingStandsOnTheSheetAndNoTextsTouch(Trace trace, int step, double width, double height, Language language) {
        AttentionScene scene = AttentionScene.of(trace, step);
        Cell last = new Cell(trace.targetTime() - 1, trace.sourceTime() - 1);
        for (Optional<Cell> chosen : List.of(Optional.<Cell>empty(), Optional.of(new Cell(0, 0)), Optional.of(last))) {
            HeadlessToolkit.call(() -> {
                Sheet sheet = sheet(width, height, language);
                PictureProof.prove(AttentionPicture.of(sheet, scene.choosing(chosen)), sheet.measure());
                PictureProof.prove(AttentionPicture.of(sheet, scene.choosing(chosen).still()), sheet.measure());
                return null;
            });
        }
    }

    @TestFactory
    Stream<DynamicTest> itLooksAsItWasKept() {
        Trace terms = ScoreTermsTest.trace(AttentionType.ADDITIVE, 32, 0.7, 5);
        Trace sentence = SampleTraces.sentence();
        return KeptPictures.tests(Map.of(
                "attention-sum", sheet -> AttentionPicture.of(sheet, AttentionScene.of(terms, 7).in(AttentionMode.SUM)),
                "attention-padded", sheet -> AttentionPicture.of(sheet, AttentionScene.of(sentence, 2).padded(Optional.of(padded(sentence)))),
                "attention-all-ribbons", sheet -> AttentionPicture.of(sheet, AttentionScene.of(sentence, 2).in(AttentionMode.RIBBONS)),
                "attention-none", sheet -> AttentionPicture.of(sheet, AttentionScene.of(SampleTraces.withoutAttention(), 2))));
    }

    /** The sentence beside one that is three tokens longer. */
    private static PaddedAttention padded(Trace trace) {
        int time = trace.sourceTime() + 3;
        float[] weights = new float[trace.targetTime() * time];
        for (int row = 0; row < trace.targetTime(); row++) {
            for (int column = 0; column < trace.sourceTime(); column++) {
                weights[row * time + column] = trace.attention().orElseThrow().get(row, column);
            }
        }
        List<String> tokens = Stream.concat(trace.source().tokens().stream(), Stream.generate(() -> "<pad>").limit(3)).toList();
        return new PaddedAttention(tokens, trace.sourceTime(), Grid.copyOf(Axis.TARGET_TIME, trace.targetTime(), Axis.SOURCE_TIME, time, weights, 0));
    }

    @Test
    void everyCellHasTheColourOfItsWeight() {
        Trace trace = SampleTraces.date();
        List<Rgb> fills = cells(picture(AttentionScene.of(trace, 0), 600, 480, Language.ENGLISH));
        assertEquals(trace.targetTime() * trace.sourceTime(), fills.size());
        float[] weights = trace.attention().orElseThrow().toArray();
        for (int i = 0; i < weights.length; i++) {
            assertEquals(Palette.LIGHT.probability().at(weights[i]), fills.get(i), "cell " + i);
        }
    }

    private static List<Rgb> cells(Picture picture) {
        return picture.marks().stream().filter(Mark.Box.class::isInstance).map(Mark.Box.class::cast)
                .filter(box -> box.fill() != null && box.radius() == 2).map(Mark.Box::fill).toList();
    }

    @Test
    void weightsFromATenthUpAreWrittenIntoTheirCells() {
        Trace trace = SampleTraces.sentence();
        List<String> texts = PictureProof.texts(picture(AttentionScene.of(trace, 0), 600, 480, Language.ENGLISH).marks());
        int written = 0;
        for (float weight : trace.attention().orElseThrow().toArray()) {
            written += weight >= 0.10f ? 1 : 0;
            assertTrue(weight < 0.10f || texts.contains(Numbers.weight(weight)));
        }
        assertEquals(written, texts.stream().filter(text -> text.startsWith(".") && text.length() == 3).count());
    }

    @Test
    void onlyThePresentStepIsViolet() {
        Picture none = picture(AttentionScene.of(SampleTraces.date(), 0), 600, 480, Language.ENGLISH);
        Picture seventh = picture(AttentionScene.of(SampleTraces.date(), 7), 600, 480, Language.ENGLISH);
        Rgb accent = Palette.LIGHT.of(Role.ACCENT);
        assertFalse(SvgWriter.write(none).contains(accent.hex()));
        List<String> violet = seventh.marks().stream().filter(Mark.Label.class::isInstance).map(Mark.Label.class::cast)
                .filter(label -> label.ink().equals(accent)).map(Mark.Label::text).toList();
        assertEquals(List.of("step 7", "5"), violet);
    }

    @Test
    void theDescriptionBeginsWithTheChosenCell() {
        AttentionScene scene = AttentionScene.of(SampleTraces.sentence(), 2);
        String words = picture(scene.choosing(Optional.of(new Cell(1, 0))), 600, 480, Language.ENGLISH).description();
        String chosen = "Chosen: writing “" + scene.targetTokens().get(1) + "” · looking at “" + scene.sourceTokens().get(0) + "”";
        assertTrue(words.startsWith(chosen), words);
        assertTrue(words.endsWith(picture(scene, 600, 480, Language.ENGLISH).description()), words);
    }

    @Test
    void barsOfThePresentStepAreInProportion() {
        Trace trace = SampleTraces.sentence();
        Picture picture = picture(AttentionScene.of(trace, 2), 600, 480, Language.ENGLISH);
        List<Mark.Box> bars = picture.marks().stream().filter(Mark.Box.class::isInstance).map(Mark.Box.class::cast)
                .filter(box -> box.radius() == 0).toList();
        double whole = bars.stream().mapToDouble(Mark.Box::height).sum();
        for (int column = 0; column < trace.sourceTime(); column++) {
            assertEquals(trace.attention().orElseThrow().get(1, column), bars.get(column).height() / whole, 1e-6);
        }
    }

    @Test
    void tokensThatCannotBeSeenAreMadeVisible() {
        assertEquals("␣", TokenText.of(" "));
        assertEquals("␣", TokenText.of("\u00A0"));
        assertEquals("⏎", TokenText.of("\n"));
        assertEquals("a␣b", TokenText.of("a b"));
        assertEquals("◌\u0301", TokenText.of("\u0301"));
        assertEquals("∅", TokenText.of(""));
        assertEquals("小猫", TokenText.of("小猫"));
    }

    @Test
    void aModelWithoutAttentionIsToldApartFromNothing() {
        Picture without = picture(AttentionScene.of(SampleTraces.withoutAttention(), 1), 400, 300, Language.ENGLISH);
        Picture empty = picture(AttentionScene.EMPTY, 400, 300, Language.ENGLISH);
        assertTrue(without.description().contains("no attention"));
        assertTrue(empty.description().contains("Nothing to show yet"));
    }

    @Test
    void theDescriptionTellsWhereEachStepLooks() {
        String words = picture(AttentionScene.of(SampleTraces.date(), 7), 600, 480, Language.ENGLISH).description();
        assertTrue(words.contains("11 target tokens down, 20 source tokens across"), words);
        assertTrue(words.contains("The present step is 7."), words);
        assertTrue(words.contains("Step 7 writes “5” and looks most at “y”"), words);
    }

    @Test
    void everyCellIsFoundAtItsPlace() {
        HeadlessToolkit.call(() -> {
            AttentionScene scene = AttentionScene.of(SampleTraces.longSentence(), 3).scrolledTo(40, 60);
            AttentionLayout layout = AttentionLayout.of(sheet(600, 480, Language.ENGLISH), scene);
            for (int row = layout.firstRow(); layout.showsRow(row); row++) {
                for (int column = layout.firstColumn(); layout.showsColumn(column); column++) {
                    double x = layout.cellLeft(column) + layout.cellWidth() / 2;
                    double y = layout.cellTop(row) + layout.cellHeight() / 2;
                    assertEquals(new Cell(row, column), layout.at(x, y));
                }
            }
            assertEquals(new Cell(-1, layout.firstColumn()), layout.at(layout.left() + 1, layout.top() - 1));
            assertEquals(new Cell(layout.firstRow(), -1), layout.at(layout.left() - 1, layout.top() + 1));
            assertEquals(Cell.NONE, layout.at(layout.right() + 1, layout.top() + 1));
            assertEquals(40, layout.firstRow());
            return null;
        });
    }

    @Test
    void aSavedPictureHoldsEveryCell() {
        HeadlessToolkit.call(() -> {
            AttentionScene scene = AttentionScene.of(SampleTraces.longSentence(), 3);
            Sheet whole = AttentionLayout.wholeSheet(sheet(600, 480, Language.ENGLISH), scene);
            assertEquals(scene.rows() * scene.columns(), cells(AttentionPicture.of(whole, scene)).size());
            return null;
        });
    }

    @Test
    void aModelThatHasDivergedIsStillDrawn() {
        Trace trace = SampleTraces.diverged();
        AttentionScene scene = AttentionScene.of(trace, 1).choosing(Optional.of(new Cell(0, 0)));
        Picture picture = picture(scene, 600, 480, Language.ENGLISH);
        assertEquals(trace.targetTime() * trace.sourceTime(), cells(picture).size());
        assertTrue(SvgWriter.write(picture).contains("exp(–)"));
    }
}
