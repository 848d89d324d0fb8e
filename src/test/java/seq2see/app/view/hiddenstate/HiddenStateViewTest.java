package seq2see.app.view.hiddenstate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import seq2see.app.HeadlessToolkit;
import seq2see.app.theme.Appearance;
import seq2see.app.view.Highlight;
import seq2see.app.view.Pointer;
import seq2see.app.view.Pointing;
import seq2see.model.AttentionType;
import seq2see.model.CellType;
import seq2see.trace.Moment;
import seq2see.trace.Trace;

/** What somebody does in the view with the keyboard, and what is told to whoever lights things. */
class HiddenStateViewTest {
    private static final Trace TRACE = SampleFlows.of(SampleFlows.config(CellType.GRU, 2, false, AttentionType.ADDITIVE, 64), "abcd", 4);

    private final List<Pointing> pointed = new ArrayList<>();
    private final List<Pointing> pinned = new ArrayList<>();
    private final List<Moment> gone = new ArrayList<>();
    private HiddenStateView view;
    private Node canvas;

    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    private void show(double width, double height, String moment, Runnable then) {
        HeadlessToolkit.call(() -> {
            view = new HiddenStateView(new Appearance(), new Pointer() {
                @Override
                public void point(Pointing pointing) {
                    pointed.add(pointing);
                }

                @Override
                public void pin(Pointing pointing) {
                    pinned.add(pointing);
                }
            }, gone::add);
            StackPane root = new StackPane(view.node());
            new Scene(root, width, height);
            view.show(TRACE, Optional.of(Moment.parse(moment)), Highlight.NONE);
            layout(root);
            canvas = ((Pane) ((ScrollPane) view.node()).getContent()).getChildren().getFirst();
            then.run();
            return null;
        });
    }

    private static void layout(StackPane root) {
        root.applyCss();
        root.layout();
        root.layout();
    }

    private void press(KeyCode code) {
        Event.fireEvent(canvas, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private String said() {
        ((StackPane) view.node().getParent()).layout();
        return canvas.getAccessibleText();
    }

    @Test
    void arrowsGoThroughUnitsAndStripsAndSayWhatIsThere() {
        show(900, 700, "encoder.3.layer1.forward.hiddenState", () -> {
            press(KeyCode.DOWN);
            assertTrue(said().startsWith("hidden state: h3[1]"), said());
            press(KeyCode.DOWN);
            assertTrue(said().startsWith("hidden state: h3[2]"), said());
            press(KeyCode.LEFT);
            assertTrue(said().startsWith("candidate state: n3[2]"), said());
            press(KeyCode.LEFT);
            assertTrue(said().startsWith("update gate: z3[2]"), said());
            assertEquals(Pointing.unit(1, 2).atSource(3), pointed.getLast());
        });
    }

    @Test
    void whatIsChosenBelowTheWindowScrollsTheUnits() {
        show(900, 520, "encoder.3.layer1.forward.hiddenState", () -> {
            String before = said();
            for (int i = 0; i < 40; i++) {
                press(KeyCode.DOWN);
            }
            assertTrue(said().startsWith("hidden state: h3[40]"), said());
            assertNotEquals(before, said());
            press(KeyCode.PAGE_UP);
            press(KeyCode.PAGE_UP);
            press(KeyCode.PAGE_UP);
            press(KeyCode.PAGE_UP);
            press(KeyCode.DOWN);
            assertTrue(said().startsWith("hidden state: h3[1]"), said());
        });
    }

    @Test
    void enterPinsTheUnit() {
        show(900, 700, "encoder.3.layer2.forward.updateGate", () -> {
            press(KeyCode.DOWN);
            press(KeyCode.ENTER);
            assertEquals(List.of(Pointing.unit(2, 1)), pinned);
        });
    }

    @Test
    void aPictureThatNeedsMoreHeightThanThereIsScrolls() {
        show(840, 260, "decoder.2.layer1.updateGate", () -> {
            ScrollPane pane = (ScrollPane) view.node();
            assertTrue(((Pane) pane.getContent()).getHeight() > pane.getViewportBounds().getHeight() + 20);
            assertEquals(((Pane) pane.getContent()).getHeight(), view.sheet().height(), 1);
        });
    }
}
