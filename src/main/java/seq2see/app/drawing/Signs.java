package seq2see.app.drawing;

import java.util.ArrayList;
import java.util.List;
import seq2see.app.drawing.Mark.Step;
import seq2see.app.theme.Rgb;

/** Small signs in pictures, drawn and not written, so that they do not depend on a font. */
public final class Signs {
    private static final double HATCH = 7;

    private Signs() {
    }

    /** A tick around (x, y), 12 wide. */
    public static Mark tick(double x, double y, Rgb ink) {
        return new Mark.Path(List.of(new Step.Move(x - 6, y), new Step.Line(x - 2, y + 4.5), new Step.Line(x + 6, y - 5)), null, Stroke.solid(ink, 2));
    }

    /** A cross around (x, y), 10 wide. */
    public static Mark cross(double x, double y, Rgb ink) {
        return new Mark.Path(List.of(new Step.Move(x - 4.5, y - 4.5), new Step.Line(x + 4.5, y + 4.5), new Step.Move(x + 4.5, y - 4.5),
                new Step.Line(x - 4.5, y + 4.5)), null, Stroke.solid(ink, 2));
    }

    /** A plus in a circle around (x, y). */
    public static List<Mark> join(double x, double y, double radius, Rgb ink) {
        double k = 0.5523 * radius;
        Mark circle = new Mark.Path(List.of(new Step.Move(x, y - radius), new Step.Curve(x + k, y - radius, x + radius, y - k, x + radius, y),
                new Step.Curve(x + radius, y + k, x + k, y + radius, x, y + radius),
                new Step.Curve(x - k, y + radius, x - radius, y + k, x - radius, y),
                new Step.Curve(x - radius, y - k, x - k, y - radius, x, y - radius), new Step.Close()), null, Stroke.solid(ink, 1.5));
        double arm = radius * 0.6;
        Mark plus = new Mark.Path(List.of(new Step.Move(x - arm, y), new Step.Line(x + arm, y), new Step.Move(x, y - arm), new Step.Line(x, y + arm)),
                null, Stroke.solid(ink, 1.5));
        return List.of(circle, plus);
    }

    /** A line through points, ending in an arrow's head that points to the right or down. */
    public static List<Mark> arrow(Stroke stroke, double... points) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < points.length; i += 2) {
            steps.add(i == 0 ? new Step.Move(points[0], points[1]) : new Step.Line(points[i], points[i + 1]));
        }
        double x = points[points.length - 2];
        double y = points[points.length - 1];
        boolean down = points[points.length - 4] == x;
        double length = 5;
        double half = 3;
        List<Step> head = down ? List.of(new Step.Move(x, y), new Step.Line(x - half, y - length), new Step.Line(x + half, y - length), new Step.Close())
                : List.of(new Step.Move(x, y), new Step.Line(x - length, y - half), new Step.Line(x - length, y + half), new Step.Close());
        return List.of(new Mark.Path(steps, null, stroke), new Mark.Path(head, stroke.ink(), null));
    }

    /** Slanted lines over a cell: padding. */
    public static Mark hatch(double x, double y, double width, double height, Rgb ink) {
        List<Step> steps = new ArrayList<>();
        for (double along = HATCH; along < width + height; along += HATCH) {
            double fromX = Math.min(along, width);
            double toX = Math.max(0, along - height);
            steps.add(new Step.Move(x + fromX, y + along - fromX));
            steps.add(new Step.Line(x + toX, y + along - toX));
        }
        return new Mark.Path(steps, null, Stroke.solid(ink, 1));
    }
}
