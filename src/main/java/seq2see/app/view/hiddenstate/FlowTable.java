package seq2see.app.view.hiddenstate;

import java.util.Optional;
import seq2see.app.drawing.CsvTable;
import seq2see.tensor.Grid;
import seq2see.trace.Moment;
import seq2see.trace.Moment.Phase;

/** The hidden-state flow's numbers: a line for each unit of each part of each cell, in the order in which they are computed. */
final class FlowTable {
    private FlowTable() {
    }

    static String csv(FlowScene scene) {
        CsvTable table = new CsvTable("phase", "time_step", "layer", "direction", "part", "unit", "value");
        scene.values().ifPresent(values -> {
            for (int layer = 1; layer <= values.config().layers(); layer++) {
                rows(table, values, new Moment(Phase.DECODER, 0, layer, "", "hiddenState"));
            }
            Moment.of(values.config(), values.trace().sourceTime(), values.trace().targetTime()).stream()
                    .filter(moment -> moment.layer() > 0 && values.config().cell().parts().contains(moment.part())).forEach(moment -> rows(table, values, moment));
        });
        return table.toString();
    }

    private static void rows(CsvTable table, FlowValues values, Moment strip) {
        Optional<Grid> numbers = values.of(strip);
        for (int unit = 0; numbers.isPresent() && unit < numbers.get().columns(); unit++) {
            table.row(strip.phase().word(), strip.timeStep(), strip.layer(), strip.direction(), strip.part(), unit + 1, numbers.get().get(unit));
        }
    }
}
