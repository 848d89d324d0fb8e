package seq2see.app.view.experiment;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import seq2see.app.drawing.Chart;
import seq2see.app.drawing.Drawing;
import seq2see.app.drawing.Mark;
import seq2see.app.drawing.Stroke;
import seq2see.app.theme.Rgb;
import seq2see.app.theme.Role;

/**
 * How the line of an experiment's arm is drawn, in the charts and beside its name. Lines differ in their strokes and marks, since
 * colours belong to axes.
 */
enum ExperimentLine {
    DOTS(Role.TEXT, null),
    RINGS(Role.TEXT, new float[] {6, 3}),
    SQUARES(Role.MUTED_TEXT, null),
    TRIANGLES(Role.MUTED_TEXT, new float[] {2, 3});

    private static final float WIDTH = 1.75f;
    private static final double MARK = 3;
    private static final int MOST_MARKS = 14;

    private final Role ink;
    private final float[] dashes;

    ExperimentLine(Role ink, float[] dashes) {
        this.ink = ink;
        this.dashes = dashes;
    }

    /** Of an arm, from 0. */
    static ExperimentLine of(int arm) {
        return values()[arm % values().length];
    }

    /** Draws a series of a chart so, with marks at some of its points, the last one always. */
    XYLineAndShapeRenderer renderer(Chart chart, int points) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true) {
            @Override
            public boolean getItemShapeVisible(int series, int item) {
                return (points - 1 - item) % Math.max(1, Math.ceilDiv(points, MOST_MARKS)) == 0;
            }
        };
        renderer.setSeriesPaint(0, chart.color(ink));
        renderer.setSeriesStroke(0, dashes == null ? new BasicStroke(WIDTH) : new BasicStroke(WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0));
        renderer.setSeriesShape(0, shape());
        renderer.setUseFillPaint(true);
        renderer.setSeriesFillPaint(0, chart.color(this == RINGS ? Role.SURFACE : ink));
        renderer.setDrawOutlines(this == RINGS);
        renderer.setUseOutlinePaint(true);
        renderer.setSeriesOutlinePaint(0, chart.color(ink));
        renderer.setSeriesOutlineStroke(0, new BasicStroke(1.25f));
        return renderer;
    }

    private Shape shape() {
        return switch (this) {
            case DOTS, RINGS -> new Ellipse2D.Double(-MARK, -MARK, 2 * MARK, 2 * MARK);
            case SQUARES -> new Rectangle2D.Double(-MARK, -MARK, 2 * MARK, 2 * MARK);
            case TRIANGLES -> {
                Path2D.Double triangle = new Path2D.Double();
                triangle.moveTo(0, -4);
                triangle.lineTo(4, 3);
                triangle.lineTo(-4, 3);
                triangle.closePath();
                yield triangle;
            }
        };
    }

    /** A piece of the line with its mark. */
    void sample(Drawing drawing, double x, double middle, double width) {
        Rgb colour = drawing.ink(ink);
        drawing.line(x, middle, x + width, middle, dashes == null ? Stroke.solid(colour, WIDTH) : new Stroke(colour, WIDTH, dashes[0]));
        double at = x + width / 2;
        switch (this) {
            case DOTS -> drawing.box(at - MARK, middle - MARK, 2 * MARK, 2 * MARK, MARK, colour);
            case RINGS -> drawing.add(new Mark.Box(at - MARK, middle - MARK, 2 * MARK, 2 * MARK, MARK, drawing.ink(Role.SURFACE), Stroke.solid(colour, 1.25)));
            case SQUARES -> drawing.box(at - MARK, middle - MARK, 2 * MARK, 2 * MARK, 0, colour);
            case TRIANGLES -> drawing.add(new Mark.Path(List.of(new Mark.Step.Move(at, middle - 4), new Mark.Step.Line(at + 4, middle + 3),
                    new Mark.Step.Line(at - 4, middle + 3), new Mark.Step.Close()), colour, null));
        }
    }
}
