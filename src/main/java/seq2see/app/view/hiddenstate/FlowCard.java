package seq2see.app.view.hiddenstate;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import seq2see.app.drawing.Sheet;
import seq2see.app.drawing.TokenText;
import seq2see.app.theme.Numbers;
import seq2see.app.view.Explanation;
import seq2see.app.view.hiddenstate.FlowScene.Cell;
import seq2see.model.CellType;
import seq2see.tensor.Grid;
import seq2see.trace.Moment;
import seq2see.trace.Moment.Phase;

/** What the hover card says of one number of the hidden-state flow. */
final class FlowCard {
    private FlowCard() {
    }

    static Explanation of(Sheet sheet, FlowScene scene, Cell cell) {
        FlowValues values = scene.values().orElseThrow();
        Moment strip = cell.strip();
        Grid numbers = values.of(strip).orElseThrow();
        CellFormula.Shown shown = new CellFormula(values, strip, cell.unit()).shown();
        String symbol = CellFormula.symbol(values.config().cell(), strip) + "[" + (cell.unit() + 1) + "]";
        return new Explanation(sheet.words("flow.name." + strip.part()), symbol, Numbers.fixed(numbers.get(cell.unit()), 3),
                where(sheet, values, cell, numbers.columns()), shown.terms(), shown.result(), words(sheet, values, cell), curve(sheet, scene, cell));
    }

    /** Where a number is, axis by axis. */
    private static String where(Sheet sheet, FlowValues values, Cell cell, int size) {
        Moment strip = cell.strip();
        String place = strip.timeStep() == 0 ? sheet.words("flow.where.start") : sheet.words("moment." + strip.phase().word() + ".step", strip.timeStep());
        if (values.config().layers() > 1 && strip.layer() > 0 && !strip.part().equals("input")) {
            place = sheet.words("moment.layer", place, strip.layer());
        }
        if (values.config().bidirectional() && !strip.direction().isEmpty() && !strip.part().equals("input")) {
            place = sheet.words("moment." + strip.direction(), place);
        }
        return sheet.words("flow.where", place, cell.unit() + 1, size);
    }

    private static Optional<Explanation.Curve> curve(Sheet sheet, FlowScene scene, Cell cell) {
        FlowValues values = scene.values().orElseThrow();
        Moment strip = cell.strip();
        List<Float> through = values.through(strip, cell.unit());
        // What the present moment has not computed is not told either.
        List<Float> known = IntStream.range(0, through.size()).mapToObj(i -> values.isComputed(
                new Moment(strip.phase(), i + 1, strip.layer(), strip.direction(), strip.part()), scene.now()) ? through.get(i) : Float.valueOf(Float.NaN)).toList();
        if (known.stream().filter(value -> !Float.isNaN(value)).count() < 2) {
            return Optional.empty();
        }
        double high = values.scale(strip);
        String along = sheet.words(strip.phase() == Phase.ENCODER ? "flow.curve.source" : "flow.curve.target", cell.unit() + 1, through.size());
        return Optional.of(new Explanation.Curve(known, strip.timeStep() - 1, CellType.isGate(strip.part()) ? 0 : -high, high, along));
    }

    private static String words(Sheet sheet, FlowValues values, Cell cell) {
        Moment strip = cell.strip();
        FlowRow row = FlowRow.of(strip);
        if (strip.timeStep() == 0) {
            return sheet.words(values.config().bidirectional() ? "flow.words.bridge" : "flow.words.start");
        }
        return switch (strip.part()) {
            case "input" -> sheet.words("flow.words.embedding", TokenText.of(values.trace().source().tokens().get(strip.timeStep() - 1)));
            case "embedding" -> sheet.words("flow.words.embedding", TokenText.of(values.trace().decoder().steps().get(strip.timeStep() - 1).inputToken()));
            case "contextVector" -> sheet.words(values.config().hasAttention() ? "flow.words.attention" : "flow.words.context");
            case "hiddenState" -> switch (values.config().cell()) {
                case RNN -> "";
                case GRU -> sheet.words("flow.words.gru", percent(values, row, strip, cell.unit(), "updateGate"), rest(values, row, strip, cell.unit()));
                case LSTM -> sheet.words("flow.words.lstm", percent(values, row, strip, cell.unit(), "outputGate"));
            };
            case "memoryCell" -> sheet.words("flow.words.memory", percent(values, row, strip, cell.unit(), "forgetGate"),
                    percent(values, row, strip, cell.unit(), "inputGate"));
            default -> sheet.words("flow.words." + values.config().cell() + "." + strip.part());
        };
    }

    private static String percent(FlowValues values, FlowRow row, Moment strip, int unit, String part) {
        return Numbers.fixed(100.0 * values.of(row.strip(strip.timeStep(), part)).orElseThrow().get(unit), 1);
    }

    private static String rest(FlowValues values, FlowRow row, Moment strip, int unit) {
        return Numbers.fixed(100 - 100.0 * values.of(row.strip(strip.timeStep(), "updateGate")).orElseThrow().get(unit), 1);
    }
}
