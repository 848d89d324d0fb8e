package seq2see.app.view.mask;

import java.util.List;
import seq2see.app.drawing.Drawing;
import seq2see.app.drawing.Mark;
import seq2see.app.drawing.Mark.Anchor;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.Signs;
import seq2see.app.drawing.Stroke;
import seq2see.app.drawing.TextStyle;
import seq2see.app.theme.Rgb;
import seq2see.app.theme.Role;
import seq2see.tensor.Axis;
import seq2see.tensor.Broadcast;
import seq2see.tensor.Broadcast.Pair;
import seq2see.tensor.PaddingMask;

/** Both shapes of the comparison above each other, aligned from the right, and what comes of each pair of sizes. */
final class MaskAlignment {
    private static final double SIZE = 40;
    private static final double LINE = 26;
    private static final double SIZES_LEFT = 96;

    private final Sheet sheet;
    private final MaskScene scene;
    private final MaskLayout layout;
    private final Drawing drawing;

    MaskAlignment(Sheet sheet, MaskScene scene, MaskLayout layout, Drawing drawing) {
        this.sheet = sheet;
        this.scene = scene;
        this.layout = layout;
        this.drawing = drawing;
    }

    void draw() {
        double x = layout.alignmentLeft();
        double y = MaskLayout.OPERANDS_TOP - 28;
        Broadcast broadcast = scene.mask().broadcast();
        drawing.text(sheet.words("mask.alignment"), x, y + 3 * LINE + 20, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT));
        drawing.text(sheet.words("mask.positions"), x, y + 17, TextStyle.SMALL, drawing.ink(Role.TEXT));
        drawing.text(sheet.words("mask.lengths"), x, y + LINE + 17, TextStyle.SMALL, drawing.ink(Role.TEXT));
        drawing.text(sheet.words("mask.mask"), x, y + 2 * LINE + 21, TextStyle.SMALL.withWeight(600), drawing.ink(Role.TEXT));
        drawing.line(x, y + 2 * LINE + 2.5, x + SIZES_LEFT + 2 * SIZE, y + 2 * LINE + 2.5, Stroke.solid(drawing.ink(Role.LINE), 1));
        for (int axis = 0; axis < broadcast.pairs().size(); axis++) {
            Pair pair = broadcast.pairs().get(axis);
            double column = x + SIZES_LEFT + axis * SIZE;
            size(column, y, pair.left(), pair.leftMissing(), ink(axis, true), pair);
            size(column, y + LINE, pair.right(), pair.rightMissing(), ink(axis, false), pair);
            if (pair.fits()) {
                boolean last = axis == broadcast.pairs().size() - 1;
                drawing.text(String.valueOf(pair.size()), column + SIZE / 2 - 2, y + 2 * LINE + 21, TextStyle.FIGURE.withWeight(700),
                        sheet.palette().of(last && !scene.misleads() ? scene.time() : Axis.BATCH), Anchor.MIDDLE);
            } else {
                drawing.add(Signs.cross(column + SIZE / 2 - 2, y + 2 * LINE + 17, drawing.ink(Role.DANGER)));
            }
        }
    }

    /** A size of 1 is nobody's axis. */
    private Rgb ink(int axis, boolean positions) {
        boolean column = scene.mask().layout() == PaddingMask.Layout.COLUMN;
        List<Pair> pairs = scene.mask().broadcast().pairs();
        boolean last = axis == pairs.size() - 1;
        if (positions) {
            return last ? sheet.palette().of(scene.time()) : drawing.ink(Role.MUTED_TEXT);
        }
        return last == column ? drawing.ink(Role.MUTED_TEXT) : sheet.palette().of(Axis.BATCH);
    }

    private void size(double x, double y, int size, boolean missing, Rgb ink, Pair pair) {
        Stroke edge = pair.fits() ? missing ? Stroke.dashed(drawing.ink(Role.GHOST), 1) : Stroke.solid(drawing.ink(Role.LINE), 1)
                : Stroke.solid(drawing.ink(Role.DANGER), 1.5);
        drawing.add(new Mark.Box(x + 0.5, y + 0.5, SIZE - 5, LINE - 3, 3, pair.fits() ? null : drawing.ink(Role.DANGER_TINT), edge));
        drawing.text(missing ? "–" : String.valueOf(size), x + SIZE / 2 - 2, y + 17, TextStyle.FIGURE, ink, Anchor.MIDDLE);
    }
}
