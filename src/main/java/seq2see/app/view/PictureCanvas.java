package seq2see.app.view;

import java.util.function.Function;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import seq2see.app.drawing.Area;
import seq2see.app.drawing.CanvasPainter;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.TextMeasure;
import seq2see.app.drawing.ToolkitMeasure;
import seq2see.app.theme.Appearance;
import seq2see.app.theme.Text;

/**
 * A place in the window that a picture fills. It has the picture drawn anew for every size, theme, language and scale, at
 * most once a pulse, and says in words what the picture shows.
 */
public final class PictureCanvas extends Region {
    /** A picture is drawn so many times larger at most, where it has more room than it is at ease in. */
    private static final double LARGEST = 3;
    /** It grows by such steps, so that it does not tremble while somebody resizes the window. */
    private static final double GROWTH = 0.05;

    private final Canvas canvas = new Canvas();
    private final Appearance appearance;
    private final Function<Sheet, Picture> drawn;
    private final TextMeasure measure = new ToolkitMeasure();
    /** What the canvas holds was drawn for; null where it has to be drawn again. */
    private Sheet drawnFor;
    private double corner = View.CORNER;
    private ScrollPane pane;
    /** In pixels at scale 1. */
    private double easeWidth = Double.POSITIVE_INFINITY;
    private double easeHeight = Double.POSITIVE_INFINITY;

    /** @param drawn draws the picture for a sheet of the canvas's size at scale 1 */
    public PictureCanvas(Appearance appearance, Function<Sheet, Picture> drawn) {
        this.appearance = appearance;
        this.drawn = drawn;
        getStyleClass().add("picture");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().add(canvas);
        setMinSize(0, 0);
        appearance.onChange(this, this::redraw);
    }

    /** Asks for the picture to be drawn again in the next pulse. */
    public void redraw() {
        drawnFor = null;
        requestLayout();
    }

    /** Leaves another width free at the top right, in pixels at scale 1. */
    public void setCorner(double width) {
        if (corner != width) {
            corner = width;
            redraw();
        }
    }

    /** Tells the picture what can be seen of it in the pane that it scrolls in. */
    public void scrollIn(ScrollPane newPane) {
        pane = newPane;
        pane.vvalueProperty().subscribe(this::requestLayout);
        pane.hvalueProperty().subscribe(this::requestLayout);
        pane.viewportBoundsProperty().subscribe(this::requestLayout);
    }

    /**
     * Has the picture drawn larger, type and all, where there is more room than this: on a large screen it would else stand in a
     * corner, too small for the back row.
     *
     * @param width  in which everything has room, in pixels at scale 1
     * @param height in which everything has room
     */
    public void growBeyond(double width, double height) {
        if (easeWidth != width || easeHeight != height) {
            easeWidth = width;
            easeHeight = height;
            redraw();
        }
    }

    /** How many pixels of the window are one of the sheet. */
    public double scale() {
        return appearance.scale() * growth();
    }

    /** Where the picture scrolls, what counts is the pane: a scroll bar that comes or goes changes nothing. */
    private double growth() {
        Region place = pane == null ? this : pane;
        double room = Math.min(place.getWidth() / easeWidth, place.getHeight() / easeHeight) / appearance.scale();
        return Math.clamp(Math.floor(room / GROWTH) * GROWTH, 1, LARGEST);
    }

    /** A sheet of the canvas's present size, its corner left free. */
    public Sheet sheet() {
        Sheet whole = new Sheet(getWidth() / scale(), getHeight() / scale(), corner / growth(), appearance.theme().palette(), Text.language(), measure)
                .presented(appearance.presentingProperty().get());
        if (pane == null || pane.getViewportBounds().getWidth() <= 0) {
            return whole;
        }
        double wide = Math.min(whole.width(), pane.getViewportBounds().getWidth() / scale());
        double high = Math.min(whole.height(), pane.getViewportBounds().getHeight() / scale());
        return whole.seen(new Area(Math.round(pane.getHvalue() * (whole.width() - wide)), Math.round(pane.getVvalue() * (whole.height() - high)), wide, high));
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (width < 1 || height < 1 || sheet().equals(drawnFor)) {
            return;
        }
        canvas.setWidth(width);
        canvas.setHeight(height);
        drawnFor = sheet();
        Picture picture = drawn.apply(drawnFor);
        canvas.getGraphicsContext2D().clearRect(0, 0, width, height);
        new CanvasPainter(canvas.getGraphicsContext2D()).paint(picture, scale());
        setAccessibleText(picture.description());
    }

    @Override
    protected double computePrefWidth(double height) {
        return 480 * scale();
    }

    @Override
    protected double computePrefHeight(double width) {
        return 360 * scale();
    }
}
