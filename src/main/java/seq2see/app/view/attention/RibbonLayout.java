package seq2see.app.view.attention;

import java.util.List;
import seq2see.app.drawing.Caption;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.TextStyle;
import seq2see.app.view.attention.AttentionScene.Cell;

/**
 * Where the two sentences and the contexts between them stand, in pixels at scale 1. Source tokens stand on the left from top
 * to bottom, target tokens on the right. Where they are too many, a part of the height is in sight.
 *
 * @param top          of what scrolls
 * @param bottom       of what scrolls
 * @param sourceEnd    where source tokens end
 * @param feet         where ribbons begin, right of the numbers
 * @param contextLeft  where ribbons end
 * @param contextRight the other side of the contexts
 * @param targetStart  where target tokens begin
 * @param sourceTop    of the first source token
 * @param sourcePitch  from one source token to the next
 * @param first        how many lines are scrolled out above
 * @param lines        how many lines there are
 */
record RibbonLayout(Caption caption, double top, double bottom, double sourceEnd, double feet, double contextLeft, double contextRight,
                    double targetStart, double sourceTop, double sourcePitch, double targetTop, double targetPitch, int first, int lines) {
    /** The least height of a token; scrolling goes by so much. */
    static final double LINE = 16;
    private static final double HIGHEST_PITCH = 48;
    private static final double NAMES = 24;
    private static final double CONTEXT_WIDTH = 10;
    /** Of one step alone, whose values have room. */
    private static final double OPEN_CONTEXT_WIDTH = 30;

    static RibbonLayout of(Sheet sheet, AttentionScene scene) {
        Caption caption = Caption.of(sheet, sheet.words("attention.heading"), sheet.words("attention.note.ribbons"));
        double top = caption.height() + NAMES;
        double bottom = sheet.height() - AttentionDock.height(sheet, scene) - 6;
        double height = Math.max(LINE, bottom - top);
        double content = Math.max(height, LINE * Math.max(scene.rows(), scene.columns()));
        double sourcePitch = Math.min(HIGHEST_PITCH, content / scene.columns());
        double targetPitch = Math.min(HIGHEST_PITCH, content / scene.rows());
        double longest = Math.clamp(sheet.width() * 0.2, 48, 160);
        double sourceEnd = Math.min(longest, widest(sheet, scene.sourceTokens()));
        double targetStart = sheet.width() - Math.min(longest, widest(sheet, scene.targetTokens())) - 6;
        double numbers = sheet.width(".00", TextStyle.LEAST) + 12;
        double contextRight = targetStart - (scene.drawsAllSteps() ? numbers : Math.clamp(sheet.width() * 0.12, 40, 140));
        // Where all of it is in sight, a part of a line that is left over is none.
        int lines = content > height ? (int) Math.ceil(content / LINE) : (int) (height / LINE);
        int first = Math.clamp(scene.firstRow(), 0, Math.max(0, lines - (int) (height / LINE)));
        return new RibbonLayout(caption, top, bottom, sourceEnd, sourceEnd + numbers,
                contextRight - (scene.drawsAllSteps() ? CONTEXT_WIDTH : OPEN_CONTEXT_WIDTH), contextRight, targetStart,
                (content - sourcePitch * scene.columns()) / 2, sourcePitch, (content - targetPitch * scene.rows()) / 2, targetPitch,
                first, lines);
    }

    /** The sheet on which every token is in sight, no smaller than the given one. */
    static Sheet wholeSheet(Sheet sheet, AttentionScene scene) {
        RibbonLayout part = of(sheet, scene);
        return sheet.sized(sheet.width(), sheet.height() + Math.max(0, Math.ceil((part.lines - part.range().shown()) * LINE)));
    }

    private static double widest(Sheet sheet, List<String> tokens) {
        return tokens.stream().mapToDouble(token -> Math.ceil(sheet.width(token, TextStyle.TOKEN.withWeight(700)))).max().orElse(0);
    }

    double height() {
        return bottom - top;
    }

    /** Which lines are in sight. */
    ScrollRange range() {
        return new ScrollRange(lines, Math.min(lines, Math.max(1, (int) (height() / LINE))), first);
    }

    double sourceMiddle(int column) {
        return top + sourceTop + (column + 0.5) * sourcePitch - first * LINE;
    }

    double targetMiddle(int row) {
        return top + targetTop + (row + 0.5) * targetPitch - first * LINE;
    }

    /** How high the context of a step is: together the ribbons that end there. */
    double contextHeight(boolean allSteps) {
        // Of one step more than its line: yet so little that a wide ribbon's foot does not lie over many other tokens.
        return allSteps ? Math.max(2, targetPitch - 4) : Math.min(height() * 0.6, Math.max(40, 2.5 * sourcePitch));
    }

    /** Which line has to be in sight for a decoder step. */
    int lineOf(int row) {
        return (int) ((targetTop + (row + 0.5) * targetPitch) / LINE);
    }

    /** The source or target token at a point of the sheet. */
    Cell at(AttentionScene scene, double x, double y) {
        if (y < top || y >= bottom) {
            return Cell.NONE;
        }
        double inside = y - top + first * LINE;
        int column = (int) Math.floor((inside - sourceTop) / sourcePitch);
        int row = (int) Math.floor((inside - targetTop) / targetPitch);
        if (x < feet + 12 && column >= 0 && column < scene.columns()) {
            return new Cell(-1, column);
        }
        if (x >= contextLeft - 12 && row >= 0 && row < scene.rows()) {
            return new Cell(row, -1);
        }
        return Cell.NONE;
    }
}
