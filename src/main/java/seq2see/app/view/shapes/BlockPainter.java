package seq2see.app.view.shapes;

import java.util.List;
import java.util.function.IntPredicate;
import seq2see.app.drawing.Area;
import seq2see.app.drawing.Drawing;
import seq2see.app.drawing.Mark;
import seq2see.app.drawing.Mark.Anchor;
import seq2see.app.drawing.Mark.Step;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.Stroke;
import seq2see.app.drawing.TextStyle;
import seq2see.app.theme.Rgb;
import seq2see.app.theme.Role;
import seq2see.app.theme.ValueScale;
import seq2see.app.view.shapes.ShapesLayout.Notch;
import seq2see.app.view.shapes.ShapesLayout.Place;
import seq2see.tensor.Shape.Dimension;

/**
 * Draws blocks: the fill of a cell is its value, an edge's colour its axis, with letter and size. Dashed is what has not been
 * computed yet. The first sheet of time is the rearmost, so that the newest lies in front.
 */
final class BlockPainter {
    private static final double LABEL_GAP = 16;
    private static final TextStyle AXIS = TextStyle.LEAST.withWeight(600);

    private final Sheet sheet;
    private final ShapesLayout layout;
    private final Drawing drawing;
    private final boolean veiled;

    BlockPainter(Sheet sheet, ShapesLayout layout, Drawing drawing) {
        this(sheet, layout, drawing, false);
    }

    /** @param veiled whether a question mark stands for the shape in letters under a block's name */
    BlockPainter(Sheet sheet, ShapesLayout layout, Drawing drawing, boolean veiled) {
        this.sheet = sheet;
        this.layout = layout;
        this.drawing = drawing;
        this.veiled = veiled;
    }

    /**
     * A block with all its labels.
     *
     * @param computed whether a sheet, from 0, has been computed
     * @param present  the sheet that is now, from 0; −1 for none
     * @param wire     at which height a wire reaches its rows, where none of its labels may stand; not a number where none does
     */
    void paint(Place place, IntPredicate computed, int present, double wire) {
        ShapeBlock block = place.block();
        int count = block.sheetCount();
        int drawn = layout.drawn(count);
        for (int k = 0; k < drawn; k++) {
            int index = drawn < count && k == drawn - 1 ? count - 1 : k;
            double shift = (drawn - 1 - k) * place.depth();
            boolean known = computed.test(index);
            boolean front = k == drawn - 1 || !computed.test(drawn < count && k + 1 == drawn - 1 ? count - 1 : k + 1);
            sheetOf(block, index, place.front().x() + shift, place.front().y() - shift, known, known && front);
            if (index == present) {
                ring(place.front().x() + shift, place.front().y() - shift, place.front().width(), place.front().height());
            }
        }
        rulers(place, drawn, wire);
        names(place);
    }

    /** A block of one sheet without its name, all of it computed. */
    void bare(Place place) {
        sheetOf(place.block(), 0, place.front().x(), place.front().y(), true, true);
        rulers(place, 1, Double.NaN);
    }

    private void sheetOf(ShapeBlock block, int index, double x, double y, boolean known, boolean whole) {
        double width = layout.length(block.columns());
        double height = layout.length(block.rows());
        if (!known) {
            drawing.outline(x + 0.5, y + 0.5, width - 1, height - 1, 1, Stroke.dashed(drawing.ink(Role.GHOST), 1));
            return;
        }
        drawing.box(x, y, width, height, 1, drawing.ink(Role.SURFACE));
        List<Notch> rows = layout.notches(block.rows());
        List<Notch> columns = layout.notches(block.columns());
        if (block.key().equals("ids")) {
            drawing.box(x, y, width, height, 1, drawing.ink(Role.INSET));
            ids(block, x, y, rows, columns);
        } else {
            cells(block, index, x, y, rows, columns, whole);
        }
        drawing.outline(x + 0.5, y + 0.5, width - 1, height - 1, 1, Stroke.solid(drawing.ink(Role.DONE), 1));
        cuts(block.columns(), block.rows(), x, y, width, height);
    }

    /** The ids themselves, where there is room for them. */
    private void ids(ShapeBlock block, double x, double y, List<Notch> rows, List<Notch> columns) {
        boolean room = layout.unit() >= 12 && sheet.width(String.valueOf((int) block.values().largestMagnitude()), TextStyle.LEAST) + 1 <= layout.unit();
        for (Notch row : rows) {
            for (Notch column : columns) {
                if (room) {
                    drawing.text(String.valueOf((int) block.value(0, row.index(), column.index())), x + column.offset() + layout.unit() / 2,
                            y + row.offset() + layout.unit() / 2 + TextStyle.LEAST.middleToBaseline(), TextStyle.LEAST, drawing.ink(Role.TEXT), Anchor.MIDDLE);
                } else if (layout.unit() >= 5) {
                    drawing.outline(x + column.offset() + 0.5, y + row.offset() + 0.5, layout.unit() - 1, layout.unit() - 1, 0, Stroke.solid(drawing.ink(Role.LINE), 0.75));
                }
            }
        }
    }

    /** Of a sheet that another one hides, only the edge that sticks out. */
    private void cells(ShapeBlock block, int index, double x, double y, List<Notch> rows, List<Notch> columns, boolean whole) {
        double cell = layout.unit() - (layout.unit() >= 6 ? 0.75 : 0);
        double largest = Math.max(1, block.values().largestMagnitude());
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < columns.size(); j++) {
                if (whole || i == 0 || j == columns.size() - 1) {
                    drawing.box(x + columns.get(j).offset(), y + rows.get(i).offset(), cell, cell, 0,
                            fill(block, block.value(index, rows.get(i).index(), columns.get(j).index()), largest));
                }
            }
        }
    }

    /** A value's colour: of a gate from the probabilities' scale, else signed, divided by the largest magnitude where that is above 1. */
    Rgb fill(ShapeBlock block, float value, double largest) {
        ValueScale scale = block.gate() ? sheet.palette().probability() : sheet.palette().signed();
        return scale.at(block.gate() ? value : value / largest);
    }

    /** Gaps where an axis is cut short. */
    private void cuts(List<Dimension> columns, List<Dimension> rows, double x, double y, double width, double height) {
        double at = 0;
        for (Dimension part : columns) {
            if (part.size() > layout.most()) {
                double gap = x + at + (layout.drawn(part.size()) - layout.most() / 3) * layout.unit();
                gap(gap, y - 1, ShapesLayout.CUT, height + 2, true);
            }
            at += layout.length(List.of(part));
        }
        at = 0;
        for (Dimension part : rows) {
            if (part.size() > layout.most()) {
                double gap = y + at + (layout.drawn(part.size()) - layout.most() / 3) * layout.unit();
                gap(x - 1, gap, width + 2, ShapesLayout.CUT, false);
            }
            at += layout.length(List.of(part));
        }
    }

    private void gap(double x, double y, double width, double height, boolean upright) {
        drawing.box(x, y, width, height, 0, drawing.ink(Role.SURFACE));
        for (int dot = -1; dot <= 1; dot++) {
            double cx = x + width / 2 + (upright ? dot * 3.5 : 0);
            double cy = y + height / 2 + (upright ? 0 : dot * 3.5);
            drawing.box(cx - 1, cy - 1, 2, 2, 1, drawing.ink(Role.MUTED_TEXT));
        }
    }

    void ring(double x, double y, double width, double height) {
        drawing.outline(x - 1, y - 1, width + 2, height + 2, 3, Stroke.solid(drawing.ink(Role.ACCENT), 2));
    }

    private void rulers(Place place, int drawn, double wire) {
        Area front = place.front();
        ShapeBlock block = place.block();
        double x = front.x();
        for (Dimension part : block.columns()) {
            double width = layout.length(List.of(part));
            Rgb ink = sheet.palette().of(part.axis());
            drawing.line(x + 0.5, front.bottom() + 5, x + width - 0.5, front.bottom() + 5, Stroke.solid(ink, 2.5));
            x += width;
        }
        columnLabels(front, block);
        if (block.values().shape().rank() > 1) {
            double y = front.y();
            double above = Double.NEGATIVE_INFINITY;
            for (Dimension part : block.rows()) {
                double height = layout.length(List.of(part));
                drawing.line(front.x() - 5, y + 0.5, front.x() - 5, y + height - 0.5, Stroke.solid(sheet.palette().of(part.axis()), 2.5));
                if (place.labelled()) {
                    double middle = y + height / 2;
                    double clear = Math.abs(middle - wire) < 10 ? wire + (wire > middle ? -14 : 14) : middle;
                    double baseline = Math.max(above + 13, clear + AXIS.middleToBaseline());
                    above = baseline;
                    drawing.text(block.label(part), front.x() - 10, baseline, AXIS, sheet.palette().of(part.axis()), Anchor.END);
                }
                y += height;
            }
        }
        block.sheets().ifPresent(part -> {
            double reach = Math.max(place.reach(drawn), 5);
            double startX = front.right() + 5;
            double startY = front.bottom();
            Rgb ink = sheet.palette().of(part.axis());
            drawing.add(new Mark.Path(List.of(new Step.Move(startX, startY), new Step.Line(startX + reach, startY - reach)), null, Stroke.solid(ink, 2.5)));
            drawing.text(block.label(part), front.right() + Place.rulerMiddle(reach) + 6, startY - reach / 2 + 8, AXIS, ink);
        });
    }

    private boolean labelsFit(ShapeBlock block) {
        return block.columns().size() == 1 || block.columns().stream().allMatch(part -> sheet.width(block.label(part), AXIS) + 6 <= layout.length(List.of(part)));
    }

    private double labelsWidth(ShapeBlock block) {
        return block.columns().stream().mapToDouble(part -> sheet.width(block.label(part), AXIS)).sum() + LABEL_GAP * (block.columns().size() - 1);
    }

    /** Where what is written below a block's columns ends, or the block, whichever is further right. */
    double columnsEnd(Place place) {
        Area front = place.front();
        return labelsFit(place.block()) ? front.right() : Math.max(front.right(), labelsStart(front, place.block()) + labelsWidth(place.block()));
    }

    private double labelsStart(Area front, ShapeBlock block) {
        return Math.max(front.x() - 4, front.middleX() - labelsWidth(block) / 2);
    }

    /** Each part's letter and size below it, or where they are too narrow for that, all of them in one text. */
    private void columnLabels(Area front, ShapeBlock block) {
        double baseline = front.bottom() + 19;
        if (labelsFit(block)) {
            double x = front.x();
            for (Dimension part : block.columns()) {
                double width = layout.length(List.of(part));
                drawing.text(block.label(part), x + width / 2, baseline, AXIS, sheet.palette().of(part.axis()), Anchor.MIDDLE);
                x += width;
            }
        } else {
            double x = labelsStart(front, block);
            for (Dimension part : block.columns()) {
                drawing.text(block.label(part), x, baseline, AXIS, sheet.palette().of(part.axis()));
                x += sheet.width(block.label(part), AXIS) + LABEL_GAP;
            }
        }
    }

    private void names(Place place) {
        double x = place.front().x();
        double y = place.front().y() - place.reach(layout.drawn(place.block().sheetCount())) - 8;
        drawing.text(place.block().name(sheet), x, y - 17, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT));
        if (veiled) {
            piece("(?)", x, y, TextStyle.FIGURE, drawing.ink(Role.MUTED_TEXT));
        } else {
            shape(place.block(), x, y);
        }
    }

    /** The shape in letters, each in its axis's colour. */
    double shape(ShapeBlock block, double x, double baseline) {
        TextStyle style = TextStyle.FIGURE;
        double at = piece("(", x, baseline, style, drawing.ink(Role.MUTED_TEXT));
        List<List<Dimension>> axes = block.axes();
        for (int i = 0; i < axes.size(); i++) {
            for (int j = 0; j < axes.get(i).size(); j++) {
                Dimension part = axes.get(i).get(j);
                at = j == 0 ? at : piece(" + ", at, baseline, style, drawing.ink(Role.MUTED_TEXT));
                at = piece(block.letter(part), at, baseline, style.withWeight(600), sheet.palette().of(part.axis()));
            }
            at = piece(i < axes.size() - 1 ? ", " : ")", at, baseline, style, drawing.ink(Role.MUTED_TEXT));
        }
        return at;
    }

    private double piece(String text, double x, double baseline, TextStyle style, Rgb ink) {
        drawing.text(text, x, baseline, style, ink);
        return x + sheet.width(text, style);
    }
}
