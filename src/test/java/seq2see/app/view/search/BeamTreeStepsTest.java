package seq2see.app.view.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seq2see.app.HeadlessToolkit;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.TextStyle;
import seq2see.app.drawing.ToolkitMeasure;
import seq2see.app.theme.Language;
import seq2see.app.theme.Palette;
import seq2see.app.view.PictureProof;
import seq2see.app.view.SampleScenes;
import seq2see.corpus.InputException;
import seq2see.search.ProbabilityTable;
import seq2see.search.SampleTable;
import seq2see.search.SamplingSettings;
import seq2see.trace.Moment;

/** Random searches, stepped through as somebody steps through them: both pictures of a moment depend on nothing but the moment. */
class BeamTreeStepsTest {
    private static final int SEARCHES = 60;
    private static final List<String> TOKENS = List.of("A", "B", "C", "D", "E");

    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    /** What somebody looks with, who may have moved. */
    private static final class Onlooker {
        private final BeamTreeSight sight = new BeamTreeSight();
        private final Sheet sheet;

        Onlooker(Sheet sheet) {
            this.sheet = sheet;
        }

        /** The tree in sight and the numbers beside it. */
        List<Picture> look(SearchScene scene) {
            sight.look(sheet, scene, TreeFolding.NONE);
            sight.follow(sheet, scene);
            Sheet side = sheet.sized(300, SearchNumbersPicture.height(sheet.sized(300, 0), scene));
            return List.of(BeamTreePicture.of(sheet, scene, sight.layout(), sight.corner()), SearchNumbersPicture.of(side, scene));
        }
    }

    private static List<Double> row(SplittableRandom random, int size) {
        double[] weights = random.doubles(size, 0.05, 1).toArray();
        double sum = IntStream.range(0, size).mapToDouble(i -> weights[i]).sum();
        return IntStream.range(0, size).mapToObj(i -> weights[i] / sum).toList();
    }

    private static SearchScene scene(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int letters = random.nextInt(2, 6);
        List<String> tokens = Stream.concat(TOKENS.stream().limit(letters), Stream.of("<eos>")).toList();
        Map<String, List<Double>> rows = new LinkedHashMap<>();
        Stream.concat(Stream.of(""), TOKENS.stream().limit(letters)).forEach(prefix -> rows.put(prefix, row(random, letters + 1)));
        try {
            ProbabilityTable table = new ProbabilityTable("random", tokens, rows, Optional.of(row(random, letters + 1)));
            return SampleScenes.of(table, random.nextInt(1, 5), random.nextInt(2, 9), 0.75);
        } catch (InputException fault) {
            throw new AssertionError(fault);
        }
    }

    private static Sheet sheet(SplittableRandom random) {
        return new Sheet(random.nextInt(420, 1000), random.nextInt(240, 600), Palette.LIGHT, random.nextBoolean() ? Language.ENGLISH : Language.CHINESE,
                new ToolkitMeasure());
    }

    private static List<SearchScene> moments(SearchScene scene) {
        return Moment.ofSearch(scene.tree().rounds().size()).stream().map(moment -> SampleScenes.at(scene, moment)).toList();
    }

    @Test
    void backIsTheInverseOfForward() {
        HeadlessToolkit.call(() -> {
            for (int seed = 0; seed < SEARCHES; seed++) {
                SplittableRandom random = new SplittableRandom(seed);
                List<SearchScene> moments = moments(scene(seed));
                Sheet sheet = sheet(random);
                Onlooker onlooker = new Onlooker(sheet);
                List<List<Picture>> forward = new ArrayList<>();
                moments.forEach(moment -> forward.add(onlooker.look(moment)));
                int from = moments.size() - 1;
                for (int walk = 0; walk < 4; walk++) {
                    int to = random.nextInt(moments.size());
                    for (int index = from; index != to; index += Integer.signum(to - from)) {
                        assertEquals(forward.get(index), onlooker.look(moments.get(index)), "search " + seed + ", moment " + index);
                    }
                    from = to;
                }
            }
            return null;
        });
    }

    @Test
    void everyMomentIsToldInWordsOfItsOwn() {
        HeadlessToolkit.call(() -> {
            for (int seed = 0; seed < SEARCHES; seed++) {
                Onlooker onlooker = new Onlooker(sheet(new SplittableRandom(seed)));
                String before = "";
                for (SearchScene moment : moments(scene(seed))) {
                    String told = String.join(" ", onlooker.look(moment).stream().map(Picture::description).toList());
                    assertNotEquals(before, told, "search " + seed);
                    before = told;
                }
            }
            return null;
        });
    }

    /** Made smaller or moved together as it may be. */
    @Test
    void noTextsTouchInWhatIsInSight() {
        HeadlessToolkit.call(() -> {
            for (int seed = 0; seed < SEARCHES; seed++) {
                Sheet sheet = sheet(new SplittableRandom(seed));
                Onlooker onlooker = new Onlooker(sheet);
                for (SearchScene moment : moments(scene(seed))) {
                    PictureProof.prove(onlooker.look(moment).getFirst(), sheet.measure());
                }
            }
            return null;
        });
    }

    /** In the room that the smallest window has for it. */
    @ParameterizedTest
    @ValueSource(strings = {"greedy-misses.json", "beam-misses.json", "beam-below-greedy.json"})
    void aWorkedExampleIsInSightAsAWhole(String file) {
        SearchScene scene = SampleScenes.of(file);
        HeadlessToolkit.call(() -> {
            Sheet sheet = new Sheet(540, 334, Palette.LIGHT, Language.ENGLISH, new ToolkitMeasure());
            BeamTreeSight sight = new BeamTreeSight();
            sight.look(sheet, scene, TreeFolding.NONE);
            assertEquals(0, BeamTreePicture.outOfSight(sheet, scene, sight.layout(), sight.corner()));
            return null;
        });
    }

    /** A small tree is not lost in a large window: it grows as far as its texts may, and they still do not touch. */
    @ParameterizedTest
    @ValueSource(strings = {"greedy-misses.json", "two-by-three.json", "beam-misses.json", "beam-below-greedy.json", "penalty-decides.json"})
    void aSmallTreeGrowsWhereThereIsRoomToSpare(String file) {
        HeadlessToolkit.call(() -> {
            for (SearchScene moment : moments(SampleScenes.of(file))) {
                Onlooker onlooker = new Onlooker(new Sheet(2600, 1600, Palette.LIGHT, Language.ENGLISH, new ToolkitMeasure()));
                PictureProof.prove(onlooker.look(moment).getFirst(), onlooker.sheet.measure());
                assertEquals(BeamTreeLayout.MOST_FITTED, onlooker.sight.layout().zoom());
                assertEquals(0, BeamTreePicture.outOfSight(onlooker.sheet, moment, onlooker.sight.layout(), onlooker.sight.corner()));
            }
            return null;
        });
    }

    /** In a window that is too narrow for all of it, at the end: as many draws as a node can have. */
    @Test
    void howManyDrawsCameThroughTheLastNodesIsInSight() {
        SamplingSettings often = new SamplingSettings(0.1, 1, 100, 1);
        SearchScene scene = SampleScenes.sampled(SampleTable.all().getFirst(), often);
        HeadlessToolkit.call(() -> {
            for (double width : List.of(440.0, 520.0, 600.0, 900.0)) {
                Onlooker onlooker = new Onlooker(new Sheet(width, 400, Palette.LIGHT, Language.ENGLISH, new ToolkitMeasure()));
                onlooker.look(scene);
                BeamTreeLayout layout = onlooker.sight.layout();
                double right = BeamTreePicture.origin(BeamTreePicture.window(onlooker.sheet, scene), layout, onlooker.sight.corner()).x()
                        + layout.leaves().getLast().getFirst().area().right();
                double words = onlooker.sheet.width("100×", TextStyle.LEAST_STRONG.withSize(TextStyle.LEAST_STRONG.size() * Math.max(1, layout.zoom())));
                assertTrue(right + 5 + words <= width, width + " wide: " + (right + 5 + words));
            }
            return null;
        });
    }

    /** In the smallest window a tree that does not fit is shown smaller. */
    @Test
    void inALowWindowMoreOfALargeTreeIsInSight() {
        SearchScene scene = scene(1);
        HeadlessToolkit.call(() -> {
            BeamTreeSight low = new BeamTreeSight();
            low.look(new Sheet(540, 230, Palette.LIGHT, Language.ENGLISH, new ToolkitMeasure()), scene, TreeFolding.NONE);
            assertEquals(BeamTreeLayout.LEAST_FITTED, low.layout().zoom());
            return null;
        });
    }
}
