package seq2see.app.view.attention;

import java.util.ArrayList;
import java.util.List;
import seq2see.app.drawing.Drawing;
import seq2see.app.drawing.Mark;
import seq2see.app.drawing.Mark.Step;
import seq2see.app.drawing.Stroke;
import seq2see.app.theme.Role;

/** What is only there to fill a batch up: slanted lines and a dashed edge. */
final class Hatching {
    private static final double GAP = 7;

    private Hatching() {
    }

    static void draw(Drawing drawing, double x, double y, double width, double height) {
        List<Step> lines = new ArrayList<>();
        for (double start = GAP; start < width + height; start += GAP) {
            double left = Math.max(0, start - height);
            double top = Math.max(0, start - width);
            lines.add(new Step.Move(x + left, y + Math.min(start, height)));
            lines.add(new Step.Line(x + Math.min(start, width), y + top));
        }
        if (!lines.isEmpty()) {
            drawing.add(new Mark.Path(lines, null, Stroke.solid(drawing.ink(Role.LINE), 1)));
        }
        drawing.outline(x + 0.5, y + 0.5, Math.max(1, width - 1), Math.max(1, height - 1), 2, Stroke.dashed(drawing.ink(Role.GHOST), 1));
    }
}
