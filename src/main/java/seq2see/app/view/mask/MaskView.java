package seq2see.app.view.mask;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.theme.Appearance;
import seq2see.app.view.Highlight;
import seq2see.app.view.Motion;
import seq2see.app.view.PictureCanvas;
import seq2see.app.view.Pointer;
import seq2see.app.view.Pointing;
import seq2see.app.view.View;
import seq2see.app.view.mask.MaskScene.Cell;
import seq2see.app.view.mask.MaskScene.Phase;

/**
 * How the padding of a batch is masked, and what that does to its loss. Pointing at a cell, or moving with the arrow keys while
 * the view has the focus, explains it; a click keeps it lit. Where there are more positions than fit they scroll.
 */
public final class MaskView extends View {
    /** The room in which the worked example is at ease, in pixels at scale 1. */
    private static final double EASE_WIDTH = 1140;
    private static final double EASE_HEIGHT = 530;

    private final PictureCanvas canvas;
    private final ScrollPane pane;
    private final Pointer pointer;
    private final Motion motion;
    private MaskScene scene = MaskScene.FIRST;

    public MaskView(Appearance appearance, Pointer pointer) {
        this.pointer = pointer;
        canvas = new PictureCanvas(appearance, sheet -> MaskPicture.of(sheet, scene));
        motion = new Motion(appearance, part -> {
            scene = scene.moved(part);
            canvas.redraw();
        });
        canvas.setFocusTraversable(true);
        canvas.setOnMouseMoved(this::pointAt);
        canvas.setOnMousePressed(this::pin);
        canvas.setOnMouseExited(left -> pointer.point(Pointing.NONE));
        canvas.setOnKeyPressed(this::move);
        canvas.setOnScroll(this::scroll);
        pane = new ScrollPane(canvas);
        pane.setFitToWidth(true);
        pane.setFitToHeight(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.getStyleClass().addAll("edge-to-edge", "picture-scroll");
        pane.setFocusTraversable(false);
        canvas.scrollIn(pane);
        canvas.widthProperty().subscribe(this::keepWhole);
        canvas.heightProperty().subscribe(this::keepWhole);
        appearance.onChange(canvas, this::keepWhole);
    }

    /** Where the window is too low for everything, it scrolls. */
    private void keepWhole() {
        // What is drawn larger must not have to scroll because of that.
        canvas.growBeyond(EASE_WIDTH, Math.max(EASE_HEIGHT, MaskLayout.leastHeight(canvas.sheet().sized(EASE_WIDTH, EASE_HEIGHT), scene)));
        canvas.setMinHeight(MaskLayout.leastHeight(canvas.sheet(), scene) * canvas.scale());
    }

    @Override
    public String name() {
        return "mask";
    }

    @Override
    public Node node() {
        return pane;
    }

    /**
     * Shows a mask. Copies slide where somebody has just stepped to them.
     *
     * @param part of the present moment, such as {@code compare}
     */
    public void show(MaskShown shown, String part, Highlight highlight) {
        show(MaskScene.of(shown, Phase.of(part)).lit(highlight));
    }

    private void show(MaskScene newScene) {
        boolean stepped = newScene.phase() == Phase.BROADCAST && scene.phase() == Phase.LENGTHS;
        boolean phaseChanged = newScene.phase() != scene.phase() || newScene.ofCorpus() != scene.ofCorpus();
        boolean known = newScene.equals(scene.moved(1).scrolledTo(newScene.firstColumn()));
        scene = newScene.scrolledTo(scene.firstColumn()).moved(scene.motion());
        if (stepped) {
            motion.begin();
        } else if (scene.phase() != Phase.BROADCAST) {
            motion.settle();
        }
        if (!known) {
            keepWhole();
            canvas.redraw();
        }
        if (phaseChanged && canvas.getHeight() > 0) {
            bringIntoSight();
        }
    }

    /** Scrolls to the band of the present phase, where not everything is in sight. */
    private void bringIntoSight() {
        MaskLayout layout = MaskLayout.of(canvas.sheet(), scene);
        double top = switch (scene.phase()) {
            case LENGTHS, BROADCAST -> 0;
            case COMPARE -> layout.compareTop() - 20;
            case LOSS -> layout.lossTop() - 20;
        };
        double hidden = Math.max(canvas.getHeight(), canvas.getMinHeight()) - pane.getViewportBounds().getHeight();
        pane.setVvalue(hidden <= 0 ? 0 : Math.clamp(top * canvas.scale() / hidden, 0, 1));
    }

    @Override
    public String csv() {
        return MaskWords.csv(scene);
    }

    @Override
    protected Picture draw(Sheet sheet) {
        MaskScene still = scene.moved(1).lit(Highlight.NONE.hovering(scene.highlight().pinned()));
        return MaskPicture.of(MaskLayout.wholeSheet(sheet, still), still);
    }

    @Override
    protected Sheet sheet() {
        return canvas.sheet();
    }

    private void pointAt(MouseEvent moved) {
        pointer.point(MaskLayout.of(canvas.sheet(), scene).cellAt(scene, moved.getX() / canvas.scale(), moved.getY() / canvas.scale())
                .map(scene::pointing).orElse(Pointing.NONE));
    }

    private void pin(MouseEvent pressed) {
        canvas.requestFocus();
        MaskLayout.of(canvas.sheet(), scene).cellAt(scene, pressed.getX() / canvas.scale(), pressed.getY() / canvas.scale())
                .map(scene::pointing).ifPresent(pointer::pin);
    }

    /** Through the mask, and down from its last sentence into the losses. */
    private void move(KeyEvent pressed) {
        int down = switch (pressed.getCode()) {
            case UP -> -1;
            case DOWN -> 1;
            default -> 0;
        };
        int right = switch (pressed.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            default -> 0;
        };
        if (down == 0 && right == 0) {
            return;
        }
        pressed.consume();
        Cell cell = scene.chosen().map(chosen -> scene.beside(chosen, down, right)).orElseGet(scene::firstCell);
        MaskLayout layout = MaskLayout.of(canvas.sheet(), scene);
        if (!layout.shows(cell.column())) {
            scrollTo(layout, cell.column() < layout.first() ? cell.column() : cell.column() - layout.shown() + 1);
        }
        pointer.point(scene.pointing(cell));
    }

    private void scroll(ScrollEvent turned) {
        double across = turned.isShiftDown() && turned.getDeltaX() == 0 ? turned.getDeltaY() : turned.getDeltaX();
        if (across != 0) {
            MaskLayout layout = MaskLayout.of(canvas.sheet(), scene);
            scrollTo(layout, layout.first() - (int) Math.signum(across));
            turned.consume();
        }
    }

    private void scrollTo(MaskLayout layout, int column) {
        scene = scene.scrolledTo(Math.clamp(column, 0, Math.max(0, scene.columns() - layout.shown())));
        canvas.redraw();
    }
}
