package seq2see.app.view.shapes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import seq2see.app.drawing.Sheet;
import seq2see.tensor.Axis;
import seq2see.tensor.Shape.Dimension;
import seq2see.tensor.Values;

/**
 * A tensor as a labelled block: sheets behind each other, rows down, columns across. Rows and columns may be made of parts that
 * stand side by side, as in (N, D + C).
 *
 * @param key    names it among its picture's blocks; {@code shapes.block.KEY} is what it is called
 * @param values what it holds, with the axes in the order sheets, rows, columns
 * @param sheets the axis of its sheets, where it has three axes
 * @param gate   whether its values lie between 0 and 1
 * @param twice  whether each layer has two sheets, one a direction
 */
record ShapeBlock(String key, Values values, Optional<Dimension> sheets, List<Dimension> rows, List<Dimension> columns, boolean gate, boolean twice) {
    ShapeBlock {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
    }

    /** A tensor of one to three axes, each of one part. */
    static ShapeBlock of(String key, Values values) {
        List<Dimension> axes = values.shape().dimensions();
        int rank = axes.size();
        Dimension unit = new Dimension(Axis.UNIT, 1);
        return new ShapeBlock(key, values, rank == 3 ? Optional.of(axes.getFirst()) : Optional.empty(), List.of(rank == 1 ? unit : axes.get(rank - 2)),
                List.of(axes.getLast()), false, false);
    }

    /** The same with columns that are made of parts. */
    ShapeBlock withColumns(Dimension... parts) {
        return new ShapeBlock(key, values, sheets, rows, List.of(parts), gate, twice);
    }

    ShapeBlock withRows(Dimension... parts) {
        return new ShapeBlock(key, values, sheets, List.of(parts), columns, gate, twice);
    }

    /** The same with two sheets a layer, where there are two directions. */
    ShapeBlock twice(boolean both) {
        return new ShapeBlock(key, values, sheets, rows, columns, gate, both);
    }

    ShapeBlock asGate() {
        return new ShapeBlock(key, values, sheets, rows, columns, true, twice);
    }

    int sheetCount() {
        return sheets.map(Dimension::size).orElse(1);
    }

    static int size(List<Dimension> parts) {
        return parts.stream().mapToInt(Dimension::size).sum();
    }

    /** The value in a sheet, all from 0. */
    float value(int sheet, int row, int column) {
        return switch (values.shape().rank()) {
            case 3 -> values.get(sheet, row, column);
            case 2 -> values.get(row, column);
            default -> values.get(column);
        };
    }

    /** The axes as the shape lists them: each its parts. */
    List<List<Dimension>> axes() {
        List<List<Dimension>> axes = new ArrayList<>();
        sheets.ifPresent(dimension -> axes.add(List.of(dimension)));
        if (values.shape().rank() > 1) {
            axes.add(rows);
        }
        axes.add(columns);
        return axes;
    }

    /** Letters, such as {@code (T, N, D)}. */
    String letters() {
        return axes().stream().map(parts -> parts.stream().map(this::letter).collect(Collectors.joining(" + ")))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** Sizes, such as {@code (7, 4, 8)}. */
    String sizes() {
        return axes().stream().map(parts -> String.valueOf(size(parts))).collect(Collectors.joining(", ", "(", ")"));
    }

    /** An axis without a name is written as its size. */
    String letter(Dimension dimension) {
        String letter = dimension.axis() == Axis.UNIT ? String.valueOf(dimension.size()) : dimension.axis().letter();
        return twice && dimension.axis() == Axis.LAYER ? "2" + letter : letter;
    }

    /** Letter and size, such as {@code D 8}. */
    String label(Dimension dimension) {
        return dimension.axis() == Axis.UNIT ? letter(dimension) : letter(dimension) + " " + dimension.size();
    }

    String name(Sheet sheet) {
        return sheet.words("shapes.block." + key);
    }
}
