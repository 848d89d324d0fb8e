package seq2see.app.view.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import seq2see.app.HeadlessToolkit;
import seq2see.app.drawing.Area;
import seq2see.app.theme.Appearance;
import seq2see.app.view.SampleScenes;

/** The tree in a scene, with its real canvas under the mouse and the keys. */
class BeamTreeViewTest {
    private static final double WIDTH = 900;
    private static final double HEIGHT = 560;

    private final List<String> chosen = new ArrayList<>();
    private SearchScene scene;
    private BeamTreeView view;
    private Node canvas;

    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    private void open(String example) {
        scene = SampleScenes.of(example);
        Appearance appearance = new Appearance();
        view = new BeamTreeView(appearance, this::choose);
        StackPane root = new StackPane(view.node());
        appearance.dress(new Scene(root, WIDTH, HEIGHT));
        view.show(scene);
        root.resize(WIDTH, HEIGHT);
        root.applyCss();
        root.layout();
        canvas = root.lookup("#beam-tree");
    }

    /** As the window does: what was chosen is shown as chosen. */
    private void choose(Optional<List<Integer>> prefix) {
        chosen.add(prefix.map(this::written).orElse("nothing"));
        scene = scene.choosing(prefix);
        view.show(scene);
    }

    private String written(List<Integer> prefix) {
        return prefix.stream().map(scene.tokens()::get).collect(Collectors.joining(" "));
    }

    /** Where a node stands; the tree is in sight as a whole, so it stands where it was laid out. */
    private Area place(String prefix) {
        BeamTreeSight sight = new BeamTreeSight();
        sight.look(view.sheet(), scene, TreeFolding.NONE);
        Area window = BeamTreePicture.window(view.sheet(), scene);
        BeamTreePicture.Corner origin = BeamTreePicture.origin(window, sight.layout(), sight.corner());
        return sight.layout().all().filter(leaf -> written(leaf.tokens()).equals(prefix)).findFirst().orElseThrow().area().shifted(origin.x(), origin.y());
    }

    private void click(double x, double y, int times) {
        for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED)) {
            Event.fireEvent(canvas, new MouseEvent(type, x, y, x, y, MouseButton.PRIMARY, times, false, false, false, false,
                    type == MouseEvent.MOUSE_PRESSED, false, false, true, false, true, null));
        }
    }

    private void click(String prefix, int times) {
        Area place = place(prefix);
        click(place.middleX(), place.middleY(), times);
    }

    private void press(KeyCode code, String text, boolean shift) {
        Event.fireEvent(canvas, new KeyEvent(KeyEvent.KEY_PRESSED, text, text, code, shift, false, false, false));
    }

    @Test
    void aClickChoosesTheNodeUnderTheMouseKeptOrPrunedAndOneBesideThemNone() {
        HeadlessToolkit.call(() -> {
            open("greedy-misses.json");
            click("A C", 1);
            click("A <eos>", 1);
            click(4, HEIGHT / 2, 1);
            assertEquals(List.of("A C", "A <eos>", "nothing"), chosen);
            return null;
        });
    }

    @Test
    void aDoubleClickFoldsWhatFollowsANodeAndUnfoldsIt() {
        HeadlessToolkit.call(() -> {
            open("greedy-misses.json");
            click("A", 2);
            assertEquals(1, view.look().closed().size());
            press(KeyCode.ENTER, "\r", false);
            assertEquals(2, view.look().closed().size(), "nothing is chosen, so Enter folds all");
            return null;
        });
    }

    @Test
    void aLetterLeadsFromNodeToNodeWithATokenThatBeginsWithIt() {
        HeadlessToolkit.call(() -> {
            open("greedy-misses.json");
            press(KeyCode.C, "c", false);
            press(KeyCode.C, "c", false);
            press(KeyCode.LESS, "<", true);
            assertEquals(List.of("C", "A C", "A <eos>"), chosen);
            press(KeyCode.LESS, "<", true);
            press(KeyCode.LESS, "<", true);
            assertEquals(List.of("B <eos>", "A B <eos>"), chosen.subList(3, 5), "column by column");
            press(KeyCode.Z, "z", false);
            press(KeyCode.DIGIT1, "1", false);
            assertEquals(5, chosen.size());
            return null;
        });
    }

    @Test
    void theOtherCandidatesOfAChosenNodeAreOpenedByShiftEnter() {
        HeadlessToolkit.call(() -> {
            open("greedy-misses.json");
            press(KeyCode.A, "a", false);
            press(KeyCode.ENTER, "\r", true);
            assertEquals(List.of(List.of(0)), List.copyOf(view.look().opened()));
            assertTrue(view.look().closed().isEmpty());
            return null;
        });
    }
}
