package seq2see.app.view.mask;

import java.util.stream.IntStream;
import seq2see.app.drawing.Drawing;
import seq2see.app.drawing.Mark;
import seq2see.app.drawing.Mark.Anchor;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.Signs;
import seq2see.app.drawing.Stroke;
import seq2see.app.drawing.TextStyle;
import seq2see.app.theme.Rgb;
import seq2see.app.theme.Role;
import seq2see.app.view.mask.MaskScene.Cell;
import seq2see.app.view.mask.MaskScene.Phase;
import seq2see.tensor.Axis;
import seq2see.tensor.PaddingMask;

/** The mask, cell by cell: each says what it compares and what comes of it. */
final class MaskComparison {
    /** What a cell with a word holds beside its comparison and that word: its margins, and the sign apart from both. */
    private static final double AROUND_WORD = 50;
    /** What a cell holds beside its comparison, so that the sign stands well apart. */
    private static final double ROOMY = 31;

    private final Sheet sheet;
    private final MaskScene scene;
    private final MaskLayout layout;
    private final Drawing drawing;
    private final PaddingMask mask;
    /** How a comparison is written; where cells are narrow, without blanks. */
    private final String less;
    /** The width of the longest comparison. */
    private final double longest;

    MaskComparison(Sheet sheet, MaskScene scene, MaskLayout layout, Drawing drawing) {
        this.sheet = sheet;
        this.scene = scene;
        this.layout = layout;
        this.drawing = drawing;
        this.mask = scene.mask();
        int length = IntStream.range(0, mask.sentences()).map(mask::length).max().orElse(0);
        String last = Math.max(0, mask.maximumLength() - 1) + " < " + length;
        less = layout.compareCell() - 3 >= sheet.width(last, TextStyle.FIGURE) + ROOMY ? " < " : "<";
        longest = sheet.width(last.replace(" < ", less), TextStyle.FIGURE);
    }

    void draw() {
        TextStyle strong = TextStyle.SMALL.withWeight(600);
        String step = sheet.words("mask.step", 2);
        double baseline = layout.compareTop() + 8;
        drawing.text(step, 0, baseline, strong, drawing.ink(scene.phase() == Phase.COMPARE ? Role.ACCENT : Role.TEXT));
        double x = sheet.width(step, strong) + 10;
        if (scene.misleads()) {
            drawing.text("▲ " + sheet.words("mask.misleads"), x, baseline, strong, drawing.ink(Role.WARNING));
        } else {
            drawing.text(sheet.words("mask.compare"), x, baseline, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT));
        }
        columnHeads();
        for (int row = 0; row < mask.rows(); row++) {
            rowHead(row);
            for (int column = layout.first(); layout.shows(column) && column < mask.columns(); column++) {
                cell(row, column);
            }
        }
        if (mask.columns() == 0) {
            drawing.text(sheet.words("mask.noPositions"), MaskLayout.COMPARE_LEFT, layout.compareY(0) + 18, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT));
        }
    }

    private void columnHeads() {
        Rgb ink = sheet.palette().of(scene.time());
        double y = layout.compareY(0) - 8;
        int shown = Math.min(layout.shown(), mask.columns() - layout.first());
        if (shown <= 0) {
            return;
        }
        double left = layout.compareX(layout.first());
        drawing.line(left + 1, y + 1, left + shown * layout.compareCell() - 3, y + 1, Stroke.solid(ink, 2.5));
        boolean worded = layout.compareCell() >= sheet.width(sheet.words("mask.position", mask.columns()), TextStyle.SMALL.withWeight(600)) + 6;
        for (int column = layout.first(); column < layout.first() + shown; column++) {
            String name = worded ? sheet.words("mask.position", column) : String.valueOf(column);
            drawing.text(name, middle(column), y - 7, worded ? TextStyle.SMALL.withWeight(600) : TextStyle.LEAST.withWeight(500), ink, Anchor.MIDDLE);
        }
        String axis = scene.time().letter() + " " + mask.columns() + (shown < mask.columns()
                ? " · " + layout.first() + "–" + (layout.first() + shown - 1) : "");
        drawing.text(axis, MaskLayout.COMPARE_LEFT - 14, y - 7, TextStyle.LEAST.withWeight(500), ink, Anchor.END);
    }

    private void rowHead(int row) {
        double y = layout.compareY(row) + (layout.compareRow() - 4) / 2;
        double end = MaskLayout.COMPARE_LEFT - 14;
        drawing.line(end + 6, layout.compareY(row) + 1, end + 6, layout.compareY(row) + layout.compareRow() - 3,
                Stroke.solid(sheet.palette().of(Axis.BATCH), 2.5));
        if (mask.rows() != mask.sentences() || mask.layout() != PaddingMask.Layout.COLUMN) {
            return;
        }
        String name = sheet.words("mask.sentence", row + 1);
        String length = sheet.words("mask.length", mask.length(row));
        if (layout.compareRow() >= 36) {
            drawing.text(name, end, y - 2, TextStyle.SMALL.withWeight(600), drawing.ink(Role.TEXT), Anchor.END);
            drawing.text(length, end, y + 14, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT), Anchor.END);
        } else {
            drawing.text(name, end, y + 4, TextStyle.SMALL.withWeight(600), drawing.ink(Role.TEXT), Anchor.END);
        }
    }

    private void cell(int row, int column) {
        double x = layout.compareX(column);
        double y = layout.compareY(row);
        double width = layout.compareCell() - 3;
        double height = layout.compareRow() - 3;
        boolean known = scene.phase().reached(Phase.COMPARE);
        boolean valid = mask.isValid(row, column);
        Rgb ink = drawing.ink(valid ? Role.SUCCESS : Role.DANGER);
        Rgb fill = known ? drawing.ink(valid ? Role.SUCCESS_TINT : Role.DANGER_TINT) : null;
        Stroke edge = known ? Stroke.solid(ink, 1.25) : Stroke.dashed(drawing.ink(Role.GHOST), 1);
        drawing.add(new Mark.Box(x + 0.5, y + 0.5, width - 1, height - 1, 4, fill, edge));
        double middle = y + height / 2;
        String comparison = mask.position(row, column) + less + mask.lengthAt(row, column);
        boolean compares = scene.phase().reached(Phase.BROADCAST) && width >= longest + 26;
        TextStyle figure = TextStyle.FIGURE.withWeight(known ? 500 : 400);
        double baseline = middle + figure.middleToBaseline();
        boolean roomy = width >= 96;
        double sign = compares ? x + width - (roomy ? 16 : 11) : x + width / 2;
        String word = sheet.words(valid ? "mask.true" : "mask.false");
        TextStyle strong = TextStyle.CONTROL.withWeight(600);
        boolean worded = known && width >= longest + sheet.width(sheet.words("mask.false"), strong) + AROUND_WORD;
        if (compares) {
            drawing.text(comparison, x + (roomy ? 10 : 5), baseline, figure, drawing.ink(known ? Role.TEXT : Role.MUTED_TEXT));
        }
        if (worded) {
            double end = x + width - 10;
            drawing.text(word, end, baseline, strong, ink, Anchor.END);
            sign = end - sheet.width(word, strong) - 14;
        }
        if (!known) {
            drawing.text("?", sign, baseline, figure, drawing.ink(Role.MUTED_TEXT), Anchor.MIDDLE);
        } else {
            drawing.add(valid ? Signs.tick(sign, middle, ink) : Signs.cross(sign, middle, ink));
        }
        if (scene.lights(new Cell(false, row, column))) {
            drawing.outline(x - 0.5, y - 0.5, width + 1, height + 1, 5, Stroke.solid(drawing.ink(Role.TEXT), 2.5));
        }
    }

    private double middle(int column) {
        return layout.compareX(column) + (layout.compareCell() - 3) / 2;
    }
}
