package seq2see.app.drawing;

import java.util.List;
import seq2see.app.theme.Rgb;

/** One thing in a {@link Picture}. Lengths are pixels at scale 1, y runs down. Fill and stroke may be null for none. */
public sealed interface Mark {

    /** Where a text stands from its x. */
    enum Anchor { START, MIDDLE, END }

    record Box(double x, double y, double width, double height, double radius, Rgb fill, Stroke stroke) implements Mark {
    }

    record Path(List<Step> steps, Rgb fill, Stroke stroke) implements Mark {
        public Path {
            steps = List.copyOf(steps);
        }
    }

    /** @param y of the baseline; @param turn degrees clockwise around (x, y) */
    record Label(String text, double x, double y, TextStyle style, Rgb ink, Anchor anchor, double turn) implements Mark {
    }

    /** Marks of which only what lies in a rectangle shows. */
    record Clip(double x, double y, double width, double height, List<Mark> marks) implements Mark {
        public Clip {
            marks = List.copyOf(marks);
        }
    }

    /** Marks moved to the right and down. */
    record Shift(double x, double y, List<Mark> marks) implements Mark {
        public Shift {
            marks = List.copyOf(marks);
        }
    }

    /** A part of a path. */
    sealed interface Step {
        record Move(double x, double y) implements Step {
        }

        record Line(double x, double y) implements Step {
        }

        record Curve(double x1, double y1, double x2, double y2, double x, double y) implements Step {
        }

        record Close() implements Step {
        }
    }
}
