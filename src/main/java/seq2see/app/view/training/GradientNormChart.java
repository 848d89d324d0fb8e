package seq2see.app.view.training;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import seq2see.app.drawing.Chart;
import seq2see.app.drawing.ChartTicks;
import seq2see.app.drawing.Mark;
import seq2see.app.theme.Palette;
import seq2see.app.theme.Role;
import seq2see.training.LearningCurve;
import seq2see.training.LearningCurve.TrainingPoint;

/** The gradient's global norm before clipping: dots up to the limit, triangles above it, the limit a dashed line. */
final class GradientNormChart {
    private static final Shape DOT = new Ellipse2D.Double(-1.2, -1.2, 2.4, 2.4);
    private static final Shape TRIANGLE = triangle();

    private GradientNormChart() {
    }

    static ChartTicks ticks(LearningCurve curve, double clip, double height) {
        double largest = curve.training().stream().mapToDouble(TrainingPoint::gradientNorm).filter(Double::isFinite).max().orElse(0);
        return ChartTicks.linear(Math.max(largest, 1.3 * clip), Double.MAX_VALUE, (int) Math.clamp((height - Chart.TOP - Chart.BOTTOM) / 30, 2, 5));
    }

    static List<Mark> marks(Palette palette, LearningCurve curve, double clip, ChartTicks steps, ChartTicks norms, Chart.Place place) {
        Chart chart = new Chart(palette, steps, norms, false);
        XYSeries kept = new XYSeries("kept");
        XYSeries clipped = new XYSeries("clipped");
        for (TrainingPoint point : curve.training()) {
            if (Double.isFinite(point.gradientNorm())) {
                (point.clipped() > 0.5 ? clipped : kept).add(point.trainingStep(), point.gradientNorm());
            }
        }
        XYSeriesCollection series = new XYSeriesCollection(kept);
        series.addSeries(clipped);
        XYLineAndShapeRenderer dots = new XYLineAndShapeRenderer(false, true);
        dots.setSeriesShape(0, DOT);
        dots.setSeriesPaint(0, chart.color(Role.MUTED_TEXT));
        dots.setSeriesShape(1, TRIANGLE);
        dots.setSeriesPaint(1, chart.color(Role.WARNING));
        chart.plot().setDataset(series);
        chart.plot().setRenderer(dots);
        BasicStroke dashes = new BasicStroke(1.25f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {3, 3}, 0);
        chart.plot().addRangeMarker(new ValueMarker(clip, chart.color(Role.WARNING), dashes), Layer.BACKGROUND);
        return chart.marks(place);
    }

    private static Shape triangle() {
        Path2D.Double path = new Path2D.Double();
        path.moveTo(0, -2.8);
        path.lineTo(2.6, 2);
        path.lineTo(-2.6, 2);
        path.closePath();
        return path;
    }
}
