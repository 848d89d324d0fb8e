package seq2see.app.view.training;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import seq2see.app.drawing.Caption;
import seq2see.app.drawing.Chart;
import seq2see.app.drawing.ChartTicks;
import seq2see.app.drawing.CsvTable;
import seq2see.app.drawing.Drawing;
import seq2see.app.drawing.Mark;
import seq2see.app.drawing.Mark.Anchor;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.Stroke;
import seq2see.app.drawing.TextStyle;
import seq2see.app.drawing.TokenText;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Rgb;
import seq2see.app.theme.Role;
import seq2see.model.CellType;
import seq2see.tensor.Axis;
import seq2see.tensor.Grid;
import seq2see.trace.GradientNorms;
import seq2see.training.GradientComparison;

/**
 * Draws ‖∂loss/∂h_t‖ at every state of the unrolled network, the encoder's on the left, the decoder's on the right: for the
 * model as it is, and for untrained models with each kind of cell.
 */
final class GradientsPicture {
    private static final double FOOT = 42;
    private static final double LEGEND_LINE = 20;
    private static final double SAMPLE = 30;
    private static final double GAP_STEPS = 1;
    /** Longer dashes are memory cells. */
    private static final double MEMORY_DASH = 9;

    private final Sheet sheet;
    private final GradientComparison gradients;
    private final List<String> sources;
    private final List<Line> lines;
    private final Drawing drawing;

    /**
     * The norms of one model.
     *
     * @param cell      of an untrained model; empty for the one of now
     * @param memory    whether they are those at its memory cells
     * @param encoder   at each source position, {@code decoder} at each step
     */
    private record Line(Optional<CellType> cell, boolean memory, double[] encoder, double[] decoder) {
        double[] joined() {
            return DoubleStream.concat(DoubleStream.of(encoder), DoubleStream.of(decoder)).toArray();
        }

        /** What of the gradient at the last source state is left at the first. */
        double left() {
            return encoder[0] / encoder[encoder.length - 1];
        }

        /** Which mark its points have: one for the model of now, one for each cell. */
        int mark() {
            return cell.map(type -> 1 + type.ordinal()).orElse(0);
        }
    }

    private GradientsPicture(Sheet sheet, GradientComparison gradients, List<String> sources) {
        this.sheet = sheet;
        this.gradients = gradients;
        this.sources = sources;
        this.drawing = new Drawing(sheet);
        this.lines = new ArrayList<>();
        add(Optional.empty(), gradients.now());
        gradients.untrained().forEach((cell, norms) -> add(Optional.of(cell), norms));
    }

    /** The hidden states of a model, and its memory cells where it has them. */
    private void add(Optional<CellType> cell, GradientNorms norms) {
        lines.add(new Line(cell, false, norms.bySourceStep(), norms.byTargetStep()));
        norms.memoryBySourceStep().ifPresent(encoder -> lines.add(new Line(cell, true, encoder, norms.memoryByTargetStep().orElseThrow())));
    }

    static Picture of(Sheet sheet, TrainingScene scene) {
        if (scene.gradients().isEmpty() || scene.trace().isEmpty()) {
            Drawing drawing = new Drawing(sheet);
            drawing.text(sheet.words("training.gradients"), 0, 16, TextStyle.HEADING, drawing.ink(Role.TEXT));
            String words = sheet.words("training.gradients.none");
            drawing.paragraph(words, 0, 44, Math.min(sheet.width(), 440), TextStyle.CONTROL.withWeight(400), drawing.ink(Role.MUTED_TEXT));
            return drawing.picture(words);
        }
        List<String> tokens = scene.trace().get().source().tokens().stream().map(TokenText::of).toList();
        return new GradientsPicture(sheet, scene.gradients().get(), tokens).draw();
    }

    private Picture draw() {
        Caption caption = Caption.of(sheet, sheet.words("training.gradients"), sheet.words("training.gradients.note"));
        caption.draw(sheet, drawing);
        double top = legend(caption.height() + 4);
        double[] known = lines.stream().map(Line::joined).flatMapToDouble(DoubleStream::of).filter(norm -> norm > 0 && Double.isFinite(norm)).toArray();
        double height = sheet.height() - top - FOOT + Chart.BOTTOM;
        ChartTicks values = ChartTicks.logarithmic(DoubleStream.of(known).min().orElse(0.1), DoubleStream.of(known).max().orElse(1),
                (int) Math.max(2, (height - Chart.TOP - Chart.BOTTOM) / 24));
        ChartTicks steps = new ChartTicks(0.5, sources.size() + GAP_STEPS + gradients.now().target().size() + 0.5, List.of());
        Chart.Place place = new Chart.Place(0, top, sheet.width(), height, Chart.leftFor(sheet, values));
        marks(steps, values, place).forEach(drawing::add);
        tokens(place, steps);
        return drawing.picture(description());
    }

    /** How each line is drawn, and what of the gradient at the last source state is left at the first. */
    private double legend(double top) {
        double x = 0;
        double y = top;
        for (Line line : lines) {
            String name = name(line);
            double width = SAMPLE + 6 + sheet.width(name, TextStyle.SMALL) + 20;
            if (x > 0 && x + width - 20 > sheet.width()) {
                x = 0;
                y += LEGEND_LINE;
            }
            double middle = y + 8;
            boolean now = line.cell().isEmpty();
            Rgb ink = drawing.ink(now ? Role.TEXT : Role.DONE);
            drawing.line(x, middle, x + SAMPLE, middle, line.memory() ? new Stroke(ink, now ? 2 : 1.25, MEMORY_DASH) : now ? Stroke.solid(ink, 2) : Stroke.dashed(ink, 1.25));
            sample(line, x + SAMPLE / 2, middle, ink);
            drawing.text(sheet.shortened(name, TextStyle.SMALL, sheet.width() - x - SAMPLE - 6), x + SAMPLE + 6, middle + TextStyle.SMALL.middleToBaseline(), TextStyle.SMALL, drawing.ink(now ? Role.TEXT : Role.MUTED_TEXT));
            x += width;
        }
        return y + LEGEND_LINE + 6;
    }

    private String name(Line line) {
        String left = Numbers.significant(line.left(), 2);
        String key = "training.gradients." + (line.cell().isEmpty() ? "now" : "untrained") + (line.memory() ? ".memory" : "");
        return line.cell().map(cell -> sheet.words(key, cell.name(), left)).orElseGet(() -> sheet.words(key, left));
    }

    /** The mark of a line as its chart has it. */
    private void sample(Line line, double x, double y, Rgb ink) {
        if (line.memory()) {
            return;
        }
        switch (line.mark()) {
            case 0 -> drawing.box(x - 3, y - 3, 6, 6, 3, ink);
            case 1 -> drawing.add(new Mark.Box(x - 3, y - 3, 6, 6, 3, drawing.ink(Role.SURFACE), Stroke.solid(ink, 1.25)));
            case 2 -> drawing.box(x - 3, y - 3, 6, 6, 0, ink);
            default -> drawing.add(new Mark.Path(List.of(new Mark.Step.Move(x, y - 4), new Mark.Step.Line(x + 4, y + 3), new Mark.Step.Line(x - 4, y + 3),
                    new Mark.Step.Close()), ink, null));
        }
    }

    private static Shape shape(Line line) {
        return switch (line.mark()) {
            case 0, 1 -> new Ellipse2D.Double(-3, -3, 6, 6);
            case 2 -> new Rectangle2D.Double(-3, -3, 6, 6);
            default -> {
                Path2D.Double triangle = new Path2D.Double();
                triangle.moveTo(0, -4);
                triangle.lineTo(4, 3);
                triangle.lineTo(-4, 3);
                triangle.closePath();
                yield triangle;
            }
        };
    }

    private List<Mark> marks(ChartTicks steps, ChartTicks values, Chart.Place place) {
        Chart chart = new Chart(sheet.palette(), steps, values, true);
        // The model of now lies on top.
        for (int i = lines.size() - 1; i >= 0; i--) {
            Line line = lines.get(i);
            boolean now = line.cell().isEmpty();
            XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, !line.memory());
            renderer.setSeriesPaint(0, chart.color(now ? Role.TEXT : Role.DONE));
            float dash = line.memory() ? (float) MEMORY_DASH : 3;
            renderer.setSeriesStroke(0, now && !line.memory() ? new BasicStroke(2)
                    : new BasicStroke(now ? 2 : 1.25f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {dash, dash}, 0));
            renderer.setSeriesShape(0, shape(line));
            renderer.setUseFillPaint(true);
            renderer.setSeriesFillPaint(0, chart.color(line.mark() == 1 ? Role.SURFACE : now ? Role.TEXT : Role.DONE));
            renderer.setDrawOutlines(line.mark() == 1);
            chart.plot().setDataset(lines.size() - 1 - i, new XYSeriesCollection(series(line)));
            chart.plot().setRenderer(lines.size() - 1 - i, renderer);
        }
        chart.plot().setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        return chart.marks(place);
    }

    /** Encoder, a gap, decoder. */
    private XYSeries series(Line line) {
        XYSeries series = new XYSeries("norms");
        double[] all = line.joined();
        for (int i = 0; i < all.length; i++) {
            boolean decoder = i >= sources.size();
            if (i == sources.size()) {
                series.add(i + 0.9, null);
            }
            series.add(i + 1 + (decoder ? GAP_STEPS : 0), all[i] > 0 && Double.isFinite(all[i]) ? Double.valueOf(all[i]) : null);
        }
        return series;
    }

    /** The tokens below their states, as far as they have room, and the names of both sides. */
    private void tokens(Chart.Place place, ChartTicks steps) {
        List<String> targets = gradients.now().target().stream().map(TokenText::of).toList();
        double pitch = place.xOf(2, steps) - place.xOf(1, steps);
        double baseline = place.plotBottom() + 15;
        tokens(sources, 1, place, steps, pitch, baseline);
        tokens(targets, sources.size() + 1 + GAP_STEPS, place, steps, pitch, baseline);
        double y = sheet.height() - 4;
        String encoder = sheet.words("training.gradients.encoder") + " " + Axis.SOURCE_TIME.letter() + " " + sources.size();
        String decoder = sheet.words("training.gradients.decoder") + " " + Axis.TARGET_TIME.letter() + " " + targets.size();
        double from = place.plotLeft();
        drawing.text(encoder, from, y, TextStyle.LEAST, sheet.palette().of(Axis.SOURCE_TIME));
        double at = Math.max(place.xOf(sources.size() + 1 + GAP_STEPS, steps) - 6, from + sheet.width(encoder, TextStyle.LEAST) + 14);
        drawing.text(decoder, Math.min(at, sheet.width() - sheet.width(decoder, TextStyle.LEAST)), y, TextStyle.LEAST, sheet.palette().of(Axis.TARGET_TIME));
        double parting = place.xOf(sources.size() + 0.5 + GAP_STEPS / 2, steps);
        drawing.line(parting, place.plotTop(), parting, place.plotBottom(), Stroke.solid(drawing.ink(Role.LINE), 1));
    }

    private void tokens(List<String> tokens, double first, Chart.Place place, ChartTicks steps, double pitch, double baseline) {
        TextStyle style = TextStyle.TOKEN.withSize(11);
        double end = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < tokens.size(); i++) {
            double middle = place.xOf(first + i, steps);
            String token = sheet.shortened(tokens.get(i).equals("<eos>") ? "eos" : tokens.get(i), style, Math.max(24, pitch - 2));
            double half = sheet.width(token, style) / 2;
            if (middle - half > end + 3 && middle + half <= sheet.width()) {
                drawing.text(token, middle, baseline, style, drawing.ink(Role.TEXT), Anchor.MIDDLE);
                end = middle + half;
            }
        }
    }

    private String description() {
        StringBuilder words = new StringBuilder(sheet.words("training.gradients.note"));
        lines.forEach(line -> words.append(' ').append(name(line)).append('.'));
        return words.toString();
    }

    /** All numbers: of the model of now and of the untrained ones, by side, layer and step. */
    static String csv(GradientComparison gradients) {
        CsvTable table = new CsvTable("model", "state", "layer", "time_step", "gradient_norm");
        rows(table, "now", gradients.now());
        for (Map.Entry<CellType, GradientNorms> untrained : gradients.untrained().entrySet()) {
            rows(table, "untrained_" + untrained.getKey(), untrained.getValue());
        }
        return table.toString();
    }

    private static void rows(CsvTable table, String model, GradientNorms norms) {
        rows(table, model, "encoder_hidden_state", norms.encoder());
        norms.encoderBackward().ifPresent(grid -> rows(table, model, "encoder_backward_hidden_state", grid));
        norms.encoderMemory().ifPresent(grid -> rows(table, model, "encoder_memory_cell", grid));
        rows(table, model, "decoder_hidden_state", norms.decoder());
        norms.decoderMemory().ifPresent(grid -> rows(table, model, "decoder_memory_cell", grid));
    }

    private static void rows(CsvTable table, String model, String state, Grid norms) {
        for (int layer = 0; layer < norms.rows(); layer++) {
            for (int t = 0; t < norms.columns(); t++) {
                table.row(model, state, layer + 1, t + 1, norms.get(layer, t));
            }
        }
    }
}
