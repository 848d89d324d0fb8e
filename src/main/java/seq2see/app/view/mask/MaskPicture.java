package seq2see.app.view.mask;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import seq2see.app.drawing.Area;
import seq2see.app.drawing.Drawing;
import seq2see.app.drawing.Mark;
import seq2see.app.drawing.Mark.Anchor;
import seq2see.app.drawing.Picture;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.Signs;
import seq2see.app.drawing.Stroke;
import seq2see.app.drawing.TextStyle;
import seq2see.app.theme.Rgb;
import seq2see.app.theme.Role;
import seq2see.app.view.HoverCard;
import seq2see.app.view.mask.MaskLayout.Band;
import seq2see.app.view.mask.MaskScene.Cell;
import seq2see.app.view.mask.MaskScene.Phase;
import seq2see.app.view.RenderInput;
import seq2see.tensor.Axis;
import seq2see.tensor.PaddingMask;
import seq2see.tensor.PaddingMask.Layout;
import seq2see.trace.Moment;

/**
 * Draws how a padding mask comes to be: the operands and their copies, the comparison cell by cell, and what the mask does to
 * the loss. Solid is what there is, dashed what is copied, or not computed yet.
 */
public final class MaskPicture {
    private static final TextStyle LABEL = TextStyle.SMALL.withWeight(600);

    private final Sheet sheet;
    private final MaskScene scene;
    private final MaskLayout layout;
    private final Drawing drawing;
    private final PaddingMask mask;
    private final Rgb timeInk;
    private final Rgb batchInk;

    private MaskPicture(Sheet sheet, MaskScene scene) {
        this.sheet = sheet;
        this.scene = scene;
        this.layout = MaskLayout.of(sheet, scene);
        this.drawing = new Drawing(sheet);
        this.mask = scene.mask();
        this.timeInk = sheet.palette().of(scene.time());
        this.batchInk = sheet.palette().of(Axis.BATCH);
    }

    static Picture of(Sheet sheet, MaskScene scene) {
        return new MaskPicture(sheet, scene).draw();
    }

    /** The worked example for a file, or a measured batch of a corpus: the whole of it, unless a moment is given. */
    public static Picture still(Sheet sheet, RenderInput input) {
        MaskShown shown = input.losses().map(losses -> MaskShown.ofCorpus(Optional.of(losses), Layout.COLUMN)).orElse(MaskScene.FIRST.shown());
        MaskScene scene = MaskScene.of(shown, input.moment()
                .filter(moment -> moment.phase() == Moment.Phase.MASK).map(moment -> Phase.of(moment.part())).orElse(Phase.LOSS));
        Picture whole = of(MaskLayout.wholeSheet(sheet, scene), scene);
        return whole.height() <= sheet.height() ? whole
                : new Picture(sheet.width(), sheet.height(), List.of(new Mark.Clip(0, 0, sheet.width(), sheet.height(), whole.marks())), whole.description());
    }

    private Picture draw() {
        for (Band band : layout.bands()) {
            switch (band) {
                case OPERANDS -> operands();
                case COMPARISON -> {
                    line(layout.compareTop());
                    comparison();
                }
                case LOSSES -> {
                    line(layout.lossTop());
                    new MaskLosses(sheet, scene, layout, drawing).draw();
                }
            }
        }
        scene.chosen().ifPresent(this::card);
        return drawing.picture(description());
    }

    /** The hairline above a band that is not the first. */
    private void line(double top) {
        if (top > 11.5) {
            drawing.line(0, top - 11.5, sheet.width() - 1, top - 11.5, Stroke.solid(drawing.ink(Role.FAINT_LINE), 1));
        }
    }

    private void comparison() {
        if (mask.shape().isPresent()) {
            new MaskComparison(sheet, scene, layout, drawing).draw();
        } else {
            clash();
        }
    }

    private void operands() {
        String step = sheet.words("mask.step", 1);
        drawing.text(step, 0, 16, LABEL, drawing.ink(scene.phase().reached(Phase.COMPARE) ? Role.TEXT : Role.ACCENT));
        drawing.text(sheet.words("mask.broadcast"), sheet.width(step, LABEL) + 10, 16, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT));
        int columns = mask.maximumLength();
        operand(0, "mask.positions", 1, columns, true, timeInk);
        int[] lengths = lengthsShape();
        operand(layout.lengthsLeft(), "mask.lengths", lengths[0], lengths[1], false, batchInk);
        double middle = MaskLayout.OPERANDS_TOP + layout.row();
        drawing.text("<", layout.lengthsLeft() - 40, middle + 8, TextStyle.FIGURE.withSize(22), drawing.ink(Role.TEXT), Anchor.MIDDLE);
        new MaskAlignment(sheet, scene, layout, drawing).draw();
    }

    /** As they lie on the sheet: rows and columns. */
    private int[] lengthsShape() {
        return mask.layout() == PaddingMask.Layout.COLUMN ? new int[] {mask.sentences(), 1} : new int[] {1, mask.sentences()};
    }

    /** One side of the comparison: its own cells solid, its copies dashed, and the shape that it has and comes to. */
    private void operand(double x, String key, int ownRows, int ownColumns, boolean positions, Rgb ink) {
        double left = x + MaskLayout.RULER;
        double top = MaskLayout.OPERANDS_TOP;
        boolean copied = scene.phase().reached(Phase.BROADCAST) && mask.shape().isPresent();
        int rows = copied ? mask.rows() : ownRows;
        int columns = copied ? mask.columns() : ownColumns;
        heading(x, key, ownRows, ownColumns, positions, copied, ink);
        double downGap = ownRows == 1 && rows > 1 ? MaskLayout.COPY_GAP : 0;
        double acrossGap = ownColumns == 1 && columns > 1 ? MaskLayout.COPY_GAP : 0;
        for (int row = rows - 1; row >= 0; row--) {
            for (int column = columns - 1; column >= 0; column--) {
                boolean own = row < ownRows && column < ownColumns;
                boolean slides = !own && !layout.shows(column);
                if (slides || own && ownColumns > 1 && !layout.shows(column)) {
                    continue;
                }
                int value = value(positions, Math.min(row, ownRows - 1), Math.min(column, ownColumns - 1), own, row, column);
                double shift = own ? 1 : scene.motion();
                double toX = (ownColumns == 1 ? column - (column > 0 ? layout.first() : 0) : column - layout.first()) * layout.cell() + (column > 0 ? acrossGap : 0);
                double toY = row * layout.row() + (row > 0 ? downGap : 0);
                double fromX = ownColumns == 1 ? 0 : toX;
                double fromY = ownRows == 1 ? 0 : toY;
                cell(left + fromX + (toX - fromX) * shift, top + fromY + (toY - fromY) * shift, layout.cell(), layout.row(), value, own);
            }
        }
        arrows(left, top, ownRows, ownColumns, copied, downGap, acrossGap, ink);
        if (rows > 0 && ownColumns > 0) {
            ruler(left, top, ownRows, Math.min(ownColumns, layout.shown()), positions);
        }
    }

    private int value(boolean positions, int ownRow, int ownColumn, boolean own, int row, int column) {
        if (own) {
            return positions ? ownColumn : mask.length(Math.max(ownRow, ownColumn));
        }
        return positions ? mask.position(row, column) : mask.lengthAt(row, column);
    }

    private void heading(double x, String key, int ownRows, int ownColumns, boolean positions, boolean copied, Rgb ink) {
        String name = sheet.words(key);
        drawing.text(name, x, 44, TextStyle.CONTROL.withWeight(600), ink);
        String own = !positions && mask.layout() == PaddingMask.Layout.FLAT ? "(" + mask.sentences() + ")" : "(" + ownRows + ", " + ownColumns + ")";
        double at = x + sheet.width(name, TextStyle.CONTROL.withWeight(600)) + 8;
        String shape = copied ? own + " → (" + mask.rows() + ", " + mask.columns() + ")" : own;
        drawing.text(shape, at, 44, TextStyle.FIGURE, drawing.ink(Role.TEXT));
    }

    private void cell(double x, double y, double width, double height, int value, boolean own) {
        Stroke edge = own ? Stroke.solid(drawing.ink(Role.DONE), 1.25) : Stroke.dashed(drawing.ink(Role.GHOST), 1);
        drawing.add(new Mark.Box(x + 1, y + 1, width - 2, height - 2, 3, drawing.ink(Role.SURFACE), edge));
        TextStyle style = TextStyle.FIGURE.withSize(height < 28 ? 13 : 15);
        drawing.text(String.valueOf(value), x + width / 2, y + height / 2 + style.middleToBaseline(), style,
                drawing.ink(own ? Role.TEXT : Role.MUTED_TEXT), Anchor.MIDDLE);
    }

    private void arrows(double left, double top, int ownRows, int ownColumns, boolean copied, double downGap, double acrossGap, Rgb ink) {
        if (!copied) {
            return;
        }
        if (downGap > 0) {
            for (int column = layout.first(); column < Math.min(mask.columns(), layout.first() + layout.shown()); column++) {
                double x = left + (column - layout.first() + 0.5) * layout.cell();
                Signs.arrow(Stroke.solid(ink, 1.5), x, top + layout.row() + 2, x, top + layout.row() + downGap - 2).forEach(drawing::add);
            }
        }
        if (acrossGap > 0) {
            for (int row = 0; row < mask.rows(); row++) {
                double y = top + (row + 0.5) * layout.row();
                Signs.arrow(Stroke.solid(ink, 1.5), left + layout.cell() + 2, y, left + layout.cell() + acrossGap - 2, y).forEach(drawing::add);
            }
        }
        String caption = ownRows == 1 && mask.rows() > 1 ? "mask.copiedDown" : ownColumns == 1 && mask.columns() > 1 ? "mask.copiedRight" : "mask.notCopied";
        double bottom = top + MaskLayout.COPY_GAP + Math.max(2, mask.sentences()) * layout.row();
        drawing.text(sheet.words(caption), left, bottom + 18, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT));
    }

    /** The axes of what is given, not of its copies. */
    private void ruler(double left, double top, int rows, int columns, boolean positions) {
        if (columns > 1 || positions) {
            Rgb ink = positions ? timeInk : batchInk;
            drawing.line(left + 1, top - 6, left + columns * layout.cell() - 1, top - 6, Stroke.solid(ink, 2.5));
        }
        if (rows > 1) {
            drawing.line(left - 7, top + 1, left - 7, top + rows * layout.row() - 1, Stroke.solid(batchInk, 2.5));
        }
        String letter = positions ? scene.time().letter() : Axis.BATCH.letter();
        boolean upright = rows > 1 || !positions && columns <= 1;
        drawing.text(letter, left - 17, upright ? top + rows * layout.row() / 2 + 4 : top - 2, TextStyle.LEAST.withWeight(600),
                positions ? timeInk : batchInk, Anchor.MIDDLE);
    }

    /** Why there is no mask. */
    private void clash() {
        double y = layout.compareTop() + 18;
        int axis = mask.broadcast().clashFromRight().orElseThrow();
        var pair = mask.broadcast().pairs().get(mask.broadcast().pairs().size() - axis);
        drawing.add(Signs.cross(8, y - 5, drawing.ink(Role.DANGER)));
        drawing.text(sheet.words("mask.clash", pair.left(), pair.right()), 24, y, TextStyle.CONTROL.withWeight(600), drawing.ink(Role.DANGER));
        drawing.paragraph(sheet.words("mask.clash.why", pair.left(), pair.right(), mask.sentences()), 24, y + 24, Math.min(620, sheet.width() - 24),
                TextStyle.SMALL, drawing.ink(Role.TEXT));
    }

    /** How the chosen cell comes about, beside it; what it came from keeps in sight. */
    private void card(Cell cell) {
        boolean losses = cell.ofLosses();
        Area anchor = losses ? new Area(layout.lossX(cell.column()), layout.lossY(cell.row()), layout.lossCell() - 3, layout.lossRow() - 3)
                : new Area(layout.compareX(cell.column()), layout.compareY(cell.row()), layout.compareCell() - 3, layout.compareRow() - 3);
        double right = layout.first() + Math.min(layout.shown(), scene.columns());
        Area operands = new Area(0, 0, layout.alignmentLeft() - 20, layout.compareTop());
        Area compared = new Area(0, layout.compareTop(), layout.compareX((int) right), layout.lossTop() - layout.compareTop());
        Area lost = new Area(0, layout.lossTop(), layout.meansBeside() ? layout.meansRight() : sheet.width(), sheet.height() - layout.lossTop());
        if (layout.shows(cell)) {
            new HoverCard(sheet, MaskWords.explanation(sheet, scene, cell)).draw(drawing, anchor, List.of(operands, compared, lost));
        }
    }

    private String description() {
        String chosen = scene.chosen().map(cell -> MaskWords.explained(sheet, scene, cell)).orElse("");
        String now = sheet.words("mask.description." + scene.phase().name().toLowerCase(Locale.ROOT));
        String lengths = IntStream.range(0, mask.sentences()).mapToObj(mask::length).map(String::valueOf).collect(Collectors.joining(", "));
        String given = sheet.words("mask.description", mask.maximumLength(), lengths);
        String outcome = mask.shape().isEmpty() ? sheet.words("mask.description.none")
                : scene.phase().reached(Phase.COMPARE) ? MaskWords.rows(sheet, mask) : "";
        String means = scene.phase().reached(Phase.LOSS) ? scene.losses().map(losses -> MaskWords.means(sheet, losses)).orElse("") : "";
        return String.join(" ", chosen, now, given, outcome, means).strip().replaceAll(" +", " ");
    }
}
