package seq2see.app.view.attention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import seq2see.app.HeadlessToolkit;
import seq2see.app.theme.Appearance;
import seq2see.app.theme.Language;
import seq2see.app.theme.Text;
import seq2see.app.theme.Theme;
import seq2see.app.view.PictureCanvas;
import seq2see.app.view.PictureProof;
import seq2see.app.view.Pointer;
import seq2see.app.view.SampleTraces;
import seq2see.app.view.View;
import seq2see.app.view.training.SampleTrainings;
import seq2see.app.view.training.TrainingView;
import seq2see.trace.Trace;

/** The view in a scene, as the window holds it. */
class AttentionViewTest {
    private final Appearance appearance = new Appearance();

    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    @AfterEach
    void speakEnglishAgain() {
        HeadlessToolkit.call(() -> {
            Text.languageProperty().set(Language.ENGLISH);
            return null;
        });
    }

    /** Lays a view out at a size and gives its canvas. */
    private PictureCanvas laidOut(View view, double width, double height) {
        Parent root = view.node().getScene() == null ? new StackPane(view.node()) : view.node().getScene().getRoot();
        if (root.getScene() == null) {
            appearance.dress(new Scene(root, width, height));
        }
        root.resize(width, height);
        root.applyCss();
        root.layout();
        return (PictureCanvas) find(root, PictureCanvas.class::isInstance);
    }

    private static Node find(Node node, Predicate<Node> wanted) {
        if (wanted.test(node) || !(node instanceof Parent parent)) {
            return wanted.test(node) ? node : null;
        }
        return parent.getChildrenUnmodifiable().stream().map(child -> find(child, wanted)).filter(found -> found != null).findFirst().orElse(null);
    }

    /** What a saved picture says below the map. */
    private static String dock(AttentionView view) {
        List<String> texts = PictureProof.texts(view.picture().marks());
        return String.join(" ", texts.subList(texts.size() - 4, texts.size()));
    }

    @Test
    void viewsDrawAtEverySizeScaleThemeAndLanguage() {
        HeadlessToolkit.call(() -> {
            AttentionView attention = new AttentionView(appearance, Pointer.NOBODY);
            attention.show(SampleTraces.date(), 7);
            TrainingView training = TrainingView.small(appearance);
            training.show(SampleTrainings.of(120));
            for (View view : List.of(attention, training)) {
                PictureCanvas canvas = laidOut(view, 600, 480);
                String english = canvas.getAccessibleText();
                for (double scale : List.of(0.75, 1.5, 3.0)) {
                    appearance.scaleProperty().set(scale);
                    appearance.themeProperty().set(Theme.DARK);
                    laidOut(view, 600, 480);
                    // Where there is more room than a picture needs, it is drawn larger.
                    assertTrue(canvas.scale() >= scale);
                    double inSight = 600 / canvas.scale() + 36;
                    assertTrue(view == training ? Math.abs(view.picture().width() - inSight) < 1 : view.picture().width() > inSight - 1);
                }
                Text.languageProperty().set(Language.CHINESE);
                laidOut(view, 600, 480);
                assertNotEquals(english, canvas.getAccessibleText());
                Text.languageProperty().set(Language.ENGLISH);
                appearance.scaleProperty().set(1);
            }
            return null;
        });
    }

    @Test
    void pointingAtACellExplainsIt() {
        HeadlessToolkit.call(() -> {
            AttentionView view = new AttentionView(appearance, Pointer.NOBODY);
            view.show(SampleTraces.date(), 7);
            PictureCanvas canvas = laidOut(view, 600, 480);
            assertFalse(dock(view).contains("α"));
            AttentionLayout layout = AttentionLayout.of(canvas.sheet(), AttentionScene.of(SampleTraces.date(), 7));
            point(canvas, layout.cellLeft(13) + 5, layout.cellTop(6) + 5);
            assertTrue(dock(view).contains("7,14"), dock(view));
            assertTrue(dock(view).contains("writing “5” · looking at “y”"), dock(view));
            point(canvas, 1, 1);
            assertFalse(dock(view).contains("α"));
            return null;
        });
    }

    private static void point(Node canvas, double x, double y) {
        Event.fireEvent(canvas, new MouseEvent(MouseEvent.MOUSE_MOVED, x, y, x, y, null, 0, false, false, false, false, false, false,
                false, false, false, false, null));
    }

    @Test
    void arrowKeysWalkFromTheStrongestCellOfThePresentStep() {
        HeadlessToolkit.call(() -> {
            AttentionView view = new AttentionView(appearance, Pointer.NOBODY);
            view.show(SampleTraces.date(), 7);
            PictureCanvas canvas = laidOut(view, 600, 480);
            press(canvas, KeyCode.RIGHT);
            assertTrue(dock(view).contains("7,14"), dock(view));
            press(canvas, KeyCode.RIGHT);
            press(canvas, KeyCode.DOWN);
            assertTrue(dock(view).contains("8,15"), dock(view));
            for (int i = 0; i < 30; i++) {
                press(canvas, KeyCode.UP);
                press(canvas, KeyCode.LEFT);
            }
            assertTrue(dock(view).contains("1,1"), dock(view));
            return null;
        });
    }

    private static void press(Node node, KeyCode code) {
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    @Test
    void aStepOutOfSightIsBroughtIntoSight() {
        HeadlessToolkit.call(() -> {
            AttentionView view = new AttentionView(appearance, Pointer.NOBODY);
            view.show(SampleTraces.longSentence(), 1);
            laidOut(view, 600, 480);
            view.show(SampleTraces.longSentence(), 120);
            PictureCanvas canvas = laidOut(view, 600, 480);
            // The step is in the middle of what is in sight, and the map scrolls from there.
            AttentionLayout layout = AttentionLayout.of(canvas.sheet(), AttentionScene.of(SampleTraces.longSentence(), 120));
            point(canvas, layout.left() + (layout.shownColumns() / 2 + 0.5) * layout.cellWidth(),
                    layout.top() + (layout.shownRows() / 2 + 0.5) * layout.cellHeight());
            assertTrue(dock(view).contains("120,120"), dock(view));
            return null;
        });
    }

    @Test
    void thePresentStepStaysInSightWhateverRoomThereIs() {
        HeadlessToolkit.call(() -> {
            AttentionView view = new AttentionView(appearance, Pointer.NOBODY);
            view.show(SampleTraces.longSentence(), 120);
            for (double height : List.of(700.0, 300.0, 480.0, 260.0)) {
                assertTrue(hasInSight(view, laidOut(view, 600, height), 120), "at a height of " + height);
            }
            return null;
        });
    }

    @Test
    void whoScrollsTheStepAwayIsNotBroughtBackToIt() {
        HeadlessToolkit.call(() -> {
            AttentionView view = new AttentionView(appearance, Pointer.NOBODY);
            Trace learnt = SampleTraces.longSentence();
            view.show(SampleTraces.longSentence(), 1);
            PictureCanvas canvas = laidOut(view, 600, 480);
            for (int i = 0; i < 60; i++) {
                Event.fireEvent(canvas, new ScrollEvent(ScrollEvent.SCROLL, 0, 0, 0, 0, false, false, false, false, false, false, 0, -40, 0, -40,
                        ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null));
            }
            view.show(SampleTraces.longSentence(), 1);
            assertFalse(hasInSight(view, laidOut(view, 600, 300), 1));
            // The model has learnt and its output has changed: the present step with it.
            view.show(learnt, 2);
            assertFalse(hasInSight(view, laidOut(view, 600, 300), 2));
            // Somebody steps.
            view.show(learnt, 3);
            assertTrue(hasInSight(view, laidOut(view, 600, 300), 3));
            return null;
        });
    }

    /** Whether one can point at a cell of a decoder step. */
    private static boolean hasInSight(AttentionView view, PictureCanvas canvas, int step) {
        AttentionLayout layout = AttentionLayout.of(canvas.sheet(), AttentionScene.of(SampleTraces.longSentence(), step));
        return IntStream.range(0, layout.shownRows()).anyMatch(row -> {
            point(canvas, layout.left() + 5, layout.top() + (row + 0.5) * layout.cellHeight());
            List<String> texts = PictureProof.texts(view.picture().marks());
            return texts.subList(texts.size() - 4, texts.size()).stream().anyMatch(text -> text.startsWith(step + ","));
        });
    }

    @Test
    void tablesHoldEveryNumber() {
        HeadlessToolkit.call(() -> {
            AttentionView attention = new AttentionView(appearance, Pointer.NOBODY);
            assertEquals(1, attention.csv().lines().count());
            attention.show(SampleTraces.date(), 0);
            assertEquals(1 + 11 * 20, attention.csv().lines().count());
            assertTrue(attention.csv().lines().skip(1).findFirst().orElseThrow().startsWith("1,2,1,t,"));
            assertTrue(attention.csv().contains(",4,\" \","));
            TrainingView training = TrainingView.small(appearance);
            training.show(SampleTrainings.of(30));
            assertEquals(1 + 30 + 3, training.csv().lines().count());
            return null;
        });
    }
}
