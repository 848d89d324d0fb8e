package seq2see.app.view.shapes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seq2see.app.HeadlessToolkit;
import seq2see.app.drawing.Area;
import seq2see.app.drawing.Mark;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.ToolkitMeasure;
import seq2see.app.theme.Language;
import seq2see.app.theme.Palette;
import seq2see.app.theme.Rgb;
import seq2see.app.theme.Role;
import seq2see.app.view.Highlight;
import seq2see.app.view.PictureProof;
import seq2see.app.view.Pointing;
import seq2see.app.view.shapes.ShapesLayout.Place;
import seq2see.app.view.shapes.ShapesScene.OpenBlock;
import seq2see.app.view.shapes.ShapesScene.Spot;
import seq2see.corpus.Vocabulary;
import seq2see.model.AttentionType;
import seq2see.model.CellType;
import seq2see.model.ContextType;
import seq2see.model.ModelConfig;
import seq2see.model.OutputType;
import seq2see.model.Parameters;
import seq2see.model.Seq2Seq;
import seq2see.tensor.Axis;
import seq2see.tensor.Shape.Dimension;
import seq2see.trace.BatchTracer;
import seq2see.trace.Moment;
import seq2see.trace.Moment.Phase;
import seq2see.trace.Trace;
import seq2see.training.benchmark.Timing;

class ShapesPictureTest {
    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    private static ModelConfig config(CellType cell, int layers, boolean bidirectional, OutputType output, int vocabulary, int embedding, int hidden) {
        return new ModelConfig(cell, layers, bidirectional, ContextType.MEAN, layers == 1 ? AttentionType.NONE : AttentionType.ADDITIVE, false, output, false,
                vocabulary, vocabulary + 2, embedding, hidden, 20);
    }

    private static ShapesScene scene(ModelConfig config, int sentences, int time) {
        ShapesScene scene = ShapesScene.of(ShapesBatch.untrained(BatchTracer.untrained(config, sentences, time, 1)));
        ProductShown product = ProductShown.of(scene.trace());
        Timing timing = new Timing(1.31, 1.2, 1.7, 1000);
        return scene.with(Optional.of(new ProductShown(product.wide(), product.sum(), product.largestDifference(),
                Optional.of(new Timing.Pair(timing, new Timing(2.6, 2.4, 3.9, 1000))))));
    }

    private static ShapesScene usual() {
        return scene(config(CellType.GRU, 2, false, OutputType.STATE, 10, 8, 16), 4, 7);
    }

    @Test
    void veiledTheBlocksKeepTheirShapesBackAndNothingElse() {
        List<String> open = texts(usual());
        List<String> veiled = texts(usual().veiling(true));
        long blocks = usual().blocks().all().size();
        assertTrue(open.contains("T") && open.stream().noneMatch("(?)"::equals));
        assertEquals(blocks, veiled.stream().filter("(?)"::equals).count());
        assertEquals(open.stream().filter(text -> text.matches("[A-Z]′? \\d+")).toList(), veiled.stream().filter(text -> text.matches("[A-Z]′? \\d+")).toList(),
                "the edges say what they are");
    }

    private static List<String> texts(ShapesScene scene) {
        return ShapesPicture.of(sheet(900, 700, Language.ENGLISH), scene).marks().stream().filter(Mark.Label.class::isInstance).map(mark -> ((Mark.Label) mark).text()).toList();
    }

    static Stream<ShapesScene> models() {
        return Stream.of(usual(), scene(config(CellType.RNN, 1, false, OutputType.STATE, 4, 1, 1), 1, 1),
                scene(config(CellType.LSTM, 2, true, OutputType.FULL, 24, 12, 16), 8, 12), scene(config(CellType.LSTM, 4, false, OutputType.STATE, 12, 32, 32), 3, 5),
                scene(config(CellType.GRU, 1, true, OutputType.STATE, 600, 64, 128), 64, 19), scene(config(CellType.RNN, 3, true, OutputType.FULL, 7, 6, 2), 2, 3));
    }

    private static Sheet sheet(double width, double height, Language language) {
        return new Sheet(width, height, 36, Palette.LIGHT, language, new ToolkitMeasure());
    }

    /** One moment of every kind. */
    private static List<Moment> kinds(ShapesScene scene) {
        return scene.moments().stream().collect(Collectors.toMap(moment -> moment.phase() + moment.part() + Math.min(moment.layer(), 2), moment -> moment,
                (first, later) -> later)).values().stream().toList();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everythingStandsOnTheSheetAndNoTextsTouch(ShapesScene scene) {
        HeadlessToolkit.call(() -> {
            for (Language language : Language.values()) {
                for (double width : List.of(640.0, 930.0, 1500.0)) {
                    Sheet sheet = ShapesLayout.wholeSheet(sheet(width, width * 0.62, language), scene);
                    for (Moment moment : kinds(scene)) {
                        PictureProof.prove(ShapesPicture.of(sheet, scene.at(Optional.of(moment))), sheet.measure());
                    }
                    PictureProof.prove(ShapesPicture.of(sheet, scene), sheet.measure());
                    for (ShapeBlock block : scene.blocks().all()) {
                        ShapesScene open = scene.opening(Optional.of(new OpenBlock(block.key(), 0, 0, 0, 0)));
                        PictureProof.prove(ShapesPicture.of(sheet, open), sheet.measure());
                    }
                }
            }
            return null;
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void beforeAClassWhatBelongsToTheMomentIsWhole(ShapesScene scene) {
        HeadlessToolkit.call(() -> {
            for (Language language : Language.values()) {
                // What is left of a screen of 1920 × 1080, in the lessons, whose models have one direction, and in the Lab.
                Sheet sheet = sheet(848, scene.config().directions() == 1 ? 372 : 420, language).presented(true);
                for (Moment moment : kinds(scene)) {
                    ShapesScene now = scene.at(Optional.of(moment));
                    assertEquals(sheet, ShapesLayout.wholeSheet(sheet, now), () -> scene.config() + " at " + moment);
                    ShapesLayout layout = ShapesLayout.of(sheet, now);
                    List<ShapeBlock> band = moment.phase() == Phase.DECODER ? scene.blocks().decoder() : List.of(scene.blocks().get("ids"), scene.blocks().get("outputs"));
                    for (ShapeBlock block : band) {
                        Area whole = layout.whole(layout.place(block.key()));
                        assertTrue(whole.y() >= 0 && whole.bottom() <= layout.detail().y() && whole.right() <= sheet.width(), () -> block.key() + " at " + moment);
                    }
                }
            }
            return null;
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void aUnitHasTheSameLengthOnEveryBlock(ShapesScene scene) {
        HeadlessToolkit.call(() -> {
            Sheet sheet = ShapesLayout.wholeSheet(sheet(1300, 800, Language.ENGLISH), scene);
            ShapesLayout layout = ShapesLayout.of(sheet, scene);
            for (Place place : layout.places().values()) {
                assertEquals(length(layout, place.block().columns()), place.front().width(), 1e-9, place.block().key());
                assertEquals(length(layout, place.block().rows()), place.front().height(), 1e-9, place.block().key());
            }
            return null;
        });
    }

    private static double length(ShapesLayout layout, List<Dimension> parts) {
        return parts.stream().mapToDouble(part -> Math.min(part.size(), layout.most()) * layout.unit() + (part.size() > layout.most() ? ShapesLayout.CUT : 0)).sum();
    }

    @Test
    void theBlocksHaveTheShapesThatTextsGiveThem() {
        Map<String, String> letters = usual().blocks().all().stream().collect(Collectors.toMap(ShapeBlock::key, ShapeBlock::letters));
        assertEquals("(N, T)", letters.get("ids"));
        assertEquals("(V, D)", letters.get("table"));
        assertEquals("(T, N, D)", letters.get("embedded"));
        assertEquals("(T, N, H)", letters.get("outputs"));
        assertEquals("(L, N, H)", letters.get("finalState"));
        assertEquals("(N, D + C)", letters.get("input"));
        assertEquals("(H, V′)", letters.get("dense"));
        assertEquals("(N, V′)", letters.get("logits"));
        ShapeBlocks both = scene(config(CellType.LSTM, 2, true, OutputType.FULL, 9, 5, 6), 2, 3).blocks();
        assertEquals("(2L, N, H)", both.get("finalState").letters());
        assertEquals("(4, 2, 6)", both.get("finalState").sizes());
        assertEquals("(T, N, H + H)", both.get("outputs").letters());
        assertEquals("(L, N, H)", both.get("initialMemory").letters());
        assertEquals("(H + D + C, V′)", both.get("dense").letters());
    }

    @Test
    void theCellsOwnProductIsWrittenAsTextsWriteIt() {
        ShapesScene scene = scene(config(CellType.RNN, 1, false, OutputType.STATE, 10, 8, 16), 4, 7).at(Optional.of(new Moment(Phase.ENCODER, 2, 1, "forward", "hiddenState")));
        List<String> shapes = ShapesEquation.of(scene).orElseThrow().terms().stream().filter(ShapesEquation.Term.Block.class::isInstance)
                .map(ShapesEquation.Term.Block.class::cast).map(term -> term.symbol() + " " + term.block().letters()).toList();
        assertEquals(List.of("X_t (N, D)", "W_{xh} (D, H)", "H_{t−1} (N, H)", "W_{hh} (H, H)", "b_h (H)", "H_t (N, H)"), shapes);
        HeadlessToolkit.call(() -> {
            List<String> texts = PictureProof.texts(ShapesPicture.of(sheet(930, 600, Language.ENGLISH), scene).marks());
            assertTrue(texts.stream().anyMatch(text -> text.contains("encoder.rnn.weight_ih_l0 (16, 8)")), texts.toString());
            return null;
        });
    }

    @Test
    void whatIsNotComputedYetIsDashedAndEmpty() {
        HeadlessToolkit.call(() -> {
            long first = filled(usual().at(Optional.of(usual().moments().getFirst())));
            long last = filled(usual().at(Optional.of(usual().moments().getLast())));
            assertTrue(first < last, first + " < " + last);
            return null;
        });
    }

    private static long filled(ShapesScene scene) {
        return ShapesPicture.of(sheet(930, 600, Language.ENGLISH), scene).marks().stream().filter(Mark.Box.class::isInstance).map(Mark.Box.class::cast)
                .filter(box -> box.fill() != null).count();
    }

    /** Stepping through every moment, no more than one block is ringed, and the first sheet ringed is the first time step's. */
    @Test
    void theLookedUpRowIsTheTokens() {
        ShapesScene scene = usual().at(Optional.of(new Moment(Phase.ENCODER, 3, 1, "forward", "input"))).lookingUp(2);
        assertEquals(Optional.of(2), scene.lookUp());
        assertEquals((int) scene.trace().encoder().ids().get(2, 2), scene.id(2));
        HeadlessToolkit.call(() -> {
            List<String> violet = ShapesPicture.of(sheet(930, 600, Language.ENGLISH), scene).marks().stream().filter(Mark.Label.class::isInstance)
                    .map(Mark.Label.class::cast).filter(label -> label.ink().equals(Palette.LIGHT.of(Role.ACCENT))).map(Mark.Label::text).toList();
            assertEquals(List.of("row " + scene.id(2), "Embedding look-up"), violet);
            return null;
        });
    }

    @Test
    void aRowSlidesOutOfTheTable() {
        HeadlessToolkit.call(() -> {
            ShapesScene scene = usual().at(Optional.of(new Moment(Phase.ENCODER, 3, 1, "forward", "input")));
            assertFalse(PictureProof.texts(ShapesPicture.of(sheet(930, 600, Language.ENGLISH), scene.moved(0.5)).marks()).contains("row " + scene.id(2)));
            assertTrue(PictureProof.texts(ShapesPicture.of(sheet(930, 600, Language.ENGLISH), scene.moved(1)).marks()).contains("row " + scene.id(2)));
            return null;
        });
    }

    @Test
    void theProductSaysItsDifferenceAndItsRatioAsMeasured() {
        HeadlessToolkit.call(() -> {
            ShapesScene scene = usual().at(Optional.of(new Moment(Phase.DECODER, 1, 0, "", "concatenation")));
            List<String> texts = PictureProof.texts(ShapesPicture.of(sheet(930, 600, Language.ENGLISH), scene).marks());
            assertTrue(texts.containsAll(List.of("1.98×", "faster when wide", "1.31 µs", "2.60 µs")), texts.toString());
            assertTrue(texts.stream().anyMatch(text -> text.startsWith("Largest difference of the 4 × 48 results: ")), texts.toString());
            Timing.Pair slower = new Timing.Pair(new Timing(3, 2, 4, 1000), new Timing(2, 1, 3, 1000));
            ProductShown shown = scene.product().orElseThrow();
            List<String> other = PictureProof.texts(ShapesPicture.of(sheet(930, 600, Language.ENGLISH), scene.with(Optional.of(
                    new ProductShown(shown.wide(), shown.sum(), shown.largestDifference(), Optional.of(slower))))).marks());
            assertTrue(other.containsAll(List.of("1.50×", "faster when narrow")), other.toString());
            return null;
        });
    }

    @Test
    void theOpenBlockShowsTheColourOfEveryValueOfItsSlice() {
        HeadlessToolkit.call(() -> {
            OpenBlock open = new OpenBlock("outputs", 1, 2, 0, 0);
            ShapesScene scene = usual().opening(Optional.of(open)).pointing(Optional.of(new Spot("outputs", 4, 5)));
            Sheet sheet = sheet(930, 700, Language.ENGLISH);
            Picture picture = ShapesPicture.of(sheet, scene);
            List<Rgb> cells = picture.marks().stream().filter(Mark.Box.class::isInstance).map(Mark.Box.class::cast).filter(box -> box.radius() == 2 && box.fill() != null)
                    .map(Mark.Box::fill).toList();
            assertEquals(7 * 16, cells.size());
            for (int t = 0; t < 7; t++) {
                for (int h = 0; h < 16; h++) {
                    assertEquals(Palette.LIGHT.signed().at(scene.trace().encoder().outputs().get(t, 2, h)), cells.get(16 * t + h));
                }
            }
            assertTrue(picture.description().startsWith("encoder outputs: x5,3,6 = "), picture.description());
            assertTrue(picture.description().contains("time step 5 · sentence 3 · unit 6"), picture.description());
            return null;
        });
    }

    @Test
    void blocksAreFoundWhereTheyStand() {
        HeadlessToolkit.call(() -> {
            Sheet sheet = sheet(930, 600, Language.ENGLISH);
            ShapesLayout layout = ShapesLayout.of(sheet, usual());
            for (Place place : layout.places().values()) {
                assertEquals(Optional.of(place.block().key()), layout.blockAt(place.front().middleX(), place.front().middleY()));
            }
            assertEquals(Optional.of(new Spot("ids", 3, 0)), layout.tokenAt(layout.place("ids").front().x() + 1, layout.place("ids").front().bottom() - 1));
            return null;
        });
    }

    /** A small model of a vocabulary of its own, with a sentence that is looked at before one of the corpus. */
    private static ShapesScene running() {
        Vocabulary vocabulary = Vocabulary.of(List.of(List.of("they", "are", "watching")), 100);
        ModelConfig config = config(CellType.GRU, 1, false, OutputType.STATE, vocabulary.size(), 4, 6);
        Trace.Sentence looked = new Trace.Sentence(List.of("they", "zebra", "<eos>"), List.of(vocabulary.id("they"), Vocabulary.UNK, Vocabulary.EOS));
        return ShapesScene.of(ShapesBatch.of(new Seq2Seq(Parameters.initialised(config, 2)), vocabulary, 40, Optional.of(looked),
                List.of(new int[] {vocabulary.id("are"), vocabulary.id("watching"), Vocabulary.EOS})));
    }

    @Test
    void aTokenThatIsPointedAtSaysWhatItIsAndLightsElsewhere() {
        HeadlessToolkit.call(() -> {
            ShapesScene scene = running().pointing(Optional.of(new Spot("ids", 0, 1)));
            assertEquals(Pointing.source(2), scene.pointing());
            Picture picture = ShapesPicture.of(sheet(930, 600, Language.ENGLISH), scene);
            assertTrue(picture.description().startsWith("zebra: x1,2 = " + Vocabulary.UNK), picture.description());
            assertEquals(Pointing.NONE, scene.pointing(Optional.of(new Spot("ids", 1, 1))).pointing());
            Picture other = ShapesPicture.of(sheet(930, 600, Language.ENGLISH), running().pointing(Optional.of(new Spot("ids", 1, 1))));
            assertTrue(other.description().startsWith("watching: x2,2 = "), other.description());
            return null;
        });
    }

    @Test
    void aTokenThatIsPointedAtElsewhereIsRingedInEveryBlockThatItReaches() {
        HeadlessToolkit.call(() -> {
            ShapesScene lit = running().lit(Highlight.NONE.hovering(Pointing.source(3)));
            assertEquals(Optional.of(new Spot("ids", 0, 2)), lit.token());
            assertEquals(rings(running()) + 4, rings(lit));
            return null;
        });
    }

    private static long rings(ShapesScene scene) {
        return ShapesPicture.of(sheet(930, 600, Language.ENGLISH), scene).marks().stream().filter(Mark.Box.class::isInstance).map(Mark.Box.class::cast)
                .filter(box -> box.stroke() != null && box.stroke().ink().equals(Palette.LIGHT.of(Role.TEXT)) && box.stroke().width() == 2.5).count();
    }

    @Test
    void aStateThatIsPointedAtLightsItsUnitAndItsToken() {
        ShapesScene open = running().opening(Optional.of(new OpenBlock("outputs", 1, 0, 0, 0)));
        assertEquals(Pointing.unit(1, 5).atSource(3), open.pointing(Optional.of(new Spot("outputs", 2, 4))).pointing());
        ShapesScene second = running().opening(Optional.of(new OpenBlock("outputs", 1, 1, 0, 0)));
        assertEquals(Pointing.unit(1, 5), second.pointing(Optional.of(new Spot("outputs", 2, 4))).pointing());
    }

    @Test
    void otherValuesOfTheSameSizesLeaveWhatIsLookedAt() {
        ShapesScene open = running().opening(Optional.of(new OpenBlock("outputs", 1, 1, 2, 0))).pointing(Optional.of(new Spot("outputs", 2, 4)));
        ShapesScene next = open.showing(running().batch());
        assertEquals(open.opened(), next.opened());
        assertEquals(open.pointed(), next.pointed());
        assertEquals(Optional.empty(), open.showing(usual().batch()).pointed());
    }

    @Test
    void tinySizesAreShownWholeBesideTheSettings() {
        HeadlessToolkit.call(() -> {
            assertFalse(ShapesLayout.of(sheet(650, 570, Language.ENGLISH), usual()).blocksAreCut());
            assertFalse(ShapesLayout.of(sheet(650, 570, Language.CHINESE), usual()).blocksAreCut());
            return null;
        });
    }

    @Test
    void theTableHoldsEveryShapeOrTheOpenValues() {
        assertTrue(ShapesWords.csv(usual()).contains("outputs,\"(T, N, H)\",\"(7, 4, 16)\",448\n"), ShapesWords.csv(usual()));
        String open = ShapesWords.csv(usual().opening(Optional.of(new OpenBlock("table", 0, 0, 0, 0))));
        assertEquals(1 + 80, open.lines().count());
        assertTrue(open.contains("table,0 1," + usual().trace().encoder().table().get(0, 0)), open);
        assertEquals(Axis.SOURCE_VOCABULARY, usual().blocks().get("table").rows().getFirst().axis());
    }
}
