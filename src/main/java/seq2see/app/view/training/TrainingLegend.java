package seq2see.app.view.training;

import java.util.List;
import java.util.OptionalDouble;
import seq2see.app.drawing.Drawing;
import seq2see.app.drawing.Mark;
import seq2see.app.drawing.Mark.Anchor;
import seq2see.app.drawing.Mark.Step;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.Stroke;
import seq2see.app.drawing.TextStyle;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Role;

/** What stands between the heading of a training's chart and its plot: samples of lines, their names, and numbers that do not move. */
final class TrainingLegend {
    private static final double SAMPLE = 16;
    private static final TextStyle NUMBER = TextStyle.FIGURE.withSize(12);
    /** Numbers stand right-aligned in a box that holds these. */
    private static final String WIDEST_NUMBER = "0.0000";

    private final Sheet sheet;
    private final Drawing drawing;

    TrainingLegend(Sheet sheet, Drawing drawing) {
        this.sheet = sheet;
        this.drawing = drawing;
    }

    /** Whether training and validation stand side by side, or one below the other. */
    static int lossRows(Sheet sheet, double width) {
        double both = 2 * (SAMPLE + 8 + sheet.width(WIDEST_NUMBER, NUMBER)) + 10 + sheet.width(sheet.words("training.training"), TextStyle.SMALL)
                + sheet.width(sheet.words("training.validation"), TextStyle.SMALL);
        return both <= width ? 1 : 2;
    }

    void loss(double x, double top, double width, OptionalDouble training, OptionalDouble validation) {
        double middle = top + 7;
        drawing.line(x, middle, x + SAMPLE, middle, Stroke.solid(drawing.ink(Role.TEXT), 1.5));
        double next = entry("training.training", training, x, middle) + 10;
        if (lossRows(sheet, width) > 1) {
            next = x;
            middle += 18;
        }
        drawing.line(next, middle, next + SAMPLE, middle, Stroke.dashed(drawing.ink(Role.TEXT), 1.25));
        drawing.add(new Mark.Box(next + SAMPLE / 2 - 3, middle - 3, 6, 6, 3, drawing.ink(Role.SURFACE), Stroke.solid(drawing.ink(Role.TEXT), 1.5)));
        entry("training.validation", validation, next, middle);
    }

    /** Gives the end of the entry, which does not move when its number changes. */
    private double entry(String key, OptionalDouble value, double x, double middle) {
        double baseline = middle + TextStyle.SMALL.middleToBaseline();
        String name = sheet.words(key);
        drawing.text(name, x + SAMPLE + 4, baseline, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT));
        double end = x + SAMPLE + 4 + sheet.width(name, TextStyle.SMALL) + 4 + sheet.width(WIDEST_NUMBER, NUMBER);
        drawing.text(Numbers.loss(value.orElse(Double.NaN)), end, baseline, NUMBER, drawing.ink(Role.TEXT), Anchor.END);
        return end;
    }

    /** Says what the dashed line is, and how many steps met it. The words stand above the plot: marks may lie anywhere in it. */
    void limit(double x, double middle, double width, double clip, double share) {
        String words = sheet.words("training.clip", clip == Math.rint(clip) ? Numbers.fixed(clip, 1) : Numbers.significant(clip, 2));
        String more = words + " · " + sheet.words("training.clip.share", Numbers.fixed(100 * share, share > 0 && share < 0.095 ? 1 : 0));
        boolean fits = SAMPLE + 4 + sheet.width(more, TextStyle.LEAST_STRONG) <= width;
        drawing.line(x, middle, x + SAMPLE, middle, Stroke.dashed(drawing.ink(Role.WARNING), 1.25));
        drawing.text(fits ? more : words, x + SAMPLE + 4, middle + TextStyle.LEAST_STRONG.middleToBaseline(), TextStyle.LEAST_STRONG, drawing.ink(Role.WARNING));
    }

    /** The norm where its chart has no room: a triangle where it is clipped, a dot where it is not, as in the chart. */
    void normInFigures(double baseline, double norm, boolean clipped) {
        double middle = baseline - TextStyle.SMALL.middleToBaseline();
        if (clipped) {
            drawing.add(new Mark.Path(List.of(new Step.Move(0, middle + 4), new Step.Line(10, middle + 4), new Step.Line(5, middle - 5), new Step.Close()),
                    drawing.ink(Role.WARNING), null));
        } else {
            drawing.box(2, middle - 3, 6, 6, 3, drawing.ink(Role.MUTED_TEXT));
        }
        String name = sheet.words("training.gradientNorm.brief");
        drawing.text(name, 15, baseline, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT));
        drawing.text(Numbers.loss(norm), 15 + sheet.width(name, TextStyle.SMALL) + 4 + sheet.width(WIDEST_NUMBER, NUMBER), baseline, NUMBER,
                drawing.ink(Role.TEXT), Anchor.END);
    }

    /** One number at the right of a heading. */
    void value(double end, double baseline, String number) {
        drawing.text(number, end, baseline, NUMBER, drawing.ink(Role.TEXT), Anchor.END);
    }
}
