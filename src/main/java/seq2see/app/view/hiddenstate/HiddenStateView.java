package seq2see.app.view.hiddenstate;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import seq2see.app.drawing.Area;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.theme.Appearance;
import seq2see.app.view.Highlight;
import seq2see.app.view.PictureCanvas;
import seq2see.app.view.Pointer;
import seq2see.app.view.Pointing;
import seq2see.app.view.View;
import seq2see.app.view.hiddenstate.FlowLayout.Placed;
import seq2see.app.view.hiddenstate.FlowScene.Cell;
import seq2see.tensor.Axis;
import seq2see.tensor.Grid;
import seq2see.trace.Moment;
import seq2see.trace.Moment.Phase;
import seq2see.trace.Trace;

/**
 * The states of encoder and decoder through time. Pointing at a cell, or moving with the arrow keys while the view has the
 * focus, explains its number; a click or Enter pins its unit; a double click goes to the moment at which it is computed. The
 * wheel scrolls long sentences, with Shift the units.
 */
public final class HiddenStateView extends View {
    private final PictureCanvas canvas;
    private final Pointer pointer;
    private final Consumer<Moment> go;
    private final ScrollBar sourceBar = new ScrollBar();
    private final ScrollBar targetBar = new ScrollBar();
    private final Pane sheetPane = new Pane() {
        @Override
        protected void layoutChildren() {
            canvas.resizeRelocate(0, 0, getWidth(), getHeight());
            placeBars();
        }

        @Override
        protected double computeMinHeight(double width) {
            return neededHeight();
        }
    };
    private final ScrollPane pane = new ScrollPane(sheetPane);
    private FlowScene scene = FlowScene.EMPTY;
    private boolean placing;

    /**
     * @param pointer hears which unit and token are pointed at
     * @param go      goes to a moment
     */
    public HiddenStateView(Appearance appearance, Pointer pointer, Consumer<Moment> go) {
        this.pointer = pointer;
        this.go = go;
        canvas = new PictureCanvas(appearance, sheet -> FlowPicture.of(sheet, scene));
        canvas.growBeyond(1160, 640);
        canvas.setFocusTraversable(true);
        canvas.setOnMouseMoved(this::pointAt);
        canvas.setOnMouseExited(left -> choose(Optional.empty()));
        canvas.setOnMousePressed(this::press);
        canvas.setOnMouseDragged(this::drag);
        canvas.setOnKeyPressed(this::move);
        canvas.setOnScroll(this::scroll);
        sourceBar.valueProperty().addListener(changed -> scrollTo(Phase.ENCODER, (int) Math.round(sourceBar.getValue())));
        targetBar.valueProperty().addListener(changed -> scrollTo(Phase.DECODER, (int) Math.round(targetBar.getValue())));
        sheetPane.getChildren().addAll(canvas, sourceBar, targetBar);
        pane.getStyleClass().addAll("edge-to-edge", "flow-scroll");
        pane.setFitToWidth(true);
        pane.setFitToHeight(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setFocusTraversable(false);
        pane.setMinSize(0, 0);
        canvas.scrollIn(pane);
        appearance.onChange(canvas, sheetPane::requestLayout);
    }

    @Override
    public String name() {
        return "hidden-state";
    }

    @Override
    public Node node() {
        return pane;
    }

    /** Leaves so much of the picture's top right corner to others, in pixels at scale 1. */
    public void leaveCorner(double width) {
        canvas.setCorner(width);
    }

    /** Shows a sentence at a moment. */
    public void show(Trace trace, Optional<Moment> now, Highlight highlight) {
        boolean same = scene.values().filter(values -> values.trace() == trace).isPresent() && scene.now().equals(now) && scene.highlight().equals(highlight);
        if (!same) {
            change(scene.showing(trace, now, highlight));
        }
    }

    /** Shows that there is no sentence yet. */
    public void clear() {
        change(FlowScene.EMPTY);
    }

    private void change(FlowScene newScene) {
        scene = newScene;
        sheetPane.requestLayout();
        canvas.redraw();
    }

    @Override
    public String csv() {
        return FlowTable.csv(scene);
    }

    @Override
    protected Picture draw(Sheet sheet) {
        return FlowPicture.of(sheet, scene);
    }

    @Override
    protected Sheet sheet() {
        return canvas.sheet();
    }

    private FlowLayout layout() {
        return new FlowLayout(canvas.sheet(), scene);
    }

    /** What the picture needs where it does not fit in the height that there is. */
    private double neededHeight() {
        if (!scene.hasFlow() || canvas.getWidth() <= 0) {
            return 0;
        }
        return Math.floor(new FlowLayout(canvas.sheet().sized(canvas.getWidth() / canvas.scale(), 0), scene).height() * canvas.scale());
    }

    private void pointAt(MouseEvent moved) {
        if (!scene.hasFlow()) {
            return;
        }
        double x = moved.getX() / canvas.scale();
        double y = moved.getY() / canvas.scale();
        FlowLayout layout = layout();
        Optional<Cell> cell = layout.cellAt(x, y);
        choose(cell);
        if (cell.isEmpty()) {
            pointer.point(token(layout, x, y));
        }
    }

    /** The token at a point. */
    private Pointing token(FlowLayout layout, double x, double y) {
        if (y >= layout.sourceTokens() && y < layout.sourceTokens() + FlowLayout.TOKEN) {
            return layout.source().at(x).stream().mapToObj(column -> Pointing.source(column + 1)).findFirst().orElse(Pointing.NONE);
        }
        if (y >= layout.targetTokens() && y < layout.targetTokens() + FlowLayout.TOKEN) {
            return layout.target().at(x).stream().filter(column -> column > 0).mapToObj(Pointing::target).findFirst().orElse(Pointing.NONE);
        }
        return Pointing.NONE;
    }

    private void choose(Optional<Cell> cell) {
        if (!cell.equals(scene.chosen())) {
            change(scene.choosing(cell));
            pointer.point(cell.map(HiddenStateView::pointing).orElse(Pointing.NONE));
        }
    }

    private static Pointing pointing(Cell cell) {
        Moment strip = cell.strip();
        Pointing unit = strip.layer() > 0 && !strip.part().equals("input") ? Pointing.unit(strip.layer(), cell.unit() + 1) : Pointing.NONE;
        return strip.timeStep() == 0 ? unit : strip.phase() == Phase.ENCODER ? unit.atSource(strip.timeStep()) : unit.atTarget(strip.timeStep());
    }

    private void press(MouseEvent pressed) {
        canvas.requestFocus();
        if (!scene.hasFlow()) {
            return;
        }
        drag(pressed);
        scene.chosen().ifPresent(cell -> {
            if (pressed.getClickCount() == 2) {
                go.accept(cell.strip());
            } else if (pressed.getClickCount() == 1) {
                pin(cell);
            }
        });
    }

    private void pin(Cell cell) {
        if (cell.strip().layer() > 0 && !cell.strip().part().equals("input")) {
            pointer.pin(Pointing.unit(cell.strip().layer(), cell.unit() + 1));
        }
    }

    /** A press or a drag on the map of units brings those under it into sight. */
    private void drag(MouseEvent dragged) {
        if (!scene.hasFlow()) {
            return;
        }
        FlowLayout layout = layout();
        Area map = FlowPicture.mapOf(layout, canvas.sheet().width()).grown(6);
        double x = dragged.getX() / canvas.scale();
        double y = dragged.getY() / canvas.scale();
        int hidden = scene.values().orElseThrow().config().hiddenSize();
        if (layout.units() < hidden && map.contains(x, y)) {
            scrollUnits((int) Math.round((y - map.y() - 6) / (map.height() - 12) * hidden - layout.units() / 2.0));
        }
    }

    private void scrollUnits(int first) {
        FlowLayout layout = layout();
        int unit = Math.clamp(first, 0, scene.values().orElseThrow().config().hiddenSize() - layout.units());
        if (unit != scene.firstUnit()) {
            change(scene.fromUnit(unit));
        }
    }

    private void scrollTo(Phase phase, int column) {
        if (!placing && scene.hasFlow()) {
            change(scene.fromColumn(phase, column));
        }
    }

    /** The wheel moves the sentence under it, and the units beside their map or with Shift. */
    private void scroll(ScrollEvent turned) {
        double delta = turned.getDeltaY() != 0 ? turned.getDeltaY() : turned.getDeltaX();
        if (!scene.hasFlow() || delta == 0 || turned.isShortcutDown()) {
            return;
        }
        FlowLayout layout = layout();
        int step = -(int) Math.signum(delta);
        boolean units = turned.isShiftDown() || turned.getX() / canvas.scale() > layout.width() - FlowLayout.RIGHT;
        Phase phase = turned.getY() / canvas.scale() < layout.bar() ? Phase.DECODER : Phase.ENCODER;
        FlowColumns columns = phase == Phase.DECODER ? layout.target() : layout.source();
        if (units && layout.units() < scene.values().orElseThrow().config().hiddenSize()) {
            scrollUnits(layout.firstUnit() + 4 * step);
            turned.consume();
        } else if (!units && columns.scrolls()) {
            scrollTo(phase, Math.clamp(columns.first() + step, 0, columns.count() - columns.shown()));
            turned.consume();
        }
    }

    private void move(KeyEvent pressed) {
        if (!scene.hasFlow()) {
            return;
        }
        switch (pressed.getCode()) {
            case LEFT -> go(-1, 0);
            case RIGHT -> go(1, 0);
            case UP -> go(0, -1);
            case DOWN -> go(0, 1);
            case PAGE_UP -> scrollUnits(layout().firstUnit() - layout().units());
            case PAGE_DOWN -> scrollUnits(layout().firstUnit() + layout().units());
            case ENTER -> scene.chosen().ifPresent(this::pin);
            default -> {
                return;
            }
        }
        pressed.consume();
    }

    /** To the next unit, or to the next strip in a direction; where there is no unit left, to the next row. */
    private void go(int across, int down) {
        FlowLayout layout = layout();
        Optional<Placed> at = scene.chosen().flatMap(layout::inSight);
        if (at.isEmpty()) {
            start(layout).ifPresent(placed -> choose(Optional.of(new Cell(placed.strip(), layout.firstOf(placed.strip())))));
            return;
        }
        Cell cell = scene.chosen().orElseThrow();
        Grid numbers = scene.values().orElseThrow().of(cell.strip()).orElseThrow();
        int unit = cell.unit() + down;
        boolean windowed = FlowValues.axis(cell.strip()) == Axis.HIDDEN;
        if (down != 0 && unit >= 0 && unit < (windowed ? numbers.columns() : layout.shown(cell.strip(), numbers.columns()))) {
            choose(Optional.of(new Cell(cell.strip(), unit)));
            if (unit < layout.firstUnit() || unit >= layout.firstUnit() + layout.units()) {
                scrollUnits(down > 0 ? unit - layout.units() + 1 : unit);
            }
            return;
        }
        neighbour(layout, at.get(), across, down).ifPresent(placed -> {
            int size = scene.values().orElseThrow().of(placed.strip()).orElseThrow().columns();
            int first = layout.firstOf(placed.strip());
            int last = first + layout.shown(placed.strip(), size) - 1;
            choose(Optional.of(new Cell(placed.strip(), down > 0 ? first : down < 0 ? last : Math.clamp(cell.unit(), first, last))));
        });
    }

    /** The present part, or the first strip whose numbers are there. */
    private Optional<Placed> start(FlowLayout layout) {
        return FlowPath.of(scene).result().stream().map(layout::strip).flatMap(Optional::stream).filter(this::isThere).findFirst()
                .or(() -> layout.strips().stream().filter(Placed::large).filter(this::isThere).findFirst())
                .or(() -> layout.strips().stream().filter(this::isThere).findFirst());
    }

    private boolean isThere(Placed placed) {
        FlowValues values = scene.values().orElseThrow();
        return values.isComputed(placed.strip(), scene.now()) && values.of(placed.strip()).isPresent();
    }

    /** The nearest strip whose numbers are there, in a direction. */
    private Optional<Placed> neighbour(FlowLayout layout, Placed from, int across, int down) {
        return layout.strips().stream().filter(this::isThere).filter(to -> across != 0
                        ? Math.abs(to.area().middleY() - from.area().middleY()) < 2 && (to.area().x() - from.area().x()) * across > 1
                        : (to.area().middleY() - from.area().middleY()) * down > 2)
                .min(Comparator.comparingDouble((Placed to) -> Math.abs(to.area().middleY() - from.area().middleY()))
                        .thenComparingDouble(to -> Math.abs(to.area().middleX() - from.area().middleX())));
    }

    private void placeBars() {
        sourceBar.setVisible(false);
        targetBar.setVisible(false);
        if (!scene.hasFlow() || canvas.getWidth() <= 0) {
            return;
        }
        FlowLayout layout = layout();
        Optional<Area> card = FlowPicture.cardPlace(canvas.sheet(), scene);
        place(sourceBar, layout.source(), layout.sourceTokens() + FlowLayout.TOKEN + 1, card);
        place(targetBar, layout.target(), layout.targetTokens() - FlowLayout.SCROLL_BAR - 2, card);
    }

    /** A bar gives way to a card that is drawn where it stands: it would lie over it. */
    private void place(ScrollBar bar, FlowColumns columns, double y, Optional<Area> card) {
        Area area = new Area(columns.left(), y, columns.right() - columns.left(), FlowLayout.SCROLL_BAR);
        double scale = canvas.scale();
        placing = true;
        bar.setOrientation(Orientation.HORIZONTAL);
        bar.setVisible(columns.scrolls() && card.filter(covered -> covered.overlap(area) > 0).isEmpty());
        int hidden = columns.count() - columns.shown();
        bar.setMax(hidden);
        bar.setVisibleAmount(hidden * (double) columns.shown() / columns.count());
        bar.setBlockIncrement(columns.shown());
        bar.setValue(columns.first());
        bar.resizeRelocate(area.x() * scale, area.y() * scale, area.width() * scale, area.height() * scale);
        placing = false;
    }
}
