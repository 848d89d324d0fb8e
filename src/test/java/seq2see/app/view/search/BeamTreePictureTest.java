package seq2see.app.view.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import seq2see.app.HeadlessToolkit;
import seq2see.app.drawing.Area;
import seq2see.app.drawing.Mark;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.ToolkitMeasure;
import seq2see.app.theme.Language;
import seq2see.app.theme.Palette;
import seq2see.app.theme.Role;
import seq2see.app.view.PictureProof;
import seq2see.app.view.SampleScenes;
import seq2see.app.view.search.BeamTreeLayout.Leaf;
import seq2see.app.view.search.BeamTreePicture.Corner;
import seq2see.corpus.InputException;
import seq2see.search.ProbabilityTable;
import seq2see.search.SampleTable;
import seq2see.search.SamplingSettings;
import seq2see.trace.Moment;

class BeamTreePictureTest {
    private static final SearchScene GREEDY_MISSES = SampleScenes.of("greedy-misses.json");

    private static final SearchScene SAMPLED = SampleScenes.sampled(SampleTable.all().getFirst(), new SamplingSettings(2, 0, 100, 1));

    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    private static Sheet sheet(double width, double height, Language language) {
        return new Sheet(width, height, Palette.LIGHT, language, new ToolkitMeasure());
    }

    private static Picture picture(SearchScene scene) {
        return HeadlessToolkit.call(() -> {
            Sheet sheet = sheet(1000, 640, Language.ENGLISH);
            return BeamTreePicture.of(sheet, scene, BeamTreeLayout.of(sheet, scene), Corner.ORIGIN);
        });
    }

    private static BeamTreeLayout layout(SearchScene scene, double height) {
        return HeadlessToolkit.call(() -> BeamTreeLayout.of(sheet(1000, height, Language.ENGLISH), scene));
    }

    private static SearchScene at(String moment) throws InputException {
        return SampleScenes.at(GREEDY_MISSES, Moment.parse(moment));
    }

    /** A wide and long search over a large vocabulary: thousands of candidates. */
    private static SearchScene large() throws InputException {
        SplittableRandom random = new SplittableRandom(5);
        List<String> tokens = Stream.concat(IntStream.range(0, 60).mapToObj(i -> "token" + i), Stream.of("<eos>")).toList();
        double[] weights = random.doubles(61, 0.5, 1.5).toArray();
        weights[60] = 0.001;
        double sum = IntStream.range(0, 61).mapToDouble(i -> weights[i]).sum();
        List<Double> row = IntStream.range(0, 61).mapToObj(i -> weights[i] / sum).toList();
        return SampleScenes.of(new ProbabilityTable("large", tokens, Map.of(), Optional.of(row)), 10, 40, 0.75);
    }

    static Stream<Arguments> scenesAndSizes() throws InputException {
        List<SearchScene> scenes = List.of(GREEDY_MISSES, SampleScenes.of("two-by-three.json"), SampleScenes.of("penalty-decides.json"),
                at("search.1.expand"), at("search.2.score"), at("search.3.keep"), large(), SAMPLED);
        return scenes.stream().flatMap(scene -> Stream.of(
                Arguments.of(scene, 1240, 640, Language.ENGLISH), Arguments.of(scene, 1000, 560, Language.CHINESE),
                Arguments.of(scene, 520, 420, Language.ENGLISH), Arguments.of(scene, 420, 360, Language.CHINESE)));
    }

    @ParameterizedTest
    @MethodSource("scenesAndSizes")
    void everythingStandsOnTheSheetAndNoTextsTouch(SearchScene scene, double width, double height, Language language) {
        HeadlessToolkit.call(() -> {
            Sheet sheet = sheet(width, height, language);
            BeamTreeLayout layout = BeamTreeLayout.of(sheet, scene);
            for (SearchScene shown : List.of(scene, scene.choosing(Optional.of(List.of(0))), scene.folding(true))) {
                PictureProof.prove(BeamTreePicture.of(sheet, shown, layout, Corner.ORIGIN), sheet.measure());
                Sheet column = sheet.sized(300, SearchNumbersPicture.height(sheet.sized(300, 0), shown));
                PictureProof.prove(SearchNumbersPicture.of(column, shown), sheet.measure());
            }
            return null;
        });
    }

    @Test
    void noTwoNodesTouchAndEveryParentStandsLeftOfItsChildren() throws InputException {
        for (SearchScene scene : List.of(GREEDY_MISSES, large(), large().folding(true))) {
            for (List<Leaf> column : layout(scene, 600).leaves()) {
                for (int i = 1; i < column.size(); i++) {
                    assertTrue(column.get(i - 1).area().bottom() < column.get(i).area().y());
                }
                assertTrue(column.stream().filter(leaf -> leaf.parent() != null).allMatch(leaf -> leaf.parent().area().right() < leaf.area().x()));
            }
        }
    }

    @Test
    void siblingsStandInTheOrderOfTheVocabulary() {
        assertEquals(List.of(List.of(0, 0), List.of(0, 1), List.of(0, 2), List.of(0, 3), List.of(1, 0), List.of(1, 1), List.of(1, 2), List.of(1, 3)),
                layout(GREEDY_MISSES, 600).leaves().get(2).stream().map(Leaf::tokens).toList());
    }

    @Test
    void nothingMovesWhileOneSteps() throws InputException {
        BeamTreeLayout end = layout(GREEDY_MISSES, 600);
        for (Moment moment : Moment.ofSearch(4)) {
            assertEquals(end.all().map(Leaf::area).toList(), layout(SampleScenes.at(GREEDY_MISSES, moment), 600).all().map(Leaf::area).toList());
        }
    }

    @Test
    void whatIsFoldedIsNotDrawnAndWhatIsOpenedIsDrawnInFull() throws InputException {
        SearchScene scene = large();
        BeamTreeLayout plain = layout(scene, 600);
        List<Integer> first = plain.leaves().get(1).stream().filter(Leaf::isKept).findFirst().orElseThrow().tokens();
        BeamTreeLayout folded = HeadlessToolkit.call(() -> BeamTreeLayout.of(sheet(1000, 600, Language.ENGLISH), scene, TreeFolding.NONE.turning(first)));
        assertTrue(folded.of(first).orElseThrow().closed());
        assertTrue(folded.all().noneMatch(leaf -> leaf.tokens().size() > 1 && leaf.tokens().getFirst().equals(first.getFirst())));
        assertTrue(HeadlessToolkit.call(() -> BeamTreeLayout.of(sheet(1000, 600, Language.ENGLISH), scene, TreeFolding.NONE.turning(List.of())))
                .all().count() == 1);
        BeamTreeLayout opened = HeadlessToolkit.call(() -> BeamTreeLayout.of(sheet(1000, 600, Language.ENGLISH), scene, TreeFolding.NONE.opening(List.of())));
        assertEquals(10 + 24 + 1, opened.leaves().get(1).size());
        assertEquals(TreeFolding.NONE, TreeFolding.NONE.opening(first).opening(first));
    }

    /** Smaller, everything keeps its place, and every text that is left is as large as texts have to be. */
    @Test
    void aZoomedTreeIsTheSameTree() throws InputException {
        SearchScene scene = large();
        BeamTreeLayout plain = layout(scene, 600);
        for (double zoom : new double[] {0.1, 0.3, 0.5, 0.8, 1.7}) {
            BeamTreeLayout zoomed = plain.zoomed(zoom);
            assertEquals(plain.all().map(leaf -> leaf.area().times(zoom)).toList(), zoomed.all().map(Leaf::area).toList());
            HeadlessToolkit.call(() -> {
                Sheet sheet = sheet(1000, 640, Language.ENGLISH);
                PictureProof.prove(BeamTreePicture.of(sheet, scene, zoomed, Corner.ORIGIN), sheet.measure());
                return null;
            });
        }
    }

    @Test
    void whatStandsUnderTheMouseStaysThereWhileOneZooms() throws InputException {
        SearchScene scene = large();
        HeadlessToolkit.call(() -> {
            Sheet sheet = sheet(1000, 640, Language.ENGLISH);
            Area window = BeamTreePicture.window(sheet, scene);
            BeamTreeSight sight = new BeamTreeSight();
            sight.look(sheet, scene, TreeFolding.NONE);
            sight.moveTo(window, new Corner(2_000, 700));
            Corner before = BeamTreePicture.origin(window, sight.layout(), sight.corner());
            sight.zoom(0.8, window, 400, 300);
            Corner after = BeamTreePicture.origin(window, sight.layout(), sight.corner());
            assertEquals((400 - before.x()) * 0.8, 400 - after.x(), 1e-6);
            assertEquals((300 - before.y()) * 0.8, 300 - after.y(), 1e-6);
            sight.look(sheet, scene, TreeFolding.NONE);
            assertEquals(0.8, sight.layout().zoom());
            BeamTreeMap map = BeamTreePicture.map(sheet, scene, sight.layout()).orElseThrow();
            sight.moveTo(window, map.cornerAt(map.area().middleX(), map.area().middleY(), window));
            assertEquals(sight.layout().width() / 2 + BeamTreeNodes.MARGIN - window.width() / 2, sight.corner().x(), 1e-6);
            sight.fit(window);
            sight.look(sheet, scene, TreeFolding.NONE);
            assertTrue(sight.layout().width() <= window.width() && sight.layout().height() <= window.height());
            assertTrue(BeamTreePicture.map(sheet, scene, sight.layout()).isEmpty());
            return null;
        });
    }

    @Test
    void candidatesFanOutOfTheirParents() throws InputException {
        BeamTreeLayout end = layout(GREEDY_MISSES, 600);
        assertEquals(end.all().map(Leaf::area).toList(), end.fanned(2, 1).all().map(Leaf::area).toList());
        for (Leaf leaf : end.fanned(2, 0).leaves().get(2)) {
            assertEquals(leaf.parent().area().right(), leaf.area().x(), 1e-9);
            assertEquals(leaf.parent().area().middleY(), leaf.area().middleY(), 1e-9);
        }
        assertEquals(end.leaves().get(3).stream().map(Leaf::area).toList(), end.fanned(2, 0).leaves().get(3).stream().map(Leaf::area).toList());
    }

    @Test
    void nothingLaterThanTheMomentIsDrawn() throws InputException {
        assertFalse(treeTexts(at("search.2.expand")).contains(".050"));
        assertTrue(treeTexts(at("search.2.score")).contains(".050"));
        assertFalse(treeTexts(at("search.2.keep")).contains(".090"));
        assertTrue(treeTexts(at("search.3.keep")).contains(".090"));
        assertFalse(treeTexts(at("search.4.keep")).contains("✓ beam’s best"));
        assertTrue(treeTexts(GREEDY_MISSES).contains("✓ beam’s best"));
    }

    private static List<String> treeTexts(SearchScene scene) {
        return PictureProof.texts(picture(scene).marks().stream().filter(Mark.Clip.class::isInstance).toList());
    }

    @Test
    void keptIsSolidPrunedDashedFinishedDouble() {
        List<Mark> tree = ((Mark.Shift) ((Mark.Clip) picture(GREEDY_MISSES).marks().stream().filter(Mark.Clip.class::isInstance).findFirst().orElseThrow())
                .marks().getFirst()).marks();
        List<Mark.Box> boxes = tree.stream().filter(Mark.Box.class::isInstance).map(Mark.Box.class::cast).filter(box -> box.stroke() != null).toList();
        assertEquals(4 + 8 + 8 + 8 - 8, boxes.stream().filter(box -> box.stroke().dash() > 0).count(), "pruned candidates");
        assertEquals(2, boxes.stream().filter(box -> box.radius() == 4).count(), "inner borders");
        assertEquals(1, boxes.stream().filter(box -> Palette.LIGHT.of(Role.SUCCESS_TINT).equals(box.fill()) && box.radius() == 6).count());
    }

    /** Each edge is as wide as its token is probable. */
    @Test
    void edgesAreAsWideAsTheirTokensAreProbable() throws InputException {
        List<Mark> tree = ((Mark.Shift) ((Mark.Clip) picture(at("search.1.keep")).marks().stream().filter(Mark.Clip.class::isInstance).findFirst()
                .orElseThrow()).marks().getFirst()).marks();
        List<Double> widths = tree.stream().filter(Mark.Path.class::isInstance).map(Mark.Path.class::cast)
                .filter(path -> path.stroke().dash() == 0).map(path -> path.stroke().width()).toList();
        assertEquals(List.of(1.25 + 6.75 * Math.exp(Math.log(0.5)), 1.25 + 6.75 * Math.exp(Math.log(0.2))), widths);
    }

    @Test
    void theSentenceBelowSaysWhatHappens() throws InputException {
        assertTrue(picture(at("search.2.expand")).description().contains("2 live hypotheses are expanded by each of 4 tokens: 8 candidates."));
        assertTrue(picture(at("search.1.keep")).description().contains("B and C are equally probable"));
        assertTrue(picture(GREEDY_MISSES).description().contains("Nothing is live any more"));
        assertTrue(picture(SampleScenes.of("two-by-three.json")).description().contains("The maximum length is reached"));
    }

    @Test
    void theNumbersBesideItAreComputedFromTheTree() {
        List<String> texts = HeadlessToolkit.call(() -> PictureProof.texts(SearchNumbersPicture.of(sheet(300, 700, Language.ENGLISH),
                GREEDY_MISSES.choosing(Optional.of(List.of(0)))).marks()));
        assertTrue(texts.containsAll(List.of("0.100", "0.400", "0.300", "0.200", "−2.919", "−1.032", "−1.074", "⚠ search error: 0.042 short",
                "✓ found the true best", "✓ the true best")), texts::toString);
    }

    /** ln 0.24 / 2^0.75 against ln 0.12 / 3^0.75. */
    @Test
    void whereEveryKeptPrefixCountsItIsToldWhatTheUsualRuleSays() {
        SearchScene usual = SampleScenes.of("two-by-three.json");
        SearchScene every = new SearchScene(usual.search(), usual.tokens(), Optional.empty(), List.of(),
                new SearchLook(Optional.empty(), Optional.empty(), false, "", true));
        Picture picture = HeadlessToolkit.call(() -> SearchNumbersPicture.of(sheet(330, 900, Language.ENGLISH), every));
        assertTrue(PictureProof.texts(picture.marks()).containsAll(List.of("✓ A B", "C E D", "−1.427 / 2", "0.75", " = −1.427 / 1.682 = −0.849")),
                () -> PictureProof.texts(picture.marks()).toString());
        assertTrue(picture.description().contains("By the usual rule only what ended or was cut is an output: A B D wins with −0.930."), picture.description());
        assertFalse(HeadlessToolkit.call(() -> SearchNumbersPicture.of(sheet(330, 900, Language.ENGLISH), usual)).description().contains("usual rule"));
    }

    /** As many draws leave a node as came to it, as far as all that may follow it is drawn. */
    @Test
    void whatWasDrawnStandsOnTheTreeOnceItsStepIsThrough() throws InputException {
        assertTrue(treeTexts(SampleScenes.at(SAMPLED, Moment.parse("search.1.score"))).stream().noneMatch(text -> text.endsWith("×")));
        List<String> texts = treeTexts(SampleScenes.at(SAMPLED, Moment.parse("search.1.keep")));
        assertEquals(100, texts.stream().filter(text -> text.matches("\\d+×")).mapToInt(text -> Integer.parseInt(text.replace("×", ""))).sum(), texts::toString);
    }

    /** Greedy 4 · 5 = 20, beam 2 · 20 = 40, exhaustive 4^5 = 1024; what was looked at is 4 for each of 4, 7 and 121 prefixes. */
    @Test
    void whatTextsStateStandsBesideWhatWasCounted() {
        List<String> texts = HeadlessToolkit.call(() -> PictureProof.texts(SearchNumbersPicture.of(sheet(330, 800, Language.ENGLISH), GREEDY_MISSES).marks()));
        assertTrue(texts.containsAll(List.of("|V′|·L = 20 candidates in texts, 16 counted here", "k·|V′|·L = 40 candidates in texts, 28 counted here",
                "|V′|^L = 1024 candidates in texts, 484 counted here")), texts::toString);
    }

    @Test
    void aWrongBestIsTheModelsError() {
        SearchScene judged = new SearchScene(GREEDY_MISSES.search(), GREEDY_MISSES.tokens(), Optional.empty(), List.of(List.of(1, 3)), SearchLook.PLAIN);
        List<String> texts = HeadlessToolkit.call(() -> PictureProof.texts(SearchNumbersPicture.of(sheet(300, 700, Language.ENGLISH), judged).marks()));
        assertTrue(texts.contains("✗ model error: the true best is wrong"), texts::toString);
    }

    /** Only what is in sight is drawn: of thousands of nodes a screenful. */
    @Test
    void aLargeTreeIsDrawnInParts() throws InputException {
        SearchScene scene = large();
        BeamTreeLayout layout = layout(scene, 640);
        assertTrue(layout.all().count() > 4000 / 3, "nodes " + layout.all().count());
        assertTrue(treeTexts(scene).size() < 400);
        assertTrue(HeadlessToolkit.call(() -> BeamTreePicture.wholeSheet(sheet(1000, 640, Language.ENGLISH), scene, layout)).width() > 4000);
    }

    /** Nobody can move over a file, so what it does not show is counted in it; where all of it is there, nothing is said. */
    @Test
    void aFileSaysWhatItLeftOut() throws InputException {
        SearchScene scene = large();
        Picture cut = HeadlessToolkit.call(() -> SearchScene.still(sheet(1200, 700, Language.ENGLISH), scene));
        long pruned = scene.tree().expansions().stream().flatMap(node -> node.candidates().stream()).filter(candidate -> !SearchScene.isKept(candidate)).count();
        String said = PictureProof.texts(cut.marks()).stream().filter(text -> text.startsWith("Left out")).findFirst().orElseThrow();
        assertTrue(said.replace("\u2009", "").contains(pruned + " pruned"), said);
        HeadlessToolkit.call(() -> {
            PictureProof.prove(cut, new ToolkitMeasure());
            return null;
        });
        Picture whole = HeadlessToolkit.call(() -> SearchScene.still(sheet(1400, 1000, Language.ENGLISH), GREEDY_MISSES));
        assertTrue(PictureProof.texts(whole.marks()).stream().noneMatch(text -> text.startsWith("Left out")));
    }

    /** However large a tree is, all of it can be had in sight. */
    @Test
    void anyTreeCanBeMadeToFit() throws InputException {
        SearchScene scene = large();
        HeadlessToolkit.call(() -> {
            Sheet sheet = sheet(520, 420, Language.ENGLISH);
            BeamTreeSight sight = new BeamTreeSight();
            sight.look(sheet, scene, TreeFolding.NONE);
            sight.fit(BeamTreePicture.window(sheet, scene));
            sight.look(sheet, scene, TreeFolding.NONE);
            assertEquals(0, BeamTreePicture.outOfSight(sheet, scene, sight.layout(), sight.corner()));
            return null;
        });
    }

    /** Before the scrubber stands anywhere in a search, all of it is over. */
    @Test
    void withoutAMomentTheSearchIsOver() {
        SearchScene end = new SearchScene(GREEDY_MISSES.search(), GREEDY_MISSES.tokens(), Optional.empty(), GREEDY_MISSES.references(), GREEDY_MISSES.look());
        assertEquals(SearchScene.Stage.KEPT, end.stage(end.step()));
    }
}
