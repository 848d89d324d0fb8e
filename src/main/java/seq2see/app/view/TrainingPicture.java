package seq2see.app.view;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Role;
import seq2see.app.view.Mark.Anchor;
import seq2see.app.view.Mark.Step;
import seq2see.training.LearningCurve;
import seq2see.training.TrainingSnapshot;

/** Draws the course of a training: the loss, and below it (beside it on a wide sheet) the gradient's norm. */
final class TrainingPicture {
    private static final double HEADING = 30;
    private static final double LEGEND = 26;
    private static final double GAP = 20;
    private static final double SAMPLE = 16;
    private static final TextStyle NUMBER = TextStyle.FIGURE.withSize(12);
    /** Numbers of the legend stand right-aligned in a box that holds these. */
    private static final String WIDEST_NUMBER = "0.0000";
    /** Where the two charts, one above the other, would be lower than this, the norm is told in figures. */
    private static final double LEAST_HEIGHT = 330;
    private static final double FOOTER = 18;
    /** Numbers of training steps stand this far apart at least, on what is left of the width. */
    private static final double STEP_LABEL = 80;
    private static final double STEPS_MARGIN = 56;

    private final Sheet sheet;
    private final TrainingSnapshot snapshot;
    private final Drawing drawing;

    private TrainingPicture(Sheet sheet, TrainingSnapshot snapshot) {
        this.sheet = sheet;
        this.snapshot = snapshot;
        this.drawing = new Drawing(sheet);
    }

    static Picture of(Sheet sheet, Optional<TrainingSnapshot> shown) {
        Optional<TrainingSnapshot> begun = shown.filter(snapshot -> !snapshot.curve().training().isEmpty());
        return begun.map(snapshot -> new TrainingPicture(sheet, snapshot).draw()).orElseGet(() -> empty(sheet, shown));
    }

    private static Picture empty(Sheet sheet, Optional<TrainingSnapshot> shown) {
        Drawing drawing = new Drawing(sheet);
        String words = shown.flatMap(TrainingSnapshot::failure).map(failure -> failure.text(sheet.language().locale()))
                .orElseGet(() -> sheet.words("training.empty"));
        drawing.text(sheet.words("training.loss"), 0, 16, TextStyle.HEADING, drawing.ink(Role.TEXT));
        drawing.paragraph(words, 0, 44, Math.min(sheet.width(), 440), TextStyle.CONTROL.withWeight(400), drawing.ink(Role.MUTED_TEXT));
        return drawing.picture(words);
    }

    private Picture draw() {
        boolean beside = sheet.width() > 640 && sheet.width() > 1.5 * sheet.height();
        if (beside) {
            double width = (sheet.width() - 28) / 2;
            charts(lossPlace(0, 0, width, sheet.height()), normPlace(width + 28, 0, width, sheet.height()));
        } else if (sheet.height() < LEAST_HEIGHT) {
            Chart.Place place = lossPlace(0, 0, sheet.width(), sheet.height() - FOOTER);
            ChartTicks losses = LossChart.ticks(curve(), place.height());
            drawLoss(losses, place.withLeft(Chart.leftFor(sheet, losses)));
            gradientNormInFigures();
        } else {
            double lossHeight = Math.round((sheet.height() - GAP) * 0.57);
            charts(lossPlace(0, 0, sheet.width(), lossHeight),
                    normPlace(0, lossHeight + GAP, sheet.width(), sheet.height() - lossHeight - GAP));
        }
        return drawing.picture(description());
    }

    /** Both charts; their plots begin alike, so that one above the other they have one time axis. */
    private void charts(Chart.Place lossPlace, Chart.Place normPlace) {
        double clip = snapshot.clip();
        ChartTicks losses = LossChart.ticks(curve(), lossPlace.height());
        ChartTicks norms = GradientNormChart.ticks(curve(), clip, normPlace.height());
        double left = Chart.leftFor(sheet, losses, norms);
        drawLoss(losses, lossPlace.withLeft(left));
        GradientNormChart.marks(sheet.palette(), curve(), clip, steps(normPlace.width()), norms, normPlace.withLeft(left)).forEach(drawing::add);
    }

    private void drawLoss(ChartTicks losses, Chart.Place place) {
        LossChart.marks(sheet.palette(), curve(), steps(place.width()), losses, place).forEach(drawing::add);
    }

    /** Draws what stands above the loss chart and gives what is left for the chart. */
    private Chart.Place lossPlace(double x, double y, double width, double height) {
        double top = legend(x, heading("training.loss", "training.loss.unit", x, y, width), width);
        return new Chart.Place(x, top, width, y + height - top);
    }

    /** Draws what stands above and below the chart of the gradient's norm and gives what is left for the chart. */
    private Chart.Place normPlace(double x, double y, double width, double height) {
        double top = heading("training.gradientNorm", "training.gradientNorm.note", x, y, width);
        limit(x, top + 7);
        axisName(x + width);
        top += LEGEND - 8;
        return new Chart.Place(x, top, width, y + height - top - FOOTER);
    }

    private void axisName(double right) {
        drawing.text(sheet.words("training.step"), right - Chart.RIGHT, sheet.height() - 4, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT), Anchor.END);
    }

    /** The newest norm below the loss: a triangle where it is clipped, a dot where it is not, as in the chart. */
    private void gradientNormInFigures() {
        double baseline = sheet.height() - 4;
        double norm = snapshot.gradientNorm().orElse(Double.NaN);
        boolean clipped = norm > snapshot.clip();
        double middle = baseline - TextStyle.SMALL.middleToBaseline();
        if (clipped) {
            drawing.add(new Mark.Path(List.of(new Step.Move(0, middle + 4), new Step.Line(10, middle + 4), new Step.Line(5, middle - 5), new Step.Close()),
                    drawing.ink(Role.WARNING), null));
        } else {
            drawing.box(2, middle - 3, 6, 6, 3, drawing.ink(Role.MUTED_TEXT));
        }
        String name = sheet.words("training.gradientNorm.brief");
        drawing.text(name, 15, baseline, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT));
        drawing.text(Numbers.loss(norm), 15 + sheet.width(name, TextStyle.SMALL) + 4 + numberWidth(), baseline, NUMBER, drawing.ink(Role.TEXT), Anchor.END);
        axisName(sheet.width());
    }

    /** Says what the dashed line is. The words stand above the plot, since marks may come to lie anywhere in it. */
    private void limit(double x, double middle) {
        double clip = snapshot.clip();
        String words = sheet.words("training.clip", clip == Math.rint(clip) ? Numbers.fixed(clip, 1) : Numbers.significant(clip, 2));
        drawing.line(x, middle, x + SAMPLE, middle, Stroke.dashed(drawing.ink(Role.WARNING), 1.25));
        drawing.text(words, x + SAMPLE + 4, middle + TextStyle.LEAST_STRONG.middleToBaseline(), TextStyle.LEAST_STRONG, drawing.ink(Role.WARNING));
    }

    /** Heading and its note, which goes to a line of its own where it has no room at the right. Gives what is below. */
    private double heading(String headingKey, String noteKey, double x, double y, double width) {
        String heading = sheet.words(headingKey);
        String note = sheet.words(noteKey);
        drawing.text(heading, x, y + 16, TextStyle.HEADING, drawing.ink(Role.TEXT));
        double end = Math.min(x + width, y == 0 ? sheet.width() - sheet.corner() : sheet.width());
        if (x + sheet.width(heading, TextStyle.HEADING) + 12 + sheet.width(note, TextStyle.SMALL) <= end) {
            drawing.text(note, end, y + 16, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT), Anchor.END);
            return y + HEADING;
        }
        return drawing.paragraph(note, x, y + 35, width, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT)) - 4;
    }

    private double legend(double x, double top, double width) {
        double middle = top + 7;
        drawing.line(x, middle, x + SAMPLE, middle, Stroke.solid(drawing.ink(Role.TEXT), 1.5));
        double end = entry("training.training", snapshot.trainingLoss(), x, middle);
        double next = end + 10;
        double rows = LEGEND;
        if (next + SAMPLE + 8 + sheet.width(sheet.words("training.validation"), TextStyle.SMALL) + numberWidth() > x + width) {
            next = x;
            middle += 18;
            rows += 18;
        }
        drawing.line(next, middle, next + SAMPLE, middle, Stroke.dashed(drawing.ink(Role.TEXT), 1.25));
        drawing.add(new Mark.Box(next + SAMPLE / 2 - 3, middle - 3, 6, 6, 3, drawing.ink(Role.SURFACE), Stroke.solid(drawing.ink(Role.TEXT), 1.5)));
        entry("training.validation", snapshot.validationLoss(), next, middle);
        return top + rows;
    }

    /** Gives the end of the entry, which does not move when its number changes. */
    private double entry(String key, OptionalDouble loss, double x, double middle) {
        double baseline = middle + TextStyle.SMALL.middleToBaseline();
        String name = sheet.words(key);
        drawing.text(name, x + SAMPLE + 4, baseline, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT));
        double end = x + SAMPLE + 4 + sheet.width(name, TextStyle.SMALL) + 4 + numberWidth();
        drawing.text(number(loss), end, baseline, NUMBER, drawing.ink(Role.TEXT), Anchor.END);
        return end;
    }

    private double numberWidth() {
        return sheet.width(WIDEST_NUMBER, NUMBER);
    }

    private static String number(OptionalDouble loss) {
        return Numbers.loss(loss.orElse(Double.NaN));
    }

    private ChartTicks steps(double width) {
        long last = Math.max(curve().training().getLast().trainingStep(),
                curve().validation().isEmpty() ? 0 : curve().validation().getLast().trainingStep());
        return ChartTicks.linear(Math.max(10, last), Math.max(10, snapshot.plan().trainingSteps()), (int) Math.max(2, (width - STEPS_MARGIN) / STEP_LABEL));
    }

    private LearningCurve curve() {
        return snapshot.curve();
    }

    private String description() {
        OptionalDouble norm = snapshot.gradientNorm();
        return sheet.words("training.description", snapshot.trainingStep(), snapshot.plan().trainingSteps(),
                number(snapshot.trainingLoss()), number(snapshot.validationLoss()), norm.isEmpty() ? "–" : Numbers.significant(norm.getAsDouble(), 2),
                Numbers.significant(snapshot.clip(), 2));
    }
}
