package seq2see.app.view.training;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import seq2see.app.drawing.Chart;
import seq2see.app.drawing.ChartTicks;
import seq2see.app.drawing.Mark;
import seq2see.app.theme.Palette;
import seq2see.app.theme.Role;
import seq2see.training.LearningCurve;
import seq2see.training.LearningCurve.TrainingPoint;
import seq2see.training.LearningCurve.ValidationPoint;

/**
 * Loss over training steps: training is a solid line, over the thin one of every single step, validation a dashed
 * one with rings.
 */
final class LossChart {
    private static final int MOST_RINGS = 14;
    private static final double RING = 3;
    /** So many points on either side are averaged for the solid line, fewer near the ends. */
    private static final int REACH = 8;

    private LossChart() {
    }

    static ChartTicks ticks(LearningCurve curve, boolean logarithmic, double height) {
        double[] losses = losses(curve).toArray();
        double smallest = DoubleStream.of(losses).min().orElse(0.1);
        double largest = DoubleStream.of(losses).max().orElse(1);
        int most = (int) Math.max(2, (height - Chart.TOP - Chart.BOTTOM) / 24);
        return logarithmic ? ChartTicks.logarithmic(smallest, largest, most) : ChartTicks.linear(largest, Double.MAX_VALUE, Math.min(most, 6));
    }

    static List<Mark> marks(Palette palette, LearningCurve curve, boolean logarithmic, ChartTicks steps, ChartTicks losses, Chart.Place place) {
        Chart chart = new Chart(palette, steps, losses, logarithmic);
        XYSeries training = new XYSeries("training");
        curve.training().stream().filter(point -> drawable(point.loss())).forEach(point -> training.add(point.trainingStep(), point.loss()));
        XYSeries validation = new XYSeries("validation");
        curve.validation().stream().filter(point -> drawable(point.loss())).forEach(point -> validation.add(point.trainingStep(), point.loss()));
        chart.plot().setDataset(0, dataset(training));
        chart.plot().setRenderer(0, trainingLine(training.getItemCount(), chart.color(Role.DONE), 0.75f));
        chart.plot().setDataset(1, dataset(smoothed(training)));
        chart.plot().setRenderer(1, trainingLine(training.getItemCount(), chart.color(Role.TEXT), 1.5f));
        chart.plot().setDataset(2, dataset(validation));
        chart.plot().setRenderer(2, validationLine(chart, validation.getItemCount()));
        chart.plot().setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        return chart.marks(place);
    }

    private static XYSeriesCollection dataset(XYSeries series) {
        return new XYSeriesCollection(series);
    }

    private static DoubleStream losses(LearningCurve curve) {
        return Stream.concat(curve.training().stream().map(TrainingPoint::loss), curve.validation().stream().map(ValidationPoint::loss))
                .mapToDouble(Double::doubleValue).filter(LossChart::drawable);
    }

    private static boolean drawable(double loss) {
        return loss > 0 && Double.isFinite(loss);
    }

    /** The course of the line: each point the mean of its neighbourhood on the logarithmic axis, so that no single batch leads it. */
    private static XYSeries smoothed(XYSeries series) {
        XYSeries course = new XYSeries(series.getKey());
        int points = series.getItemCount();
        double[] logarithms = IntStream.range(0, points).mapToDouble(item -> Math.log(series.getY(item).doubleValue())).toArray();
        for (int i = 0; i < points; i++) {
            // Even on both sides in the steep beginning; at the end only the past is known, and the line must not swing.
            int reach = Math.min(REACH, i);
            double mean = Arrays.stream(logarithms, i - reach, Math.min(i + reach, points - 1) + 1).average().orElseThrow();
            course.add(series.getX(i).doubleValue(), Math.exp(mean));
        }
        return course;
    }

    private static XYLineAndShapeRenderer trainingLine(int points, Color ink, float width) {
        // A single point makes no line: it is drawn as a dot.
        XYLineAndShapeRenderer line = new XYLineAndShapeRenderer(true, points == 1);
        line.setDrawSeriesLineAsPath(true);
        line.setSeriesPaint(0, ink);
        line.setSeriesStroke(0, new BasicStroke(width));
        line.setSeriesShape(0, new Ellipse2D.Double(-1.5, -1.5, 3, 3));
        return line;
    }

    private static XYLineAndShapeRenderer validationLine(Chart chart, int points) {
        XYLineAndShapeRenderer line = new Rings(points);
        Color ink = chart.color(Role.TEXT);
        line.setSeriesPaint(0, ink);
        line.setSeriesStroke(0, new BasicStroke(1.25f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {3, 3}, 0));
        line.setSeriesShape(0, new Ellipse2D.Double(-RING, -RING, 2 * RING, 2 * RING));
        line.setUseFillPaint(true);
        line.setSeriesFillPaint(0, chart.color(Role.SURFACE));
        line.setDrawOutlines(true);
        line.setUseOutlinePaint(true);
        line.setSeriesOutlinePaint(0, ink);
        line.setSeriesOutlineStroke(0, new BasicStroke(1.5f));
        return line;
    }

    /** Rings at some of the points, the last one always, so that they stand apart. */
    private static final class Rings extends XYLineAndShapeRenderer {
        private final int points;

        Rings(int points) {
            super(true, true);
            this.points = points;
            setDrawSeriesLineAsPath(true);
        }

        @Override
        public boolean getItemShapeVisible(int series, int item) {
            return (points - 1 - item) % Math.max(1, Math.ceilDiv(points, MOST_RINGS)) == 0;
        }
    }
}
