package seq2see.app.drawing;

import java.util.ArrayList;
import java.util.List;
import seq2see.app.drawing.Mark.Anchor;
import seq2see.app.drawing.Mark.Step;
import seq2see.app.theme.Rgb;
import seq2see.app.theme.Role;

/** Collects the marks of a picture in drawing order. */
public final class Drawing {
    private final Sheet sheet;
    private final List<Mark> marks = new ArrayList<>();

    public Drawing(Sheet sheet) {
        this.sheet = sheet;
    }

    public Sheet sheet() {
        return sheet;
    }

    public Rgb ink(Role role) {
        return sheet.palette().of(role);
    }

    public void add(Mark mark) {
        marks.add(mark);
    }

    public void box(double x, double y, double width, double height, double radius, Rgb fill) {
        marks.add(new Mark.Box(x, y, width, height, radius, fill, null));
    }

    public void outline(double x, double y, double width, double height, double radius, Stroke stroke) {
        marks.add(new Mark.Box(x, y, width, height, radius, null, stroke));
    }

    public void line(double x1, double y1, double x2, double y2, Stroke stroke) {
        marks.add(new Mark.Path(List.of(new Step.Move(x1, y1), new Step.Line(x2, y2)), null, stroke));
    }

    /** A wire that leaves and arrives upright. */
    public void curve(double x1, double y1, double x2, double y2, Stroke stroke) {
        double middle = (y1 + y2) / 2;
        marks.add(new Mark.Path(List.of(new Step.Move(x1, y1), new Step.Curve(x1, middle, x2, middle, x2, y2)), null, stroke));
    }

    public void text(String text, double x, double baseline, TextStyle style, Rgb ink) {
        text(text, x, baseline, style, ink, Anchor.START);
    }

    public void text(String text, double x, double baseline, TextStyle style, Rgb ink, Anchor anchor) {
        marks.add(new Mark.Label(text, x, baseline, style, ink, anchor, 0));
    }

    /** A text that reads upwards from (x, y). */
    public void upwardText(String text, double x, double y, TextStyle style, Rgb ink, Anchor anchor) {
        marks.add(new Mark.Label(text, x, y, style, ink, anchor, -90));
    }

    /** A wrapped text, its first baseline given. Gives the baseline behind its last line. */
    public double paragraph(String text, double x, double baseline, double width, TextStyle style, Rgb ink) {
        double y = baseline;
        for (String line : sheet.wrapped(text, style, width)) {
            text(line, x, y, style, ink);
            y += Math.round(style.size() * 1.5);
        }
        return y;
    }

    /** What was drawn until now. */
    public List<Mark> marks() {
        return List.copyOf(marks);
    }

    public Picture picture(String description) {
        return new Picture(sheet.width(), sheet.height(), marks, description);
    }
}
