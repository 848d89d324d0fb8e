package seq2see.app.drawing;

import java.util.List;
import java.util.function.Function;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import seq2see.app.theme.Appearance;
import seq2see.app.theme.Palette;
import seq2see.app.theme.Rgb;

/**
 * A formula in the window, in a line of prose or by itself. It follows theme and scale; its source is its description. One by
 * itself that is wider than its place is drawn smaller.
 */
public final class FormulaNode extends Region {
    /** Room around the outlines for what reaches over their edge. */
    private static final double MARGIN = 2.0 / 16;
    /** Smaller than this part of its size no formula is drawn. */
    private static final double LEAST = 0.6;

    private final Canvas canvas = new Canvas();
    private final Appearance appearance;
    private final String tex;
    private final double size;
    private final double margin;
    private final boolean displayed;
    private final Function<Palette, Rgb> ink;
    private Formula formula;
    /** What part of its size it is drawn at. */
    private double part = 1;

    /**
     * @param size      of the letters, in pixels at scale 1
     * @param displayed whether it stands on a line of its own
     */
    public FormulaNode(String tex, double size, boolean displayed, Appearance appearance, Function<Palette, Rgb> ink) {
        this.tex = tex;
        this.size = size;
        this.margin = Math.max(2, size * MARGIN);
        this.displayed = displayed;
        this.appearance = appearance;
        this.ink = ink;
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(tex);
        getChildren().add(canvas);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        // First, since what is no TeX is refused here.
        draw();
        appearance.onChange(this, this::draw);
    }

    /** Typesets something, so that the first formula that is shown need not wait for the fonts. Any thread. */
    public static void warmUp() {
        Formula.of("\\sigma(W_{iz}x_t) = \\tanh \\prod_{t'=1}^{T'} \\frac{1}{h}", 15, true, Rgb.BLACK);
    }

    private void draw() {
        formula = Formula.of(tex, size, displayed, ink.apply(appearance.theme().palette()));
        paint();
        requestLayout();
    }

    private void paint() {
        double scale = appearance.scale() * part;
        canvas.setWidth(Math.ceil((formula.width() + 2 * margin) * scale));
        canvas.setHeight(Math.ceil(height() * scale));
        canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        Picture picture = formula.picture();
        new CanvasPainter(canvas.getGraphicsContext2D()).paint(new Picture(picture.width() + 2 * margin, picture.height() + 2 * margin,
                List.of(new Mark.Shift(margin, margin, picture.marks())), tex), scale);
    }

    private double height() {
        return formula.ascent() + formula.descent() + 2 * margin;
    }

    private double wholeWidth() {
        return Math.ceil((formula.width() + 2 * margin) * appearance.scale());
    }

    /** What part of its size fits into a width, insets counted. */
    private double fitting(double width) {
        double room = width - snappedLeftInset() - snappedRightInset();
        return displayed && room < wholeWidth() ? Math.max(LEAST, Math.floor(room) / wholeWidth()) : 1;
    }

    @Override
    public Orientation getContentBias() {
        return displayed ? Orientation.HORIZONTAL : null;
    }

    @Override
    protected void layoutChildren() {
        double fits = fitting(getWidth());
        if (fits != part) {
            part = fits;
            paint();
        }
        canvas.relocate(snappedLeftInset(), snappedTopInset());
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + wholeWidth() + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset() + Math.ceil(height() * appearance.scale() * (width < 0 ? 1 : fitting(width))) + snappedBottomInset();
    }

    @Override
    protected double computeMinWidth(double height) {
        return displayed ? computePrefWidth(height) * LEAST : computePrefWidth(height);
    }

    @Override
    public double getBaselineOffset() {
        return snappedTopInset() + (formula.ascent() + margin) * appearance.scale() * part;
    }
}
