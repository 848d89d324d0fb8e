package seq2see.app.view.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import seq2see.app.drawing.Chart;
import seq2see.app.drawing.ChartTicks;
import seq2see.app.drawing.Drawing;
import seq2see.app.drawing.Mark;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.TextStyle;
import seq2see.app.drawing.TokenText;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Palette;
import seq2see.app.theme.Role;
import seq2see.training.ExperimentArm;
import seq2see.training.ExperimentArm.Point;
import seq2see.training.ExperimentResult;
import seq2see.training.HeldOutScores.LengthScore;

/** Draws configurations that are trained side by side: a chart for each measure, in which each has a line. */
final class ExperimentPicture {
    private static final double HEADING = 24;
    private static final double ENTRY = 20;
    private static final double SAMPLE = 30;
    private static final double GAP = 14;
    private static final double AXIS_NAME = 14;
    private static final double WIDE = 820;
    /** The part of an axis that is left free at either end. */
    private static final double ROOM_FOR_MARKS = 60;
    private static final TextStyle NUMBER = TextStyle.FIGURE.withSize(12);

    private final Sheet sheet;
    private final ExperimentScene scene;
    private final ExperimentResult result;
    private final Drawing drawing;

    /** A line's points. */
    private record Point2(double x, double y) {
    }

    private ExperimentPicture(Sheet sheet, ExperimentScene scene) {
        this.sheet = sheet;
        this.scene = scene;
        this.result = scene.result().orElseThrow();
        this.drawing = new Drawing(sheet);
    }

    static Picture of(Sheet sheet, ExperimentScene scene) {
        return scene.result().isEmpty() ? new Drawing(sheet).picture("") : new ExperimentPicture(sheet, scene).draw();
    }

    /** Loads what a chart needs. */
    static void warmUp(Palette palette) {
        Chart chart = new Chart(palette, ChartTicks.linear(1, 1, 2), ChartTicks.logarithmic(0.1, 1, 2), true);
        chart.plot().setRenderer(ExperimentLine.DOTS.renderer(chart, 1));
        chart.marks(new Chart.Place(0, 0, 200, 200));
    }

    private Picture draw() {
        int count = Math.max(1, scene.measures().size());
        boolean beside = sheet.width() >= WIDE && count > 1;
        int columns = beside ? 2 : 1;
        int rows = Math.ceilDiv(count, columns);
        double width = (sheet.width() - (columns - 1) * 2 * GAP) / columns;
        double height = (sheet.height() - (rows - 1) * GAP) / rows;
        for (int i = 0; i < scene.measures().size(); i++) {
            panel(scene.measures().get(i), (i % columns) * (width + 2 * GAP), (i / columns) * (height + GAP), width, height, i < columns);
        }
        return drawing.picture(description());
    }

    private void panel(ExperimentMeasure measure, double x, double top, double width, double height, boolean first) {
        double room = width - (first ? sheet.corner() : 0);
        drawing.text(sheet.shortened(words(measure), TextStyle.HEADING, room), x, top + 16, TextStyle.HEADING, drawing.ink(Role.TEXT));
        double plotTop = legend(measure, x, top + HEADING, width);
        List<List<Point2>> lines = result.arms().stream().map(arm -> points(measure, arm)).toList();
        double plotHeight = Math.max(60, top + height - plotTop - AXIS_NAME);
        boolean logarithmic = measure == ExperimentMeasure.LOSS || measure == ExperimentMeasure.GRADIENT_NORMS;
        ChartTicks values = values(lines, logarithmic, plotHeight);
        ChartTicks axis = axis(measure, lines);
        Chart chart = new Chart(sheet.palette(), axis, values, logarithmic);
        for (int arm = 0; arm < lines.size(); arm++) {
            XYSeries series = new XYSeries("arm");
            lines.get(arm).forEach(point -> series.add(point.x(), point.y()));
            chart.plot().setDataset(arm, new XYSeriesCollection(series));
            chart.plot().setRenderer(arm, ExperimentLine.of(arm).renderer(chart, series.getItemCount()));
        }
        chart.plot().setDatasetRenderingOrder(DatasetRenderingOrder.REVERSE);
        chart.marks(new Chart.Place(x, plotTop, width, plotHeight, Chart.leftFor(sheet, values))).forEach(drawing::add);
        drawing.text(sheet.words("experiment.axis." + measure.label()), x + width - Chart.RIGHT, plotTop + plotHeight + AXIS_NAME - 3, TextStyle.LEAST,
                drawing.ink(Role.MUTED_TEXT), Mark.Anchor.END);
    }

    private String words(ExperimentMeasure measure) {
        return sheet.words("experiment." + measure.label());
    }

    /** The arms beside each other, or below each other where they have no room. @return where it ends */
    private double legend(ExperimentMeasure measure, double left, double top, double width) {
        double x = left;
        double y = top;
        for (int i = 0; i < result.arms().size(); i++) {
            ExperimentArm arm = result.arms().get(i);
            String number = number(measure, arm);
            double numberWidth = Math.max(sheet.width("0.000", NUMBER), sheet.width(number, NUMBER));
            double entry = SAMPLE + 6 + sheet.width(arm.name(), TextStyle.SMALL) + 6 + numberWidth;
            if (x > left && x + entry > left + width) {
                x = left;
                y += ENTRY;
            }
            double middle = y + 8;
            ExperimentLine.of(i).sample(drawing, x, middle, SAMPLE);
            drawing.text(arm.name(), x + SAMPLE + 6, middle + TextStyle.SMALL.middleToBaseline(), TextStyle.SMALL, drawing.ink(Role.TEXT));
            drawing.text(number, x + entry, middle + NUMBER.middleToBaseline(), NUMBER, drawing.ink(Role.TEXT), Mark.Anchor.END);
            x += entry + 18;
        }
        y += ENTRY;
        for (String problem : problems()) {
            drawing.text(sheet.shortened(problem, TextStyle.SMALL, width), left, y + 14, TextStyle.SMALL, drawing.ink(Role.DANGER));
            y += ENTRY;
        }
        return y;
    }

    /** Why arms failed, each reason once. */
    private List<String> problems() {
        return result.arms().stream().flatMap(arm -> arm.problem().stream()).map(problem -> problem.text(sheet.language().locale())).distinct().toList();
    }

    /** The newest number of an arm. */
    private String number(ExperimentMeasure measure, ExperimentArm arm) {
        List<Point2> points = points(measure, arm);
        if (arm.failed()) {
            return "✗";
        }
        if (points.isEmpty()) {
            return "–";
        }
        return switch (measure) {
            case LOSS -> Numbers.loss(points.getLast().y());
            case ACCURACY -> Numbers.fixed(points.getLast().y(), 2);
            case ACCURACY_BY_LENGTH -> "";
            case GRADIENT_NORMS -> Numbers.significant(points.getFirst().y() / points.getLast().y(), 2);
        };
    }

    private static List<Point2> points(ExperimentMeasure measure, ExperimentArm arm) {
        List<Point2> points = new ArrayList<>(switch (measure) {
            case LOSS -> steps(arm.losses());
            case ACCURACY -> steps(arm.accuracies());
            case ACCURACY_BY_LENGTH -> arm.byLength().stream().map((LengthScore score) -> new Point2(score.length(), score.exactMatch())).toList();
            case GRADIENT_NORMS -> IntStream.range(0, arm.gradientNorms().size()).mapToObj(t -> new Point2(t + 1.0, arm.gradientNorms().get(t))).toList();
        });
        points.removeIf(point -> !Double.isFinite(point.y()) || measure == ExperimentMeasure.GRADIENT_NORMS && point.y() <= 0);
        return points;
    }

    private static List<Point2> steps(List<Point> points) {
        return points.stream().map(point -> new Point2(point.trainingStep(), point.value())).toList();
    }

    private static ChartTicks values(List<List<Point2>> lines, boolean logarithmic, double height) {
        int most = (int) Math.max(2, (height - Chart.TOP - Chart.BOTTOM) / 24);
        if (!logarithmic) {
            // Room for the marks that lie at either end.
            return new ChartTicks(-0.04, 1.04, ChartTicks.linear(1, 1, Math.min(most, 5)).ticks());
        }
        double[] known = all(lines).mapToDouble(Point2::y).filter(value -> value > 0).toArray();
        return known.length == 0 ? ChartTicks.logarithmic(0.1, 1, most)
                : ChartTicks.logarithmic(DoubleStream.of(known).min().orElseThrow(),
                DoubleStream.of(known).max().orElseThrow(), most);
    }

    private ChartTicks axis(ExperimentMeasure measure, List<List<Point2>> lines) {
        return switch (measure) {
            case LOSS, ACCURACY -> ChartTicks.linear(result.until(), result.until(), 6);
            case ACCURACY_BY_LENGTH -> span(all(lines).mapToDouble(Point2::x).toArray(), 10);
            case GRADIENT_NORMS -> tokens(span(all(lines).mapToDouble(Point2::x).toArray(), Math.max(2, scene.tokens().size())));
        };
    }

    private static Stream<Point2> all(List<List<Point2>> lines) {
        return lines.stream().flatMap(List::stream);
    }

    private static ChartTicks span(double[] at, int most) {
        if (at.length == 0) {
            return ChartTicks.between(1, most, most);
        }
        double low = DoubleStream.of(at).min().orElseThrow();
        double high = Math.max(low + 1, DoubleStream.of(at).max().orElseThrow());
        double room = (high - low) / ROOM_FOR_MARKS;
        return new ChartTicks(low - room, high + room, ChartTicks.between(low, high, most).ticks());
    }

    /** The same with the sentence's tokens for numbers, where they are known. */
    private ChartTicks tokens(ChartTicks span) {
        return new ChartTicks(span.low(), span.high(), span.ticks().stream().map(tick -> {
            int token = (int) Math.round(tick.value()) - 1;
            return token < 0 || token >= scene.tokens().size() ? tick : new ChartTicks.Tick(tick.value(), TokenText.of(scene.tokens().get(token)));
        }).toList());
    }

    private String description() {
        StringBuilder words = new StringBuilder();
        for (ExperimentMeasure measure : scene.measures()) {
            words.append(words(measure)).append(": ");
            words.append(String.join(", ", result.arms().stream().map(arm -> (arm.name() + " " + number(measure, arm)).strip()).toList())).append(". ");
        }
        return words.toString().strip();
    }
}
