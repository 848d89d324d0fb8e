package seq2see.app.view.training;

import java.awt.BasicStroke;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
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

/** One line over the training steps: the learning rate, or how often the true token is fed. */
final class CourseChart {
    private CourseChart() {
    }

    static ChartTicks ticks(DoubleStream values, double height) {
        double largest = values.filter(Double::isFinite).max().orElse(0);
        return ChartTicks.linear(largest > 0 ? largest : 1, Double.MAX_VALUE, (int) Math.clamp((height - Chart.TOP - Chart.BOTTOM) / 30, 2, 5));
    }

    static List<Mark> marks(Palette palette, LearningCurve curve, ToDoubleFunction<TrainingPoint> value, ChartTicks steps, ChartTicks values,
                            Chart.Place place) {
        Chart chart = new Chart(palette, steps, values, false);
        XYSeries course = new XYSeries("course");
        curve.training().forEach(point -> course.add(point.trainingStep(), value.applyAsDouble(point)));
        XYLineAndShapeRenderer line = new XYLineAndShapeRenderer(true, curve.training().size() == 1);
        line.setDrawSeriesLineAsPath(true);
        line.setSeriesPaint(0, chart.color(Role.TEXT));
        line.setSeriesStroke(0, new BasicStroke(1.5f));
        // Such a course often runs along its largest value, where the edge of the plot would cut the line in half.
        double pixel = (values.high() - values.low()) / (place.height() - Chart.TOP - Chart.BOTTOM);
        chart.plot().getRangeAxis().setRange(values.low(), values.high() + pixel);
        chart.plot().setDataset(new XYSeriesCollection(course));
        chart.plot().setRenderer(line);
        return chart.marks(place);
    }
}
