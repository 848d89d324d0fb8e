package seq2see.app.view.attention;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.TextStyle;
import seq2see.app.theme.Appearance;
import seq2see.app.theme.Text;
import seq2see.app.view.Highlight;
import seq2see.app.view.PictureCanvas;
import seq2see.app.view.Pointer;
import seq2see.app.view.Pointing;
import seq2see.app.view.View;
import seq2see.app.view.attention.AttentionScene.Cell;
import seq2see.trace.PaddedAttention;
import seq2see.trace.Trace;

/**
 * The attention of a sentence: as a map, as ribbons, or one weight taken apart. Pointing at a cell, a row or a column, or
 * moving with the arrow keys while the view has the focus, explains it; pressing a cell, or Enter, opens its sum, and Esc
 * closes that. Sentences too long for the view scroll.
 */
public final class AttentionView extends View {
    private final Appearance appearance;
    private final Pointer pointer;
    private final PictureCanvas canvas;
    private final AttentionControls controls = new AttentionControls();
    private final ScrollBar across = new ScrollBar();
    private final ScrollBar down = new ScrollBar();
    private final Pane pane = new Pane() {
        @Override
        protected void layoutChildren() {
            placeCanvas(getWidth(), getHeight());
            follow();
            placeScrollBars();
        }
    };
    private AttentionScene scene = AttentionScene.EMPTY;
    private Highlight lit = Highlight.NONE;
    /** Whether others are being told what is pointed at here: what comes back of it is known. */
    private boolean telling;
    private AttentionLayout laidOut;
    private AttentionScene laidOutScene;
    private Sheet laidOutSheet;
    private Optional<PaddedAttention> padding = Optional.empty();
    /** Whether the present row is kept in sight: until somebody scrolls it out. */
    private boolean following = true;
    /** Whether there is a present step that has not been brought into sight yet. */
    private boolean stepIsNew;

    /** @param pointer hears what is pointed at here */
    public AttentionView(Appearance appearance, Pointer pointer) {
        this.appearance = appearance;
        this.pointer = pointer;
        canvas = new PictureCanvas(appearance, sheet -> AttentionPicture.of(sheet, scene));
        canvas.growBeyond(860, 500);
        canvas.setFocusTraversable(true);
        canvas.setOnMouseMoved(this::pointAt);
        canvas.setOnMousePressed(this::press);
        canvas.setOnMouseExited(left -> leave());
        canvas.setOnKeyPressed(this::move);
        canvas.setOnScroll(this::scroll);
        down.setOrientation(Orientation.VERTICAL);
        down.valueProperty().addListener(changed -> scrollTo((int) Math.round(down.getValue()), scene.firstColumn()));
        across.valueProperty().addListener(changed -> scrollTo(scene.firstRow(), (int) Math.round(across.getValue())));
        controls.mode().subscribe(mode -> change(scene.in(mode).scrolledTo(0, 0)));
        controls.allSteps().subscribe(all -> change(scene.withAllSteps(all)));
        controls.inBatch().subscribe(wanted -> change(scene.padded(padding.filter(padded -> wanted))));
        pane.getChildren().addAll(canvas, down, across, controls);
        appearance.onChange(canvas, pane::requestLayout);
    }

    @Override
    public String name() {
        return "attention";
    }

    @Override
    public Node node() {
        return pane;
    }

    /** Whether somebody wants to see the sentence in a batch: then it has to be shown with its padding. */
    public ReadOnlyBooleanProperty wantsPadding() {
        return controls.inBatch();
    }

    /** Shows a sentence alone; what is lit stays so. */
    public void show(Trace trace, int step) {
        show(trace, step, lit, Optional.empty());
    }

    /**
     * Shows a sentence.
     *
     * @param step      the decoder step that is now, from 1; 0 for none
     * @param highlight what is pointed at, here or elsewhere
     * @param padded    the same sentence in a batch, where somebody wants to see it there
     */
    public void show(Trace trace, int step, Highlight highlight, Optional<PaddedAttention> padded) {
        // Where an output that changes while a model learns moves the step, nobody has asked to be led to it.
        boolean asked = scene.trace().filter(shown -> shown == trace || !sameSentence(shown, trace)).isPresent();
        stepIsNew |= step != scene.step() && (following || asked);
        boolean known = scene.trace().filter(shown -> shown == trace).isPresent() && step == scene.step() && highlight.equals(lit) && padding.equals(padded);
        if (known) {
            // While a large model trains, the same translation comes with many snapshots.
            return;
        }
        padding = padded;
        Cell pointed = telling || highlight.equals(lit) || scene.mode() == AttentionMode.SUM ? scene.pointed() : cell(highlight);
        lit = highlight;
        change(scene.showing(trace, step).padded(padded.filter(any -> controls.inBatch().get())).pointing(pointed));
    }

    private static Cell cell(Highlight highlight) {
        Pointing hovered = highlight.hovered();
        Pointing pointing = hovered.source() > 0 || hovered.target() > 0 ? hovered : highlight.pinned();
        return new Cell(pointing.target() - 1, pointing.source() - 1);
    }

    private static boolean sameSentence(Trace one, Trace other) {
        return one.source().tokens().equals(other.source().tokens());
    }

    /** Shows that there is no sentence yet. */
    public void clear() {
        change(AttentionScene.EMPTY.in(scene.mode()).withAllSteps(scene.allSteps()));
    }

    private void change(AttentionScene changed) {
        scene = changed;
        controls.setVisible(scene.hasMap());
        pane.requestLayout();
        canvas.redraw();
    }

    @Override
    public String csv() {
        return AttentionTable.csv(scene);
    }

    @Override
    protected Picture draw(Sheet sheet) {
        AttentionScene whole = scene.scrolledTo(0, 0).still();
        return AttentionPicture.of(AttentionPicture.wholeSheet(sheet, whole), whole);
    }

    @Override
    protected Sheet sheet() {
        return canvas.sheet();
    }

    /** The controls stand beside the heading where they have room, else above the picture. */
    private void placeCanvas(double width, double height) {
        double scale = appearance.scale();
        double wide = controls.isVisible() ? controls.prefWidth(-1) : 0;
        double high = controls.isVisible() ? controls.prefHeight(-1) : 0;
        double corner = View.CORNER * scale;
        double heading = canvas.sheet().width(Text.of("attention.heading"), TextStyle.HEADING) * canvas.scale();
        boolean beside = heading + 12 * scale + wide + corner <= width;
        double top = beside || wide == 0 ? 0 : high + 8 * scale;
        // In line with the button at the corner.
        controls.resizeRelocate(beside ? width - corner - wide : 0, beside ? -6 * scale : 0, wide, high);
        canvas.setCorner(!controls.isVisible() ? View.CORNER : beside ? View.CORNER + wide / scale + 12 : 0);
        canvas.resizeRelocate(0, top, width, height - top);
    }

    private void pointAt(MouseEvent moved) {
        if (scene.hasMap() && scene.mode() != AttentionMode.SUM) {
            point(at(moved));
        }
    }

    private Cell at(MouseEvent event) {
        double x = event.getX() / canvas.scale();
        double y = event.getY() / canvas.scale();
        return scene.mode() == AttentionMode.MAP ? layout().at(x, y)
                : RibbonLayout.of(canvas.sheet(), scene).at(scene, x, y);
    }

    private void leave() {
        if (scene.mode() != AttentionMode.SUM) {
            point(Cell.NONE);
        }
    }

    private void point(Cell cell) {
        if (!cell.equals(scene.pointed())) {
            scene = scene.pointing(cell);
            canvas.redraw();
            boolean inSentence = cell.column() < 0 || !scene.isPadding(cell.column());
            telling = true;
            pointer.point(new Pointing(inSentence ? cell.column() + 1 : 0, cell.row() + 1, 0, 0, 0, 0));
            telling = false;
        }
    }

    private void press(MouseEvent pressed) {
        canvas.requestFocus();
        // A press beside everything takes the focus away.
        pressed.consume();
        if (scene.hasMap() && scene.mode() == AttentionMode.MAP && at(pressed).isWhole()) {
            point(at(pressed));
            openSum();
        }
    }

    private void openSum() {
        if (scene.chosen().filter(cell -> !scene.isPadding(cell.column())).isPresent()) {
            controls.mode().set(AttentionMode.SUM);
        }
    }

    private void move(KeyEvent pressed) {
        if (!scene.hasMap()) {
            return;
        }
        boolean inSum = scene.mode() == AttentionMode.SUM;
        switch (pressed.getCode()) {
            case UP -> move(pressed, -1, 0);
            case DOWN -> move(pressed, 1, 0);
            case LEFT -> move(pressed, 0, -1);
            case RIGHT -> move(pressed, 0, 1);
            case ENTER -> openSum();
            default -> { }
        }
        if (inSum && pressed.getCode() == KeyCode.ESCAPE) {
            controls.mode().set(AttentionMode.MAP);
            pressed.consume();
        }
    }

    private void move(KeyEvent pressed, int rows, int columns) {
        pressed.consume();
        Cell next = scene.chosen().or(() -> Optional.of(scene.summed()).filter(cell -> scene.mode() == AttentionMode.SUM))
                .map(cell -> new Cell(cell.row() + rows, cell.column() + columns)).orElseGet(scene::summed);
        int last = scene.mode() == AttentionMode.SUM ? scene.trace().orElseThrow().sourceTime() : scene.columns();
        point(new Cell(Math.clamp(next.row(), 0, scene.rows() - 1), Math.clamp(next.column(), 0, last - 1)));
        scene.chosen().filter(cell -> canvas.getWidth() > 0).ifPresent(this::bringIntoSight);
    }

    private void bringIntoSight(Cell cell) {
        scrollTo(rowRange().showing(lineOf(cell.row())), columnRange().showing(cell.column()));
    }

    /** The map's layout, computed once for what is shown. */
    private AttentionLayout layout() {
        Sheet sheet = canvas.sheet();
        if (laidOut == null || laidOutScene != scene || !sheet.equals(laidOutSheet)) {
            laidOut = AttentionLayout.of(sheet, scene);
            laidOutScene = scene;
            laidOutSheet = sheet;
        }
        return laidOut;
    }

    /** Where a row stands among what scrolls up and down. */
    private int lineOf(int row) {
        return scene.mode() == AttentionMode.RIBBONS ? RibbonLayout.of(canvas.sheet(), scene).lineOf(row) : row;
    }

    /** Brings the present row and its strongest weight into sight where a new step, or less room, leaves them outside. */
    private void follow() {
        int row = scene.presentRow();
        if (row < 0 || canvas.getWidth() <= 0 || canvas.getHeight() <= 0) {
            return;
        }
        if (stepIsNew || following && !rowRange().contains(lineOf(row))) {
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
        int firstRow = rowRange().clamped(row);
        int firstColumn = columnRange().clamped(column);
        if (firstRow != scene.firstRow() || firstColumn != scene.firstColumn()) {
            scene = scene.scrolledTo(firstRow, firstColumn);
            following = scene.presentRow() >= 0 && rowRange().contains(lineOf(scene.presentRow()));
            pane.requestLayout();
            canvas.redraw();
        }
    }

    private ScrollRange rowRange() {
        return switch (scene.mode()) {
            case MAP -> layout().rowRange(scene);
            case RIBBONS -> RibbonLayout.of(canvas.sheet(), scene).range();
            case SUM -> ScrollRange.WHOLE;
        };
    }

    private ScrollRange columnRange() {
        return scene.mode() == AttentionMode.MAP ? layout().columnRange(scene) : ScrollRange.WHOLE;
    }

    private void placeScrollBars() {
        down.setVisible(false);
        across.setVisible(false);
        if (!scene.hasMap() || canvas.getWidth() <= 0 || scene.mode() == AttentionMode.SUM) {
            return;
        }
        double scale = canvas.scale();
        double thickness = 10 * scale;
        double top = canvas.getLayoutY();
        rowRange().set(down);
        if (scene.mode() == AttentionMode.RIBBONS) {
            RibbonLayout layout = RibbonLayout.of(canvas.sheet(), scene);
            down.resizeRelocate(layout.feet() * scale, top + layout.top() * scale, thickness, layout.height() * scale);
            return;
        }
        AttentionLayout layout = layout();
        down.resizeRelocate(layout.right() * scale + 4, top + layout.top() * scale, thickness, (layout.bottom() - layout.top()) * scale);
        columnRange().set(across);
        across.resizeRelocate(layout.left() * scale, top + (layout.bottom() + AttentionLayout.RULER_HEIGHT) * scale,
                (layout.right() - layout.left()) * scale, thickness);
    }
}
