package seq2see.app.view.shapes;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import seq2see.app.drawing.CsvTable;
import seq2see.app.drawing.Sheet;
import seq2see.app.theme.Numbers;
import seq2see.app.view.Explanation;
import seq2see.app.view.shapes.ShapesScene.Spot;
import seq2see.model.Parameters;
import seq2see.tensor.Axis;
import seq2see.tensor.Shape;
import seq2see.tensor.Shape.Dimension;
import seq2see.trace.Moment;

/** The shapes view in words and as a table. */
final class ShapesWords {
    private ShapesWords() {
    }

    /** What a weight's shape is as it is stored, such as (48, 8). */
    static String storedShape(ShapesScene scene, String name) {
        Shape shape = Parameters.shapes(scene.config()).get(name);
        return shape.dimensions().stream().map(dimension -> String.valueOf(dimension.size())).collect(Collectors.joining(", ", "(", ")"));
    }

    /** An index as it is counted: ids from 0, since they are the tokens' own; everything else from 1. */
    static int counted(ShapeBlock block, int axis, int index) {
        Axis named = block.values().shape().dimensions().get(axis).axis();
        boolean id = named == Axis.SOURCE_VOCABULARY || named == Axis.TARGET_VOCABULARY;
        return id ? index : index + 1;
    }

    static String axisName(Sheet sheet, Dimension dimension) {
        return sheet.words("shapes.axis." + dimension.axis().name().toLowerCase(Locale.ROOT));
    }

    static String description(Sheet sheet, ShapesScene scene) {
        StringBuilder words = new StringBuilder();
        scene.cell().ifPresent(spot -> words.append(ShapesHeatMap.explanation(sheet, scene, scene.blocks().get(spot.block()), spot).spoken()).append(' '));
        scene.token().ifPresent(spot -> words.append(token(sheet, scene, spot).spoken()).append(' '));
        scene.pointed().filter(spot -> !spot.isCell()).flatMap(spot -> scene.blocks().block(spot.block())).ifPresent(block -> words.append(
                sheet.words("shapes.pointed", block.name(sheet), block.letters(), block.sizes(), Numbers.count(block.values().shape().elements()))).append(' '));
        scene.moment().ifPresent(now -> words.append(sheet.words("shapes.now", now(sheet, now))).append(' '));
        scene.lookUp().ifPresent(position -> words.append(sheet.words("shapes.spoken.lookUp", position + 1, scene.id(position))).append(' '));
        words.append(scene.blocks().all().stream().map(block -> sheet.words("shapes.spoken.block", block.name(sheet), block.letters(), block.sizes()))
                .collect(Collectors.joining(" ")));
        scene.product().ifPresent(product -> words.append(' ').append(sheet.words("shapes.spoken.product", Numbers.scientific(product.largestDifference(), 2))));
        return words.toString();
    }

    /** What a token's id is, and what it picks. */
    static Explanation token(Sheet sheet, ShapesScene scene, Spot spot) {
        int id = (int) scene.trace().encoder().ids().get(spot.row(), spot.column());
        String name = scene.batch().token(spot.row(), spot.column()).orElseGet(() -> sheet.words("shapes.token"));
        String where = sheet.words("shapes.at", sheet.words("shapes.axis.batch"), spot.row() + 1) + " · "
                + sheet.words("shapes.at", sheet.words("shapes.axis.source_time"), spot.column() + 1);
        return new Explanation(name, "x_{" + (spot.row() + 1) + "," + (spot.column() + 1) + "}", String.valueOf(id), where, List.of(), "",
                sheet.words("shapes.token.row", id));
    }

    private static String now(Sheet sheet, Moment now) {
        return sheet.words("moment.part." + now.part());
    }

    /** Where a block lies open, its values; else every block with its shape. */
    static String csv(ShapesScene scene) {
        if (scene.opened().isEmpty()) {
            CsvTable table = new CsvTable("block", "axes", "sizes", "elements");
            scene.blocks().all().forEach(block -> table.row(block.key(), block.letters(), block.sizes(), block.values().shape().elements()));
            return table.toString();
        }
        ShapeBlock block = scene.blocks().get(scene.opened().get().block());
        Shape shape = block.values().shape();
        CsvTable table = new CsvTable("block", "index", "value");
        float[] values = block.values().toArray();
        for (int i = 0; i < values.length; i++) {
            table.row(block.key(), index(block, shape, i), values[i]);
        }
        return table.toString();
    }

    private static String index(ShapeBlock block, Shape shape, int element) {
        String index = "";
        int rest = element;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            index = counted(block, axis, rest % shape.size(axis)) + (index.isEmpty() ? "" : " " + index);
            rest /= shape.size(axis);
        }
        return index;
    }
}
