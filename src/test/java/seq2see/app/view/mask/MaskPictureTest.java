package seq2see.app.view.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seq2see.app.HeadlessToolkit;
import seq2see.app.drawing.Mark;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.ToolkitMeasure;
import seq2see.app.theme.Language;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Palette;
import seq2see.app.theme.Role;
import seq2see.app.view.Highlight;
import seq2see.app.view.PictureProof;
import seq2see.app.view.Pointing;
import seq2see.app.view.mask.MaskScene.Cell;
import seq2see.app.view.mask.MaskScene.Phase;
import seq2see.tensor.PaddingMask.Layout;
import seq2see.training.BatchLosses;

class MaskPictureTest {
    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    private static Sheet sheet(double width, double height, Language language) {
        return new Sheet(width, height, 36, Palette.LIGHT, language, new ToolkitMeasure());
    }

    private static BatchLosses measured() {
        List<String> labels = Stream.concat(IntStream.range(0, 13).mapToObj(i -> "étiquette" + i), Stream.of("<eos>")).toList();
        List<Double> losses = IntStream.range(0, 14).mapToObj(i -> 0.01 + i * i * 0.3).toList();
        List<String> padded = Stream.concat(Stream.of("好", "<eos>"), IntStream.range(0, 12).mapToObj(i -> "<pad>")).toList();
        return new BatchLosses(1234, List.of(new BatchLosses.Sentence(labels, padded, losses, 14), new BatchLosses.Sentence(padded, labels, losses.reversed(), 2),
                new BatchLosses.Sentence(labels, labels, losses, 14), new BatchLosses.Sentence(padded, padded, losses, 2)));
    }

    static Stream<MaskShown> shown() {
        return Stream.of(MaskShown.worked(3, List.of(1, 2), Layout.COLUMN), MaskShown.worked(3, List.of(1, 2), Layout.FLAT),
                MaskShown.worked(2, List.of(1, 2), Layout.ROW), MaskShown.worked(0, List.of(0), Layout.COLUMN), MaskShown.worked(1, List.of(99), Layout.FLAT),
                MaskShown.worked(10, List.of(0, 10, 12, 3, 99, 1), Layout.COLUMN), MaskShown.worked(10, List.of(0, 10, 12, 3, 99, 1), Layout.FLAT),
                MaskShown.ofCorpus(Optional.of(measured()), Layout.COLUMN), MaskShown.ofCorpus(Optional.of(measured()), Layout.FLAT),
                MaskShown.ofCorpus(Optional.empty(), Layout.COLUMN));
    }

    @ParameterizedTest
    @MethodSource("shown")
    void everythingStandsOnTheSheetAndNoTextsTouch(MaskShown shown) {
        HeadlessToolkit.call(() -> {
            for (Phase phase : Phase.values()) {
                for (Language language : Language.values()) {
                    for (double width : List.of(640.0, 860.0, 1160.0, 1800.0)) {
                        MaskScene scene = MaskScene.of(shown, phase);
                        Sheet sheet = MaskLayout.wholeSheet(sheet(width, 420, language), scene);
                        PictureProof.prove(MaskPicture.of(sheet, scene), sheet.measure());
                        PictureProof.prove(MaskPicture.of(sheet, scene.scrolledTo(3)), sheet.measure());
                    }
                }
            }
            return null;
        });
    }

    @ParameterizedTest
    @MethodSource("shown")
    void beforeAClassThePresentBandIsWhole(MaskShown shown) {
        HeadlessToolkit.call(() -> {
            for (Phase phase : Phase.values()) {
                for (Language language : Language.values()) {
                    MaskScene scene = MaskScene.of(shown, phase);
                    // What is left of a screen of 1920 × 1080 beside a lesson's sentence.
                    Sheet sheet = sheet(848, 372, language).presented(true);
                    assertEquals(sheet, MaskLayout.wholeSheet(sheet, scene), () -> phase.toString());
                    PictureProof.prove(MaskPicture.of(sheet, scene), sheet.measure());
                    String heading = sheet.words(switch (phase) {
                        case LENGTHS, BROADCAST -> "mask.broadcast";
                        case COMPARE -> shown.mask().shape().isEmpty() ? "mask.clash.why" : scene.misleads() ? "mask.misleads" : "mask.compare";
                        case LOSS -> "mask.loss.legend";
                    });
                    List<String> texts = PictureProof.texts(MaskPicture.of(sheet, scene).marks());
                    String begins = heading.substring(0, Math.min(6, heading.length()));
                    assertTrue(texts.stream().anyMatch(text -> text.contains(begins)) || scene.losses().isEmpty(), () -> begins + " in " + texts);
                }
            }
            return null;
        });
    }

    private static List<String> texts(MaskShown shown, Phase phase) {
        return HeadlessToolkit.call(() -> {
            MaskScene scene = MaskScene.of(shown, phase);
            return PictureProof.texts(MaskPicture.of(MaskLayout.wholeSheet(sheet(1130, 560, Language.ENGLISH), scene), scene).marks());
        });
    }

    @Test
    void eachPhaseAddsWhatItComputes() {
        MaskShown worked = MaskScene.FIRST.shown();
        assertFalse(texts(worked, Phase.LENGTHS).contains("(1, 3) → (2, 3)"));
        assertTrue(texts(worked, Phase.BROADCAST).contains("(1, 3) → (2, 3)"));
        assertEquals(6 + 3, texts(worked, Phase.BROADCAST).stream().filter("?"::equals).count());
        List<String> compared = texts(worked, Phase.COMPARE);
        assertEquals(3, compared.stream().filter("true"::equals).count());
        assertEquals(3, compared.stream().filter("false"::equals).count());
        assertEquals(3, compared.stream().filter("?"::equals).count());
        assertTrue(texts(worked, Phase.LOSS).containsAll(List.of("0.70", "2.33", "0.47", "(0.1 + 0.1 + 2.5 + 0.1) ÷ 4")));
    }

    @Test
    void aShapeThatDoesNotBroadcastSaysWhichSizesClash() {
        List<String> texts = texts(MaskShown.worked(3, List.of(1, 2), Layout.FLAT), Phase.COMPARE);
        assertTrue(texts.contains("3 and 2 do not broadcast"), texts.toString());
        assertFalse(texts.contains("true"));
        assertTrue(texts(MaskShown.worked(2, List.of(1, 2), Layout.FLAT), Phase.COMPARE).stream().anyMatch(text -> text.contains("the wrong mask")));
    }

    @Test
    void aMeasuredBatchShowsItsOwnMeans() {
        BatchLosses losses = measured();
        List<String> texts = texts(MaskShown.ofCorpus(Optional.of(losses), Layout.COLUMN), Phase.LOSS);
        assertTrue(texts.contains(Numbers.fixed(losses.maskedMean(), 2)), texts.toString());
        assertTrue(texts.contains(Numbers.fixed(losses.unmaskedMean(), 2)));
    }

    @Test
    void everyCellIsFoundAtItsPlace() {
        HeadlessToolkit.call(() -> {
            MaskScene scene = MaskScene.of(MaskShown.worked(10, List.of(0, 10, 12), Layout.COLUMN), Phase.COMPARE);
            Sheet sheet = MaskLayout.wholeSheet(sheet(900, 420, Language.ENGLISH), scene);
            MaskLayout layout = MaskLayout.of(sheet, scene);
            for (int row = 0; row < 3; row++) {
                for (int column = layout.first(); layout.shows(column); column++) {
                    Optional<Cell> found = layout.cellAt(scene, layout.compareX(column) + 5, layout.compareY(row) + 5);
                    assertEquals(Optional.of(new Cell(false, row, column)), found);
                    assertEquals(found, scene.lit(Highlight.NONE.hovering(scene.pointing(found.orElseThrow()))).chosen());
                }
            }
            Optional<Cell> loss = layout.cellAt(scene, layout.lossX(1) + 5, layout.lossY(1) + 5);
            assertEquals(Optional.of(new Cell(true, 1, 1)), loss);
            assertEquals(loss, scene.lit(Highlight.NONE.hovering(scene.pointing(loss.orElseThrow()))).chosen());
            assertEquals(Optional.empty(), layout.cellAt(scene, 2, 2));
            return null;
        });
    }

    @Test
    void arrowsGoThroughTheMaskAndDownIntoTheLosses() {
        MaskScene scene = MaskScene.FIRST;
        assertEquals(new Cell(false, 1, 2), scene.beside(new Cell(false, 1, 1), 0, 1));
        assertEquals(new Cell(false, 1, 2), scene.beside(new Cell(false, 1, 2), 0, 1));
        assertEquals(new Cell(true, 0, 1), scene.beside(new Cell(false, 1, 1), 1, 0));
        assertEquals(new Cell(false, 1, 1), scene.beside(new Cell(true, 0, 1), -1, 0));
        assertEquals(new Cell(true, 1, 0), scene.beside(new Cell(true, 1, 0), 1, -1));
    }

    @Test
    void theDescriptionSaysWhatIsChosenAndWhatComesOut() {
        HeadlessToolkit.call(() -> {
            MaskScene scene = MaskScene.of(MaskScene.FIRST.shown(), Phase.LOSS).lit(Highlight.NONE.hovering(Pointing.cell(1, 2)));
            String words = MaskPicture.of(sheet(1130, 560, Language.ENGLISH), scene).description();
            assertTrue(words.startsWith("Sentence 1, position 1: 1 < 1 is false."), words);
            assertTrue(words.contains("Sentence 2: true, true, false.") && words.contains("with the mask 0.70"), words);
            return null;
        });
    }

    @Test
    void halfWayTheCopiesAreHalfWay() {
        HeadlessToolkit.call(() -> {
            MaskScene scene = MaskScene.of(MaskScene.FIRST.shown(), Phase.BROADCAST);
            double from = copiesOfNought(scene.moved(0));
            double to = copiesOfNought(scene.moved(1));
            assertTrue(to > from);
            assertEquals((from + to) / 2, copiesOfNought(scene.moved(0.5)), 1e-9);
            return null;
        });
    }

    /** Where the lowest 0 of the operands stands: the copy of the first position. */
    private static double copiesOfNought(MaskScene scene) {
        return MaskPicture.of(sheet(1130, 560, Language.ENGLISH), scene).marks().stream().filter(Mark.Label.class::isInstance).map(Mark.Label.class::cast)
                .filter(label -> label.text().equals("0")).mapToDouble(Mark.Label::y).max().orElseThrow();
    }

    @Test
    void theCardExplainsTheChosenCell() {
        HeadlessToolkit.call(() -> {
            MaskScene scene = MaskScene.of(MaskScene.FIRST.shown(), Phase.LOSS).lit(Highlight.NONE.hovering(Pointing.cell(3, 3)));
            List<String> texts = PictureProof.texts(MaskPicture.of(sheet(1130, 560, Language.ENGLISH), scene).marks());
            assertTrue(texts.contains("−log 0.0821 = 2.500"), texts.toString());
            return null;
        });
    }

    @Test
    void onlyTheBandThatIsNowIsViolet() {
        for (Phase phase : Phase.values()) {
            HeadlessToolkit.call(() -> {
                List<Mark> marks = MaskPicture.of(sheet(1130, 560, Language.ENGLISH), MaskScene.of(MaskScene.FIRST.shown(), phase)).marks();
                assertEquals(1, marks.stream().filter(Mark.Label.class::isInstance).map(Mark.Label.class::cast)
                        .filter(label -> label.ink().equals(Palette.LIGHT.of(Role.ACCENT))).count());
                return null;
            });
        }
    }

    @Test
    void theTableHoldsEveryCell() {
        assertEquals(1 + 6 + 6, MaskWords.csv(MaskScene.FIRST).lines().count());
        assertTrue(MaskWords.csv(MaskScene.FIRST).contains("mask,2,1,2,true,,,\n"));
        assertTrue(MaskWords.csv(MaskScene.FIRST).contains("loss,2,2,1,false,<pad>,X,6.2\n"));
    }
}
