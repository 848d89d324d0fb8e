package seq2see.app.view.shapes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.theme.Appearance;
import seq2see.app.view.Highlight;
import seq2see.app.view.Motion;
import seq2see.app.view.PictureCanvas;
import seq2see.app.view.Pointer;
import seq2see.app.view.Pointing;
import seq2see.app.view.View;
import seq2see.app.view.shapes.ShapesHeatMap.Grid;
import seq2see.app.view.shapes.ShapesScene.OpenBlock;
import seq2see.app.view.shapes.ShapesScene.Spot;
import seq2see.tensor.Shape;
import seq2see.trace.Moment;

/**
 * A model's tensors as blocks. A click on a block opens its values; there, and with the arrow keys, a cell says its index and its
 * value. Enter opens the block that the arrow keys point at, Page Up and Page Down step through slices, A takes another axis,
 * Escape closes.
 */
public final class ShapesView extends View {
    private final PictureCanvas canvas;
    private final Pointer pointer;
    private final ScrollPane pane;
    private final Motion motion;
    private final List<Runnable> listeners = new ArrayList<>();
    private Optional<ShapesScene> scene = Optional.empty();
    private boolean veiled;
    private Optional<Laid> laid = Optional.empty();

    /** A layout, which takes some milliseconds to find, and what it was found for. */
    private record Laid(Sheet sheet, ShapesBatch batch, Optional<ShapesLayout.Focus> focus, ShapesLayout layout) {
    }

    public ShapesView(Appearance appearance, Pointer pointer) {
        this.pointer = pointer;
        canvas = new PictureCanvas(appearance, sheet -> scene.map(shown -> ShapesPicture.of(sheet, shown, layout(sheet, shown))).orElseGet(() -> ShapesPicture.waiting(sheet)));
        motion = new Motion(appearance, part -> change(scene.map(shown -> shown.moved(part))));
        canvas.growBeyond(1000, 620);
        canvas.setFocusTraversable(true);
        canvas.setOnMouseMoved(this::pointAt);
        canvas.setOnMousePressed(this::press);
        canvas.setOnMouseExited(left -> point(scene.map(shown -> shown.pointing(Optional.empty()))));
        canvas.setOnKeyPressed(this::onKey);
        pane = new ScrollPane(canvas);
        pane.setFitToWidth(true);
        pane.setFitToHeight(true);
        pane.getStyleClass().addAll("edge-to-edge", "picture-scroll");
        pane.setFocusTraversable(false);
        canvas.scrollIn(pane);
        pane.viewportBoundsProperty().subscribe(this::keepWhole);
        appearance.onChange(canvas, this::keepWhole);
    }

    @Override
    public String name() {
        return "shapes";
    }

    @Override
    public Node node() {
        return pane;
    }

    /** Leaves so much of the picture's top right corner to others, in pixels at scale 1. */
    public void leaveCorner(double width) {
        canvas.setCorner(width);
    }

    /** Whether the blocks keep back their shapes in letters, for a reader who is to say them first. */
    public void veil(boolean wanted) {
        veiled = wanted;
        change(scene.map(shown -> shown.veiling(wanted)));
    }

    /**
     * Shows a batch through a model.
     *
     * @param moment what is now
     */
    public void show(ShapesBatch batch, Optional<Moment> moment, Optional<ProductShown> product, Highlight lit) {
        Optional<Moment> before = scene.flatMap(ShapesScene::moment);
        boolean sameSizes = scene.filter(shown -> shown.batch().shapedLike(batch)).isPresent();
        boolean sameModel = scene.filter(shown -> shown.batch() == batch).isPresent();
        ShapesScene next = (sameModel ? scene.orElseThrow() : scene.map(shown -> shown.showing(batch)).orElseGet(() -> ShapesScene.of(batch)))
                .at(moment).with(product).lit(lit).veiling(veiled);
        if (scene.filter(next::equals).isPresent()) {
            return;
        }
        change(Optional.of(next));
        if (!sameSizes) {
            keepWhole();
            listeners.forEach(Runnable::run);
        }
        if (!before.equals(moment) && next.lookUp().isPresent() && before.isPresent()) {
            motion.begin();
        } else if (!before.equals(moment)) {
            motion.settle();
        }
    }

    private ShapesLayout layout(Sheet sheet, ShapesScene shown) {
        Optional<ShapesLayout.Focus> focus = ShapesLayout.Focus.of(sheet, shown);
        if (laid.filter(known -> known.batch() == shown.batch() && known.sheet().equals(sheet) && known.focus().equals(focus)).isEmpty()) {
            laid = Optional.of(new Laid(sheet, shown.batch(), focus, ShapesLayout.of(sheet, shown)));
        }
        return laid.orElseThrow().layout();
    }

    private Optional<ShapesLayout.Focus> focus(Optional<ShapesScene> shown) {
        return shown.flatMap(known -> ShapesLayout.Focus.of(canvas.sheet(), known));
    }

    private void change(Optional<ShapesScene> next) {
        if (!next.equals(scene)) {
            boolean sameFocus = focus(next).equals(focus(scene));
            scene = next;
            if (!sameFocus) {
                keepWhole();
            }
            canvas.redraw();
        }
    }

    /** Where the window is too small for everything, it scrolls. */
    private void keepWhole() {
        double scale = canvas.scale();
        if (scene.isPresent() && pane.getViewportBounds().getWidth() > 0) {
            Sheet room = canvas.sheet().sized(pane.getViewportBounds().getWidth() / scale, pane.getViewportBounds().getHeight() / scale);
            Sheet whole = ShapesLayout.wholeSheet(room, scene.get());
            canvas.setMinSize(whole.width() > room.width() ? whole.width() * scale : 0, whole.height() > room.height() ? whole.height() * scale : 0);
        }
    }

    @Override
    public String csv() {
        return scene.map(ShapesWords::csv).orElse("");
    }

    @Override
    protected Picture draw(Sheet sheet) {
        return scene.map(shown -> {
            ShapesScene still = shown.moved(1);
            return ShapesPicture.of(ShapesLayout.wholeSheet(sheet, still), still);
        }).orElseGet(() -> ShapesPicture.waiting(sheet));
    }

    @Override
    protected Sheet sheet() {
        return canvas.sheet();
    }

    /** Hears when another block was opened, or none. */
    public void onOpened(Runnable listener) {
        listeners.add(listener);
    }

    /** The blocks that there are, in order. */
    public List<String> blocks() {
        return scene.map(shown -> shown.blocks().all().stream().map(ShapeBlock::key).toList()).orElse(List.of());
    }

    /** The block whose values lie open. */
    public Optional<String> opened() {
        return scene.flatMap(ShapesScene::opened).map(OpenBlock::block);
    }

    /** The shape of the open block. */
    public Optional<Shape> openShape() {
        return opened().map(key -> scene.orElseThrow().blocks().get(key).values().shape());
    }

    /** Which axis of the open block is held, from 0. */
    public int axis() {
        return scene.flatMap(ShapesScene::opened).map(OpenBlock::axis).orElse(0);
    }

    /** At which index it is held, from 0. */
    public int index() {
        return scene.flatMap(ShapesScene::opened).map(OpenBlock::index).orElse(0);
    }

    /** Opens a block by its key at a slice; a key of none closes. */
    public void open(String key, int axis, int index) {
        Optional<OpenBlock> next = scene.flatMap(shown -> shown.blocks().block(key)).map(block -> {
            int held = Math.clamp(axis, 0, block.values().shape().rank() - 1);
            int last = block.values().shape().size(held) - 1;
            return new OpenBlock(key, held, Math.clamp(index, 0, last), 0, 0);
        });
        if (!next.equals(scene.flatMap(ShapesScene::opened))) {
            point(scene.map(shown -> shown.opening(next).pointing(Optional.empty())));
            listeners.forEach(Runnable::run);
        }
    }

    /** Shows what is pointed at, and tells what that lights elsewhere. */
    private void point(Optional<ShapesScene> next) {
        Pointing before = scene.map(ShapesScene::pointing).orElse(Pointing.NONE);
        change(next);
        Pointing now = scene.map(ShapesScene::pointing).orElse(Pointing.NONE);
        if (!now.equals(before)) {
            pointer.point(now);
        }
    }

    private void pointAt(MouseEvent moved) {
        scene.ifPresent(shown -> point(Optional.of(pointed(shown, moved.getX() / canvas.scale(), moved.getY() / canvas.scale()))));
    }

    /** A cell of the open block, a token's id, which is then looked up, or a block. */
    private ShapesScene pointed(ShapesScene shown, double x, double y) {
        ShapesLayout layout = layout(canvas.sheet(), shown);
        Optional<Spot> cell = shown.opened().flatMap(open -> Grid.of(layout.detail(), shown).spotAt(open.block(), x, y));
        if (cell.isPresent()) {
            return shown.pointing(cell);
        }
        Optional<String> block = layout.blockAt(x, y);
        Optional<Spot> token = block.filter("ids"::equals).flatMap(ids -> layout.tokenAt(x, y));
        return token.map(spot -> shown.pointing(token).lookingUp(spot.row())).orElseGet(() -> shown.pointing(block.map(Spot::block)));
    }

    private void press(MouseEvent pressed) {
        canvas.requestFocus();
        scene.ifPresent(shown -> layout(canvas.sheet(), shown).blockAt(pressed.getX() / canvas.scale(), pressed.getY() / canvas.scale())
                .ifPresent(key -> open(key, 0, 0)));
    }

    private void onKey(KeyEvent pressed) {
        if (scene.isEmpty()) {
            return;
        }
        boolean heard = scene.get().opened().isPresent() ? heardOpen(scene.get(), pressed.getCode()) : heardClosed(scene.get(), pressed.getCode());
        if (heard) {
            pressed.consume();
        }
    }

    private boolean heardClosed(ShapesScene shown, KeyCode code) {
        List<String> keys = blocks();
        int at = shown.pointed().map(spot -> keys.indexOf(spot.block())).orElse(-1);
        switch (code) {
            case RIGHT, DOWN -> point(Optional.of(shown.pointing(Optional.of(Spot.block(keys.get(Math.min(at + 1, keys.size() - 1)))))));
            case LEFT, UP -> point(Optional.of(shown.pointing(Optional.of(Spot.block(keys.get(Math.max(at - 1, 0)))))));
            case ENTER -> shown.pointed().ifPresent(spot -> open(spot.block(), 0, 0));
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean heardOpen(ShapesScene shown, KeyCode code) {
        OpenBlock open = shown.opened().orElseThrow();
        switch (code) {
            case RIGHT -> step(shown, 0, 1);
            case LEFT -> step(shown, 0, -1);
            case DOWN -> step(shown, 1, 0);
            case UP -> step(shown, -1, 0);
            case PAGE_DOWN -> open(open.block(), open.axis(), open.index() + 1);
            case PAGE_UP -> open(open.block(), open.axis(), open.index() - 1);
            case A -> open(open.block(), (open.axis() + 1) % openShape().orElseThrow().rank(), 0);
            case ESCAPE -> open("", 0, 0);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** To the next cell, bringing it into sight. */
    private void step(ShapesScene shown, int down, int right) {
        Grid grid = Grid.of(layout(canvas.sheet(), shown).detail(), shown);
        OpenBlock open = shown.opened().orElseThrow();
        Spot from = shown.cell().orElse(new Spot(open.block(), grid.topRow() - down, grid.leftColumn() - right));
        int row = Math.clamp(from.row() + down, 0, grid.allRows() - 1);
        int column = Math.clamp(from.column() + right, 0, grid.allColumns() - 1);
        int top = Math.clamp(grid.topRow(), Math.max(0, row - grid.rows() + 1), row);
        int left = Math.clamp(grid.leftColumn(), Math.max(0, column - grid.columns() + 1), column);
        point(Optional.of(shown.opening(Optional.of(open.at(top, left))).pointing(Optional.of(new Spot(open.block(), row, column)))));
    }
}
