package seq2see.app.lesson.player;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import seq2see.app.control.Parts;
import seq2see.app.theme.Appearance;

/** Prose beside the stage. Where the window is narrow, the prose is a drawer over it, and a strip at the edge opens it. */
final class LessonLayout {
    /** The least width for prose and stage side by side at scale 1: of a window of 1120, beside its rail. */
    private static final double ROOM_FOR_BOTH = 1120 - 72;

    private final Appearance appearance;
    private final ProseColumn column;
    private final VBox strip;
    private final Label count = Parts.figure("small", "muted");
    private final Node stage;
    private final HBox row;
    private final VBox pile;
    private final StackPane node;
    private boolean folded;
    private boolean presenting;

    LessonLayout(Appearance appearance, ProseColumn column, Node stage, ProseColumn.Guide guide) {
        this.appearance = appearance;
        this.column = column;
        this.stage = stage;
        strip = strip(guide);
        HBox.setHgrow(stage, Priority.ALWAYS);
        row = new HBox(column.node(), stage);
        pile = new VBox(row);
        VBox.setVgrow(row, Priority.ALWAYS);
        row.setMinHeight(0);
        node = new StackPane(pile);
        node.getStyleClass().add("lesson-page");
        node.setMinSize(0, 0);
        StackPane.setAlignment(column.node(), Pos.CENTER_LEFT);
        stage.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> fold());
        node.widthProperty().subscribe(this::place);
        appearance.scaleProperty().subscribe(this::place);
    }

    private VBox strip(ProseColumn.Guide guide) {
        Button open = button("fth-chevrons-right", "unfold", this::unfold);
        open.setId("lesson-unfold");
        Region spring = new Region();
        VBox.setVgrow(spring, Priority.ALWAYS);
        VBox made = new VBox(open, count, spring, button("fth-chevron-left", "back", guide::back), button("fth-chevron-right", "forward", guide::forward));
        made.getStyleClass().add("prose-strip");
        return made;
    }

    private static Button button(String icon, String name, Runnable action) {
        Button button = Parts.iconButton(icon, "lesson.player." + name, action);
        button.getStyleClass().add("bare");
        return button;
    }

    Node node() {
        return node;
    }

    /** Puts a sentence above the stage in the place of the prose. */
    void present(Node sentence) {
        presenting = true;
        node.getChildren().setAll(pile);
        row.getChildren().setAll(stage);
        pile.getChildren().setAll(sentence, row);
    }

    /** Brings the prose back. */
    void leavePresenting() {
        presenting = false;
        pile.getChildren().setAll(row);
        row.getChildren().setAll(strip, stage);
        place();
    }

    /** Another step is shown: it is read first. Steps count from 1. */
    void unfold(int step, int steps) {
        count.setText(step + "/" + steps);
        unfold();
    }

    private void unfold() {
        folded = false;
        place();
    }

    /** Folds the prose away where it lies over the stage. @return whether it did */
    boolean fold() {
        boolean folds = !isWide() && !folded && !presenting;
        if (folds) {
            folded = true;
            place();
        }
        return folds;
    }

    private boolean isWide() {
        return node.getWidth() == 0 || node.getWidth() / appearance.scale() >= ROOM_FOR_BOTH;
    }

    private void place() {
        if (presenting) {
            return;
        }
        boolean wide = isWide();
        Node first = wide ? column.node() : strip;
        Node over = wide || folded ? null : column.node();
        if (row.getChildren().getFirst() != first || node.getChildren().contains(column.node()) != (over != null)) {
            node.getChildren().remove(column.node());
            row.getChildren().set(0, first);
            if (over != null) {
                node.getChildren().add(over);
            }
        }
        column.showFold(!wide);
    }
}
