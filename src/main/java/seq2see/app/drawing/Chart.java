package seq2see.app.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import seq2see.app.theme.Palette;
import seq2see.app.theme.Rgb;
import seq2see.app.theme.Role;

/** A JFreeChart plot in the palette's colours, drawn into the marks of a picture. */
public final class Chart {
    /** Room for the numbers below the plot. */
    public static final double BOTTOM = 20;
    private static final double LEAST_LEFT = 40;
    private static final double LEFT_OF_NUMBERS = 4;
    private static final double RIGHT_OF_NUMBERS = 8;
    /** Room above the plot and right of it for the halves of the outermost numbers. */
    public static final double TOP = 8;
    public static final double RIGHT = 16;
    /** Half of the largest mark. */
    private static final double LAST_MARK = 5;
    private static final Font TICK_FONT;

    static {
        // AWT only computes here; it must not look for a display.
        System.setProperty("java.awt.headless", "true");
        TICK_FONT = tickFont();
    }


    private final Palette palette;
    private final XYPlot plot = new XYPlot();
    private final ChartTicks steps;

    /**
     * Where a chart stands.
     *
     * @param left room for the numbers left of the plot
     */
    public record Place(double x, double y, double width, double height, double left) {
        public Place(double x, double y, double width, double height) {
            this(x, y, width, height, LEAST_LEFT);
        }

        public Place withLeft(double wanted) {
            return new Place(x, y, width, height, wanted);
        }

        public double plotLeft() {
            return x + left;
        }

        /** Where the last value lies; behind it is room for the half of its mark. */
        public double plotRight() {
            return Math.max(plotLeft() + 1, x + width - RIGHT - LAST_MARK);
        }

        public double plotTop() {
            return y + TOP;
        }

        public double plotBottom() {
            return y + height - BOTTOM;
        }

        public double xOf(double value, ChartTicks axis) {
            return plotLeft() + (value - axis.low()) / (axis.high() - axis.low()) * (plotRight() - plotLeft());
        }

        public double valueAt(double px, ChartTicks axis) {
            return axis.low() + (px - plotLeft()) / (plotRight() - plotLeft()) * (axis.high() - axis.low());
        }
    }

    /** @param logarithmic whether y is */
    public Chart(Palette palette, ChartTicks x, ChartTicks y, boolean logarithmic) {
        this.palette = palette;
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(color(Role.FAINT_LINE));
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setInsets(new RectangleInsets(TOP, 0, 0, RIGHT));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainAxis(styled(new LinearAxis(x), x));
        plot.setRangeAxis(styled(logarithmic ? new LogarithmicAxis(y) : new LinearAxis(y), y));
        plot.getDomainAxis().setAxisLineVisible(true);
        this.steps = x;
        AxisSpace bottom = new AxisSpace();
        bottom.setBottom(BOTTOM);
        plot.setFixedDomainAxisSpace(bottom);
    }

    private ValueAxis styled(ValueAxis axis, ChartTicks ticks) {
        axis.setRange(ticks.low(), ticks.high());
        axis.setTickLabelFont(TICK_FONT);
        axis.setTickLabelPaint(color(Role.MUTED_TEXT));
        axis.setAxisLinePaint(color(Role.LINE));
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setTickLabelInsets(new RectangleInsets(3, LEFT_OF_NUMBERS, 3, RIGHT_OF_NUMBERS));
        return axis;
    }

    public XYPlot plot() {
        return plot;
    }

    public Color color(Role role) {
        Rgb rgb = palette.of(role);
        return new Color(rgb.red(), rgb.green(), rgb.blue());
    }

    /** The room that the numbers of vertical axes need on the left, so that charts one above the other can share it. */
    public static double leftFor(Sheet sheet, ChartTicks... axes) {
        return Stream.of(axes).flatMap(axis -> axis.ticks().stream())
                .mapToDouble(tick -> Math.ceil(sheet.width(tick.label(), TextStyle.LEAST)) + LEFT_OF_NUMBERS + RIGHT_OF_NUMBERS)
                .reduce(LEAST_LEFT, Math::max);
    }

    /** The marks of the chart. */
    public List<Mark> marks(Place place) {
        double room = LAST_MARK * (steps.high() - steps.low()) / (place.plotRight() - place.plotLeft());
        plot.getDomainAxis().setRange(steps.low(), steps.high() + room);
        AxisSpace left = new AxisSpace();
        left.setLeft(place.left());
        plot.setFixedRangeAxisSpace(left);
        JFreeChart chart = new JFreeChart(null, TICK_FONT, plot, false);
        chart.setBackgroundPaint(null);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        RecordingGraphics graphics = new RecordingGraphics(TICK_FONT);
        chart.draw(graphics, new Rectangle2D.Double(place.x(), place.y(), place.width(), place.height()));
        return graphics.marks();
    }

    /** The bundled mono face, so that the chart measures what is drawn. */
    private static Font tickFont() {
        try (InputStream stream = Chart.class.getResourceAsStream("/fonts/JetBrainsMono-Regular.ttf")) {
            return Font.createFont(Font.TRUETYPE_FONT, stream).deriveFont((float) TextStyle.LEAST.size());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (FontFormatException damaged) {
            throw new IllegalStateException("a bundled font cannot be read", damaged);
        }
    }

    private static List<NumberTick> numbered(ChartTicks ticks, RectangleEdge edge) {
        TextAnchor anchor = RectangleEdge.isLeftOrRight(edge) ? TextAnchor.CENTER_RIGHT : TextAnchor.TOP_CENTER;
        return ticks.ticks().stream().map(tick -> new NumberTick(tick.value(), tick.label(), anchor, anchor, 0)).toList();
    }

    private static final class LinearAxis extends NumberAxis {
        private final transient ChartTicks ticks;

        LinearAxis(ChartTicks ticks) {
            this.ticks = ticks;
        }

        @Override
        public List<NumberTick> refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
            return numbered(ticks, edge);
        }
    }

    private static final class LogarithmicAxis extends LogAxis {
        private final transient ChartTicks ticks;

        LogarithmicAxis(ChartTicks ticks) {
            this.ticks = ticks;
            setSmallestValue(ticks.low() / 10);
        }

        @Override
        public List<NumberTick> refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
            return numbered(ticks, edge);
        }
    }
}
