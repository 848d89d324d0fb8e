package seq2see.app.view.shapes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import seq2see.app.drawing.Area;
import seq2see.app.drawing.Drawing;
import seq2see.app.drawing.Mark.Anchor;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.Stroke;
import seq2see.app.drawing.TextStyle;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Rgb;
import seq2see.app.theme.Role;
import seq2see.app.view.Explanation;
import seq2see.app.view.HoverCard;
import seq2see.app.view.shapes.ShapesScene.OpenBlock;
import seq2see.app.view.shapes.ShapesScene.Spot;
import seq2see.tensor.Axis;
import seq2see.tensor.Shape.Dimension;
import seq2see.tensor.Values;

/** The values of the opened block, a slice at a time; the cell that is pointed at is explained. */
final class ShapesHeatMap {
    private static final double HEAD = 46;
    private static final double LEFT = 44;
    private static final double FOOT = 26;
    private static final double LEAST_CELL = 8;
    private static final double LARGEST_CELL = 22;
    private static final TextStyle AXIS = TextStyle.LEAST.withWeight(600);

    private final Sheet sheet;
    private final ShapesScene scene;
    private final ShapesLayout layout;
    private final Drawing drawing;
    private final Grid grid;

    ShapesHeatMap(Sheet sheet, ShapesScene scene, ShapesLayout layout, Drawing drawing) {
        this.sheet = sheet;
        this.scene = scene;
        this.layout = layout;
        this.drawing = drawing;
        this.grid = Grid.of(layout.detail(), scene);
    }

    /**
     * Where the cells of the slice stand.
     *
     * @param slice   two axes, or one
     * @param rows    in sight, {@code columns} likewise
     * @param topRow  the first in sight, {@code leftColumn} likewise
     */
    record Grid(Values slice, double x, double y, double cell, int topRow, int rows, int leftColumn, int columns) {
        static Grid of(Area area, ShapesScene scene) {
            OpenBlock opened = scene.opened().orElseThrow();
            Values slice = sliceOf(scene, opened);
            int allRows = slice.shape().rank() > 1 ? slice.shape().size(0) : 1;
            int allColumns = slice.shape().width();
            double roomX = area.width() - LEFT - 12;
            double roomY = area.height() - HEAD - FOOT;
            double cell = Math.clamp(Math.floor(Math.min(roomX / allColumns, roomY / allRows)), LEAST_CELL, LARGEST_CELL);
            int rows = Math.clamp((int) (roomY / cell), 1, allRows);
            int columns = Math.clamp((int) (roomX / cell), 1, allColumns);
            return new Grid(slice, LEFT, area.y() + HEAD, cell, Math.clamp(opened.top(), 0, allRows - rows), rows,
                    Math.clamp(opened.left(), 0, allColumns - columns), columns);
        }

        int allRows() {
            return slice.shape().rank() > 1 ? slice.shape().size(0) : 1;
        }

        int allColumns() {
            return slice.shape().width();
        }

        float value(int row, int column) {
            return slice.shape().rank() > 1 ? slice.get(row, column) : slice.get(column);
        }

        Area place(int row, int column) {
            return new Area(x + (column - leftColumn) * cell, y + (row - topRow) * cell, cell - 1, cell - 1);
        }

        boolean shows(int row, int column) {
            return row >= topRow && row < topRow + rows && column >= leftColumn && column < leftColumn + columns;
        }

        /** The cell at a point of the sheet, in the open block. */
        Optional<Spot> spotAt(String block, double px, double py) {
            int row = topRow + (int) Math.floor((py - y) / cell);
            int column = leftColumn + (int) Math.floor((px - x) / cell);
            return shows(row, column) ? Optional.of(new Spot(block, row, column)) : Optional.empty();
        }
    }

    private static Values sliceOf(ShapesScene scene, OpenBlock opened) {
        Values values = scene.blocks().get(opened.block()).values();
        return values.shape().rank() == 3 ? values.slice(opened.axis(), opened.index()) : values;
    }

    void draw() {
        OpenBlock opened = scene.opened().orElseThrow();
        ShapeBlock block = scene.blocks().get(opened.block());
        double y = layout.detail().y() + 14;
        String name = block.name(sheet);
        TextStyle strong = TextStyle.CONTROL.withWeight(600);
        drawing.text(name, 0, y, strong, drawing.ink(Role.TEXT));
        double x = new BlockPainter(sheet, layout, drawing).shape(block, sheet.width(name, strong) + 10, y) + 16;
        double largest = Math.max(1, block.values().largestMagnitude());
        List<String> notes = new ArrayList<>();
        if (block.values().shape().rank() == 3) {
            Dimension held = block.values().shape().dimensions().get(opened.axis());
            notes.add(sheet.words("shapes.slice", held.axis().letter(), opened.index() + 1, held.size()));
        }
        if (largest > 1) {
            notes.add(sheet.words("shapes.scale", Numbers.fixed(largest, 1)));
        }
        notes.add(sheet.words("shapes.close"));
        drawing.text(sheet.shortened(String.join(" · ", notes), TextStyle.SMALL, sheet.width() - x), x, y, TextStyle.SMALL, drawing.ink(Role.MUTED_TEXT));
        axes(block, opened);
        for (int row = grid.topRow(); row < grid.topRow() + grid.rows(); row++) {
            for (int column = grid.leftColumn(); column < grid.leftColumn() + grid.columns(); column++) {
                Area place = grid.place(row, column);
                Rgb fill = block.key().equals("ids") ? drawing.ink(Role.INSET) : sheet.palette().signed().at(grid.value(row, column) / largest);
                drawing.box(place.x(), place.y(), place.width(), place.height(), 2, fill);
            }
        }
        lit(block);
        scene.cell().filter(spot -> grid.shows(spot.row(), spot.column())).ifPresent(spot -> point(block, spot));
    }

    private void axes(ShapeBlock block, OpenBlock opened) {
        List<Dimension> left = new ArrayList<>(block.values().shape().dimensions());
        if (left.size() == 3) {
            left.remove(opened.axis());
        }
        double width = grid.columns() * grid.cell() - 1;
        double height = grid.rows() * grid.cell() - 1;
        Rgb across = ink(left.getLast());
        drawing.line(grid.x(), grid.y() - 5, grid.x() + width, grid.y() - 5, Stroke.solid(across, 2.5));
        drawing.text(label(left.getLast(), grid.leftColumn(), grid.columns()), grid.x(), grid.y() - 11, AXIS, across);
        if (left.size() > 1) {
            Rgb down = ink(left.getFirst());
            drawing.line(grid.x() - 6, grid.y(), grid.x() - 6, grid.y() + height, Stroke.solid(down, 2.5));
            drawing.upwardText(label(left.getFirst(), grid.topRow(), grid.rows()), grid.x() - 14, grid.y() + height, AXIS, down, Anchor.START);
        }
    }

    private Rgb ink(Dimension dimension) {
        return sheet.palette().of(dimension.axis());
    }

    private static String label(Dimension dimension, int first, int shown) {
        String name = (dimension.axis() == Axis.UNIT ? "" : dimension.axis().letter() + " ") + dimension.size();
        return shown == dimension.size() ? name : name + " · " + (first + 1) + "–" + (first + shown);
    }

    /** A unit of the top layer that is lit in other views: its column. */
    private void lit(ShapeBlock block) {
        boolean states = block.key().equals("outputs") && scene.opened().orElseThrow().axis() < 2;
        for (int column = grid.leftColumn(); states && column < grid.leftColumn() + grid.columns(); column++) {
            if (scene.batch().trainingStep().isPresent() && scene.lit().unit(scene.config().layers(), column + 1)) {
                Area top = grid.place(grid.topRow(), column);
                drawing.outline(top.x() - 0.75, top.y() - 0.75, top.width() + 1.5, grid.rows() * grid.cell() + 0.5, 3, Stroke.solid(drawing.ink(Role.TEXT), 1.5));
            }
        }
    }

    private void point(ShapeBlock block, Spot spot) {
        Area place = grid.place(spot.row(), spot.column());
        drawing.outline(place.x() - 0.75, place.y() - 0.75, place.width() + 1.5, place.height() + 1.5, 3, Stroke.solid(drawing.ink(Role.TEXT), 2.5));
        Area map = new Area(0, layout.detail().y(), grid.x() + grid.columns() * grid.cell(), layout.detail().height());
        new HoverCard(sheet, explanation(sheet, scene, block, spot)).draw(drawing, place, List.of(map, new Area(0, 0, sheet.width(), layout.detail().y() + 30)));
    }

    /** A value by its index on every axis, each with its letter. */
    static Explanation explanation(Sheet sheet, ShapesScene scene, ShapeBlock block, Spot spot) {
        List<Dimension> axes = block.values().shape().dimensions();
        List<String> index = new ArrayList<>();
        List<String> where = new ArrayList<>();
        int[] at = scene.index(spot);
        for (int axis = 0; axis < axes.size(); axis++) {
            int shown = ShapesWords.counted(block, axis, at[axis]);
            index.add(String.valueOf(shown));
            where.add(sheet.words("shapes.at", ShapesWords.axisName(sheet, axes.get(axis)), shown));
        }
        float value = block.values().get(at);
        String number = block.key().equals("ids") ? String.valueOf((int) value) : Numbers.fixed(value, 4);
        return new Explanation(block.name(sheet), "x_{" + String.join(",", index) + "}", number, String.join(" · ", where), List.of(), "",
                sheet.words("shapes.about." + block.key()));
    }
}
