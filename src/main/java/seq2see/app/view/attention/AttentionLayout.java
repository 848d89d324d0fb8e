package seq2see.app.view.attention;

import java.util.List;
import seq2see.app.drawing.Caption;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.TextStyle;
import seq2see.app.view.attention.AttentionScene.Cell;

/**
 * Where everything in the attention map stands, in pixels at scale 1. Cells are as large as the sheet allows; when they would
 * become too small for their labels, only a part of them is in sight.
 *
 * @param caption      what stands above
 * @param barsTop      top of the bars of the present row
 * @param barsHeight   0 where no step is present
 * @param labels       how the source tokens stand above the map
 * @param left         left edge of the map
 * @param cellWidth    from one column to the next
 * @param shownRows    how many rows are in sight
 */
record AttentionLayout(Caption caption, double barsTop, double barsHeight, ColumnLabels labels, double left,
                       double top, double cellWidth, double cellHeight, int firstRow, int shownRows, int firstColumn,
                       int shownColumns) {
    static final double RULER_WIDTH = 20;
    static final double RULER_HEIGHT = 26;
    static final double LABEL_GAP = 8;
    /** Room for a scroll bar. */
    static final double SCROLL = 14;
    private static final TextStyle SPECIAL = TextStyle.TOKEN.withSize(11);
    /** A turned label needs more room beside the next than a level one. */
    private static final double NARROWEST_CELL = 14;
    private static final double LOWEST_CELL = 12;
    private static final double NUMBER_WIDTH = 24;
    private static final double NUMBER_HEIGHT = 20;
    private static final double WIDEST_CELL = 160;
    private static final double HIGHEST_CELL = 72;
    static final double LONGEST_TURNED_TOKEN = 84;
    /** What the ring around the present row stands out to the right. */
    private static final double RING = 2;

    static AttentionLayout of(Sheet sheet, AttentionScene scene) {
        Caption caption = Caption.of(sheet, sheet.words("attention.heading"), sheet.words("attention.note"));
        double barsTop = caption.height();
        double barsHeight = scene.presentRow() < 0 ? 0 : Math.clamp(Math.round(sheet.height() * 0.25 - 40), 36, 104);
        double left = Math.ceil(RULER_WIDTH + rowLabelWidth(sheet, scene) + LABEL_GAP);
        double dockHeight = AttentionDock.height(sheet, scene);

        Fit across = Fit.of(sheet.width() - left - RING, scene.columns(), NARROWEST_CELL, WIDEST_CELL, NUMBER_WIDTH);
        ColumnLabels labels = ColumnLabels.of(sheet, scene.sourceTokens(), across.size());
        double top = barsTop + barsHeight + labels.height();
        double below = RULER_HEIGHT + 4 + dockHeight + (across.shown() < scene.columns() ? SCROLL : 0);
        Fit down = Fit.of(sheet.height() - top - below, scene.rows(), LOWEST_CELL, HIGHEST_CELL, NUMBER_HEIGHT);
        if (down.shown() < scene.rows()) {
            across = Fit.of(sheet.width() - left - SCROLL, scene.columns(), NARROWEST_CELL, WIDEST_CELL, NUMBER_WIDTH);
            labels = ColumnLabels.of(sheet, scene.sourceTokens(), across.size());
        }
        return new AttentionLayout(caption, barsTop, barsHeight, labels, left, top, across.size(), down.size(),
                Math.clamp(scene.firstRow(), 0, scene.rows() - down.shown()), down.shown(),
                Math.clamp(scene.firstColumn(), 0, scene.columns() - across.shown()), across.shown());
    }

    /** The sheet that is large enough for every cell to be in sight, no smaller than the given one. */
    static Sheet wholeSheet(Sheet sheet, AttentionScene scene) {
        AttentionLayout part = of(sheet, scene);
        double width = sheet.width() + (scene.columns() - part.shownColumns) * part.cellWidth;
        double height = sheet.height() + (scene.rows() - part.shownRows) * part.cellHeight;
        return sheet.sized(width, height);
    }

    private static double rowLabelWidth(Sheet sheet, AttentionScene scene) {
        double widest = Math.max(sheet.width(sheet.words("attention.step", scene.rows()), TextStyle.LEAST.withWeight(500)),
                sheet.width("Σ 1.00", TextStyle.LEAST));
        for (String token : scene.targetTokens()) {
            widest = Math.max(widest, sheet.width(token, TextStyle.TOKEN));
        }
        return Math.min(widest, Math.clamp(sheet.width() * 0.22, 48, 140));
    }

    /** How large cells are along an axis, and how many of them are in sight. */
    private record Fit(double size, int shown) {
        static Fit of(double room, int cells, double smallest, double largest, double scrolling) {
            double size = Math.floor(room / cells);
            if (size >= smallest) {
                return new Fit(Math.min(size, largest), cells);
            }
            return new Fit(scrolling, Math.clamp((int) (room / scrolling), 1, cells));
        }
    }

    /**
     * How the source tokens stand above the map: in their cell's width where all of them fit, else reading upwards. Specials,
     * such as {@code <eos>}, are small and without brackets there, and may read upwards alone.
     */
    record ColumnLabels(boolean turned, boolean specialsTurned, TextStyle style, double height) {
        static ColumnLabels of(Sheet sheet, List<String> tokens, double cell) {
            boolean specialsTurned = tokens.stream().filter(ColumnLabels::isSpecial).anyMatch(token -> sheet.width(inCell(token), SPECIAL) > cell - 1);
            for (TextStyle style : List.of(TextStyle.TOKEN, TextStyle.TOKEN.withSize(11))) {
                if (tokens.stream().filter(token -> !isSpecial(token)).allMatch(token -> sheet.width(token, style) <= cell - 2)) {
                    return new ColumnLabels(false, specialsTurned, style, specialsTurned ? 30 : 24);
                }
            }
            double widest = tokens.stream().mapToDouble(token -> sheet.width(token, TextStyle.TOKEN)).max().orElse(0);
            return new ColumnLabels(true, true, TextStyle.TOKEN, Math.min(Math.ceil(widest), LONGEST_TURNED_TOKEN) + 10);
        }

        boolean turns(String token) {
            return isSpecial(token) ? specialsTurned : turned;
        }

        String text(String token) {
            return isSpecial(token) && !turned ? inCell(token) : token;
        }

        TextStyle styleOf(String token) {
            return isSpecial(token) ? SPECIAL : style;
        }

        private static String inCell(String special) {
            return special.substring(1, special.length() - 1);
        }

        private static boolean isSpecial(String token) {
            return token.length() > 2 && token.startsWith("<") && token.endsWith(">");
        }
    }

    double cellLeft(int column) {
        return left + (column - firstColumn) * cellWidth;
    }

    double cellTop(int row) {
        return top + (row - firstRow) * cellHeight;
    }

    double right() {
        return left + shownColumns * cellWidth;
    }

    double bottom() {
        return top + shownRows * cellHeight;
    }

    ScrollRange rowRange(AttentionScene scene) {
        return new ScrollRange(scene.rows(), shownRows, firstRow);
    }

    ScrollRange columnRange(AttentionScene scene) {
        return new ScrollRange(scene.columns(), shownColumns, firstColumn);
    }

    boolean showsRow(int row) {
        return row >= firstRow && row < firstRow + shownRows;
    }

    boolean showsColumn(int column) {
        return column >= firstColumn && column < firstColumn + shownColumns;
    }

    /** Whether cells have room for a number. */
    boolean hasNumbers() {
        return cellWidth >= NUMBER_WIDTH && cellHeight >= NUMBER_HEIGHT;
    }

    /** What is at a point of the sheet: a cell, or left of the map a whole row, or above it a whole column. */
    Cell at(double x, double y) {
        boolean besideRows = y >= top && y < bottom() && x < right();
        boolean besideColumns = x >= left && x < right() && y >= barsTop && y < bottom();
        return new Cell(besideRows ? firstRow + (int) ((y - top) / cellHeight) : -1,
                besideColumns ? firstColumn + (int) ((x - left) / cellWidth) : -1);
    }
}
