package seq2see.app.view.mask;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import seq2see.app.drawing.Sheet;
import seq2see.app.view.mask.MaskScene.Cell;
import seq2see.training.BatchLosses;

/**
 * Where everything in the mask view stands, in pixels at scale 1: three bands below each other. Rows are as high as the
 * sheet allows; where there are more positions than fit, a part of them is in sight. A class sees of the bands the present
 * one and what has room beside it.
 *
 * @param bands         that are there
 * @param cell          from one position to the next in the operands
 * @param row           from one sentence to the next there
 * @param shown         how many positions are in sight
 * @param compareCell   from one position to the next in the mask
 * @param compareRow    from one sentence to the next there
 * @param lossCell      from one position to the next in the losses
 * @param lossRow       from one sentence to the next there
 */
record MaskLayout(Set<Band> bands, double width, double cell, double row, int first, int shown, double lengthsLeft, double alignmentLeft, double compareTop,
                  double compareCell, double compareRow, double lossTop, double lossCell, double lossRow, double meansLeft, double height) {
    static final double OPERANDS_TOP = 66;
    /** Where the copied row or column stands apart from its copies. */
    static final double COPY_GAP = 18;
    static final double RULER = 26;
    static final double COMPARE_LEFT = 104;
    static final double COMPARE_HEAD = 46;
    static final double LOSS_HEAD = 40;
    static final double LOSS_LEFT = 40;
    /** Room for the sizes of both shapes, one above the other. */
    static final double ALIGNMENT_WIDTH = 196;
    private static final double MEANS_WIDTH = 300;
    private static final double NARROWEST = 24;
    private static final double NARROWEST_LOSS = 34;
    private static final double BAND_GAP = 20;
    /** Of a band that stands where the first one would. */
    private static final double FIRST_TOP = 10;
    private static final double CAPTION = 24;
    private static final double LEGEND = 42;
    private static final double WIDEST_MEANS = 640;

    /** From top to bottom. */
    enum Band {
        OPERANDS, COMPARISON, LOSSES
    }

    static MaskLayout of(Sheet sheet, MaskScene scene) {
        MaskLayout least = least(sheet, scene);
        double free = sheet.height() - least.height();
        int rows = operandRows(scene);
        int lossRows = scene.losses().map(losses -> losses.sentences().size()).orElse(2);
        double slack = Math.clamp(free / (2.0 * rows + lossRows), 0, sheet.presented() ? 30 : 14);
        return of(sheet, scene, least.bands, Math.floor(24 + slack * 0.8), Math.floor(28 + slack), Math.floor(40 + slack * 0.6));
    }

    /** With the lowest rows: all bands, or the most of them that are whole where nobody scrolls. */
    private static MaskLayout least(Sheet sheet, MaskScene scene) {
        List<Set<Band>> choices = sheet.presented() ? presented(scene.phase()) : List.of(EnumSet.allOf(Band.class));
        return choices.stream().map(bands -> of(sheet, scene, bands, 24, 28, 40)).filter(layout -> layout.height <= sheet.height()).findFirst()
                .orElseGet(() -> of(sheet, scene, choices.getLast(), 24, 28, 40));
    }

    private static List<Set<Band>> presented(MaskScene.Phase phase) {
        Band present = switch (phase) {
            case LENGTHS, BROADCAST -> Band.OPERANDS;
            case COMPARE -> Band.COMPARISON;
            case LOSS -> Band.LOSSES;
        };
        Band beside = phase == MaskScene.Phase.COMPARE ? Band.OPERANDS : Band.COMPARISON;
        return List.of(EnumSet.allOf(Band.class), EnumSet.of(present, beside), EnumSet.of(present));
    }

    private static MaskLayout of(Sheet sheet, MaskScene scene, Set<Band> bands, double row, double compareRow, double lossRow) {
        double width = sheet.width();
        int columns = Math.max(1, scene.columns());
        double room = width - ALIGNMENT_WIDTH - 2 * RULER - 2 * COPY_GAP - 72 - 24;
        double cell = Math.clamp(Math.floor(room / 2 / columns), NARROWEST, 110);
        int shown = Math.clamp((int) (room / 2 / cell), 1, columns);
        double operand = RULER + COPY_GAP + shown * cell;
        double operandsEnd = OPERANDS_TOP + COPY_GAP + operandRows(scene) * row + CAPTION;
        double compareTop = bands.contains(Band.OPERANDS) ? operandsEnd + BAND_GAP : FIRST_TOP;
        double compareCell = Math.clamp(Math.floor((width - COMPARE_LEFT - 8) / shown), 30, 300);
        double compareEnd = bands.contains(Band.COMPARISON) ? compareTop + COMPARE_HEAD + scene.mask().sentences() * compareRow : operandsEnd;
        double lossTop = bands.contains(Band.COMPARISON) ? compareEnd + BAND_GAP : FIRST_TOP;
        boolean beside = LOSS_LEFT + shown * NARROWEST_LOSS + 28 + MEANS_WIDTH <= width;
        double lossRoom = beside ? width - LOSS_LEFT - MEANS_WIDTH - 28 : width - LOSS_LEFT;
        double lossCell = Math.clamp(Math.floor(lossRoom / shown), NARROWEST_LOSS, 150);
        int lossRows = scene.losses().map(losses -> losses.sentences().size()).orElse(2);
        double lossHeight = LOSS_HEAD + lossRows * lossRow + LEGEND;
        double height = !bands.contains(Band.LOSSES) ? compareEnd
                : lossTop + (beside ? Math.max(lossHeight, LOSS_HEAD + MaskMeans.HEIGHT) : lossHeight + MaskMeans.HEIGHT);
        return new MaskLayout(bands, width, cell, row, Math.clamp(scene.firstColumn(), 0, columns - shown), shown, operand + 72, Math.min(2 * operand + 132, width - ALIGNMENT_WIDTH), compareTop,
                compareCell, compareRow, lossTop, lossCell, lossRow, beside ? LOSS_LEFT + shown * lossCell + 28 : 0, height);
    }

    private static int operandRows(MaskScene scene) {
        return Math.max(2, scene.mask().sentences());
    }

    /** The height that everything needs at its smallest, at the sheet's width. */
    static double leastHeight(Sheet sheet, MaskScene scene) {
        return Math.ceil(least(sheet, scene).height());
    }

    /** Everything at the sheet's width, on a sheet high enough for it. */
    static Sheet wholeSheet(Sheet sheet, MaskScene scene) {
        return sheet.sized(sheet.width(), Math.max(sheet.height(), leastHeight(sheet, scene)));
    }

    /** Whether the means stand beside the losses, and not below them. */
    boolean meansBeside() {
        return meansLeft > 0;
    }

    /** The right edge of the means. */
    double meansRight() {
        return Math.min(width - 2, meansLeft + WIDEST_MEANS);
    }

    double meansTop(int lossRows) {
        return meansBeside() ? lossTop + LOSS_HEAD : lossTop + LOSS_HEAD + lossRows * lossRow + LEGEND;
    }

    boolean shows(Cell cell) {
        return shows(cell.column()) && bands.contains(cell.ofLosses() ? Band.LOSSES : Band.COMPARISON);
    }

    boolean shows(int column) {
        return column >= first && column < first + shown;
    }

    double compareX(int column) {
        return COMPARE_LEFT + (column - first) * compareCell;
    }

    double compareY(int sentence) {
        return compareTop + COMPARE_HEAD + sentence * compareRow;
    }

    double lossX(int column) {
        return LOSS_LEFT + (column - first) * lossCell;
    }

    double lossY(int sentence) {
        return lossTop + LOSS_HEAD + sentence * lossRow;
    }

    /** The position of the mask or of the losses at a point of the sheet. */
    Optional<Cell> cellAt(MaskScene scene, double x, double y) {
        if (bands.contains(Band.COMPARISON) && scene.mask().shape().isPresent()) {
            Optional<Cell> found = at(false, x - COMPARE_LEFT, y - compareY(0), compareCell, compareRow, scene.mask().rows(), scene.mask().columns());
            if (found.isPresent()) {
                return found;
            }
        }
        return scene.losses().filter(losses -> bands.contains(Band.LOSSES)).flatMap(losses -> at(true, x - LOSS_LEFT, y - lossY(0), lossCell, lossRow, rows(losses), losses.targetTime()));
    }

    private static int rows(BatchLosses losses) {
        return losses.sentences().size();
    }

    private Optional<Cell> at(boolean ofLosses, double x, double y, double cellWidth, double cellHeight, int rows, int columns) {
        int column = first + (int) (x / cellWidth);
        if (x < 0 || y < 0 || y >= rows * cellHeight || column >= columns || !shows(column)) {
            return Optional.empty();
        }
        return Optional.of(new Cell(ofLosses, (int) (y / cellHeight), column));
    }
}
