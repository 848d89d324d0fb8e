package seq2see.app.view;

import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import seq2see.app.theme.Appearance;
import seq2see.app.view.AttentionScene.Cell;
import seq2see.trace.Trace;

/**
 * The attention heat map of a sentence. Pointing at a cell, or moving with the arrow keys while the map has the focus, explains
 * its weight below the map. Sentences too long for it scroll.
 */
public final class AttentionView extends View {
    private final PictureCanvas canvas;
    private final ScrollBar across = new ScrollBar();
    private final ScrollBar down = new ScrollBar();
    private final Pane pane = new Pane() {
        @Override
        protected void layoutChildren() {
            canvas.resizeRelocate(0, 0, getWidth(), getHeight());
            follow();
            placeScrollBars();
        }
    };
    private AttentionScene scene = AttentionScene.EMPTY;
    /** Whether the present row is kept in sight: until somebody scrolls it out. */
    private boolean following = true;
    /** Whether there is a present step that has not been brought into sight yet. */
    private boolean stepIsNew;

    public AttentionView(Appearance appearance) {
        canvas = new PictureCanvas(appearance, sheet -> AttentionPicture.of(sheet, scene));
        canvas.setFocusTraversable(true);
        canvas.setOnMouseMoved(this::pointAt);
        canvas.setOnMousePressed(pressed -> canvas.requestFocus());
        canvas.setOnMouseExited(left -> choose(Optional.empty()));
        canvas.setOnKeyPressed(this::move);
        canvas.setOnScroll(this::scroll);
        down.setOrientation(Orientation.VERTICAL);
        down.valueProperty().addListener(changed -> scrollTo((int) Math.round(down.getValue()), scene.firstColumn()));
        across.valueProperty().addListener(changed -> scrollTo(scene.firstRow(), (int) Math.round(across.getValue())));
        pane.getChildren().addAll(canvas, down, across);
        appearance.onChange(pane::requestLayout);
    }

    @Override
    public String name() {
        return "attention";
    }

    @Override
    public Node node() {
        return pane;
    }

    /**
     * Shows a sentence.
     *
     * @param step the decoder step that is now, from 1; 0 for none
     */
    public void show(Trace trace, int step) {
        // Where an output that changes while a model learns moves the step, nobody has asked to be led to it.
        boolean asked = scene.trace().filter(shown -> shown == trace || !sameSentence(shown, trace)).isPresent();
        stepIsNew |= step != scene.step() && (following || asked);
        scene = scene.showing(trace, step);
        pane.requestLayout();
        canvas.redraw();
    }

    private static boolean sameSentence(Trace one, Trace other) {
        return one.source().tokens().equals(other.source().tokens());
    }

    /** Shows that there is no sentence yet. */
    public void clear() {
        scene = AttentionScene.EMPTY;
        pane.requestLayout();
        canvas.redraw();
    }

    @Override
    public String csv() {
        return AttentionTable.csv(scene);
    }

    @Override
    Picture draw(Sheet sheet) {
        AttentionScene whole = scene.scrolledTo(0, 0).still();
        return AttentionPicture.of(scene.hasMap() ? AttentionLayout.wholeSheet(sheet, whole) : sheet, whole);
    }

    @Override
    Sheet sheet() {
        return canvas.sheet();
    }

    private void pointAt(MouseEvent moved) {
        if (scene.hasMap()) {
            choose(layout().cellAt(moved.getX() / canvas.scale(), moved.getY() / canvas.scale()));
        }
    }

    private void choose(Optional<Cell> cell) {
        if (!cell.equals(scene.chosen())) {
            scene = scene.choosing(cell);
            canvas.redraw();
        }
    }

    private void move(KeyEvent pressed) {
        if (!scene.hasMap()) {
            return;
        }
        int rowStep = switch (pressed.getCode()) {
            case UP -> -1;
            case DOWN -> 1;
            default -> 0;
        };
        int columnStep = switch (pressed.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            default -> 0;
        };
        if (rowStep == 0 && columnStep == 0) {
            return;
        }
        pressed.consume();
        int startRow = Math.max(0, scene.presentRow());
        Cell next = scene.chosen().map(cell -> new Cell(cell.row() + rowStep, cell.column() + columnStep))
                .orElseGet(() -> new Cell(startRow, scene.strongest(startRow)));
        choose(Optional.of(new Cell(Math.clamp(next.row(), 0, scene.rows() - 1), Math.clamp(next.column(), 0, scene.columns() - 1))));
        scene.chosen().filter(cell -> canvas.getWidth() > 0).ifPresent(this::bringIntoSight);
    }

    private void bringIntoSight(Cell cell) {
        AttentionLayout layout = layout();
        scrollTo(layout.showsRow(cell.row()) ? layout.firstRow() : cell.row() - layout.shownRows() / 2,
                layout.showsColumn(cell.column()) ? layout.firstColumn() : cell.column() - layout.shownColumns() / 2);
    }

    /** Brings the present row and its strongest weight into sight where a new step, or less room, leaves them outside. */
    private void follow() {
        int row = scene.presentRow();
        if (row < 0 || canvas.getWidth() <= 0) {
            return;
        }
        if (stepIsNew || following && !layout().showsRow(row)) {
            stepIsNew = false;
            bringIntoSight(new Cell(row, scene.strongest(row)));
            following = true;
        }
    }

    private void scroll(ScrollEvent turned) {
        if (scene.hasMap()) {
            scrollTo(scene.firstRow() - (int) Math.signum(turned.getDeltaY()), scene.firstColumn() - (int) Math.signum(turned.getDeltaX()));
        }
    }

    private void scrollTo(int row, int column) {
        if (!scene.hasMap()) {
            return;
        }
        AttentionLayout layout = layout();
        int firstRow = Math.clamp(row, 0, scene.rows() - layout.shownRows());
        int firstColumn = Math.clamp(column, 0, scene.columns() - layout.shownColumns());
        if (firstRow != scene.firstRow() || firstColumn != scene.firstColumn()) {
            scene = scene.scrolledTo(firstRow, firstColumn);
            following = layout().showsRow(scene.presentRow());
            pane.requestLayout();
            canvas.redraw();
        }
    }

    private void placeScrollBars() {
        down.setVisible(false);
        across.setVisible(false);
        if (!scene.hasMap() || canvas.getWidth() <= 0) {
            return;
        }
        AttentionLayout layout = layout();
        double scale = canvas.scale();
        double thickness = 10 * scale;
        set(down, scene.rows(), layout.shownRows(), layout.firstRow());
        down.resizeRelocate(layout.right() * scale + 4, layout.top() * scale, thickness, (layout.bottom() - layout.top()) * scale);
        set(across, scene.columns(), layout.shownColumns(), layout.firstColumn());
        across.resizeRelocate(layout.left() * scale, (layout.bottom() + AttentionLayout.RULER_HEIGHT) * scale,
                (layout.right() - layout.left()) * scale, thickness);
    }

    private static void set(ScrollBar bar, int cells, int shown, int first) {
        bar.setVisible(shown < cells);
        bar.setMax(cells - shown);
        bar.setVisibleAmount((cells - shown) * (double) shown / cells);
        bar.setBlockIncrement(shown);
        bar.setValue(first);
    }

    private AttentionLayout layout() {
        return AttentionLayout.of(canvas.sheet(), scene);
    }
}
