package seq2see.app.view.hiddenstate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import seq2see.model.ModelConfig;
import seq2see.tensor.Axis;
import seq2see.tensor.Grid;
import seq2see.trace.Moment;
import seq2see.trace.Moment.Phase;
import seq2see.trace.Trace;
import seq2see.trace.Workings;
import seq2see.trace.Workings.CellTerms;

/** The numbers of a sentence by the moments at which they come to be, and which of them a moment has computed. */
final class FlowValues {
    /** What is held below this counts as within [−1, 1]: a hidden state never leaves it. */
    private static final double WHOLE = 1 + 1e-6;

    private final Trace trace;
    private final Map<Moment, Integer> order = new HashMap<>();
    private final Map<String, Double> scales = new HashMap<>();

    FlowValues(Trace trace) {
        this.trace = trace;
        List<Moment> moments = Moment.of(trace.config(), trace.sourceTime(), trace.targetTime());
        for (int i = 0; i < moments.size(); i++) {
            order.put(moments.get(i), i);
        }
    }

    Trace trace() {
        return trace;
    }

    ModelConfig config() {
        return trace.config();
    }

    /** How many time steps a phase has. */
    int timeSteps(Phase phase) {
        return phase == Phase.ENCODER ? trace.sourceTime() : trace.targetTime();
    }

    /** Whether a strip's numbers are there at a moment; at none, all are. */
    boolean isComputed(Moment strip, Optional<Moment> now) {
        Integer present = now.map(order::get).orElse(null);
        if (present == null) {
            return true;
        }
        Moment address = strip.phase() == Phase.DECODER && strip.timeStep() == 0 ? new Moment(Phase.ENCODER, 0, 0, "", "finalState") : strip;
        return order.getOrDefault(address, 0) <= present;
    }

    /** The layer's numbers at a time step; those that the decoder starts from are at step 0. */
    Optional<Trace.Layer> layer(FlowRow row, int timeStep) {
        if (timeStep < 0 || timeStep > timeSteps(row.phase())) {
            return Optional.empty();
        }
        if (row.phase() == Phase.DECODER) {
            List<Trace.Layer> layers = timeStep == 0 ? trace.decoder().initialState() : trace.decoder().steps().get(timeStep - 1).layers();
            return Optional.of(layers.get(row.layer() - 1));
        }
        if (timeStep == 0) {
            return Optional.empty();
        }
        Trace.EncoderStep step = trace.encoder().steps().get(timeStep - 1);
        return Optional.of((row.isBackward() ? step.backwardLayers() : step.layers()).get(row.layer() - 1));
    }

    /** A strip's numbers, (1, width); none where the trace does not hold them. */
    Optional<Grid> of(Moment strip) {
        return switch (strip.part()) {
            case "input" -> trace.workings().map(workings -> row(workings.sourceEmbedded(), strip.timeStep() - 1));
            case "embedding" -> trace.workings().map(workings -> row(workings.targetEmbedded(), strip.timeStep() - 1));
            case "contextVector" -> Optional.of(trace.decoder().steps().get(strip.timeStep() - 1).contextVector());
            case "hiddenState" -> layer(FlowRow.of(strip), strip.timeStep()).map(Trace.Layer::hiddenState);
            case "memoryCell" -> layer(FlowRow.of(strip), strip.timeStep()).flatMap(Trace.Layer::memoryCell);
            default -> layer(FlowRow.of(strip), strip.timeStep()).map(layer -> layer.gates().get(strip.part()));
        };
    }

    private static Grid row(Grid grid, int row) {
        float[] values = new float[grid.columns()];
        for (int i = 0; i < values.length; i++) {
            values[i] = grid.get(row, i);
        }
        return Grid.vector(grid.columnAxis(), values, 0, values.length);
    }

    /** A unit's value in the state before a time step: zero where the encoder begins. */
    float before(FlowRow row, int timeStep, String part, int unit) {
        return of(row.strip(row.before(timeStep), part)).map(grid -> grid.get(unit)).orElse(0f);
    }

    /** The terms inside the cell of a row, where they were asked for. */
    Optional<CellTerms> terms(FlowRow row) {
        return trace.workings().map(workings -> layers(workings, row).get(row.layer() - 1));
    }

    private static List<CellTerms> layers(Workings workings, FlowRow row) {
        return row.phase() == Phase.DECODER ? workings.decoder() : row.isBackward() ? workings.backward() : workings.forward();
    }

    /** What strips of a kind are divided by: 1, or the largest magnitude of any of them where that is larger. */
    double scale(Moment strip) {
        String kind = strip.part() + strip.phase() + strip.layer() + strip.direction();
        return scales.computeIfAbsent(kind, key -> {
            int first = strip.phase() == Phase.DECODER && strip.layer() > 0 ? 0 : 1;
            double largest = IntStream.rangeClosed(first, timeSteps(strip.phase()))
                    .mapToObj(time -> of(new Moment(strip.phase(), time, strip.layer(), strip.direction(), strip.part())))
                    .flatMap(Optional::stream).mapToDouble(Grid::largestMagnitude).reduce(0, Math::max);
            return largest > WHOLE && Double.isFinite(largest) ? largest : 1;
        });
    }

    /** A unit's value in a strip at every time step of its row, in reading order. */
    List<Float> through(Moment strip, int unit) {
        List<Float> values = new ArrayList<>();
        for (int time = 1; time <= timeSteps(strip.phase()); time++) {
            values.add(of(new Moment(strip.phase(), time, strip.layer(), strip.direction(), strip.part())).map(grid -> grid.get(unit)).orElse(Float.NaN));
        }
        return values;
    }

    /** The axis that a strip runs along. */
    static Axis axis(Moment strip) {
        return switch (strip.part()) {
            case "input", "embedding" -> Axis.EMBEDDING;
            case "contextVector" -> Axis.CONTEXT;
            default -> Axis.HIDDEN;
        };
    }
}
