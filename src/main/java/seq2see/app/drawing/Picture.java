package seq2see.app.drawing;

import java.util.List;
import seq2see.app.theme.Rgb;

/**
 * A display list: what a view shows, as data. Screen, PNG and SVG are drawn from the same one, so they cannot differ.
 *
 * @param width       in pixels at scale 1
 * @param marks       in drawing order
 * @param description what the picture shows, in words
 */
public record Picture(double width, double height, List<Mark> marks, String description) {
    public Picture {
        marks = List.copyOf(marks);
    }

    /** The picture on a ground of its own with a margin around it, as it is saved. */
    public Picture onGround(Rgb ground, double margin) {
        double wide = width + 2 * margin;
        double high = height + 2 * margin;
        return new Picture(wide, high, List.of(new Mark.Box(0, 0, wide, high, 0, ground, null), new Mark.Shift(margin, margin, marks)),
                description);
    }
}
