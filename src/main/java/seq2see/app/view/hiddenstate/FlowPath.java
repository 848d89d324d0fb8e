package seq2see.app.view.hiddenstate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import seq2see.trace.Moment;
import seq2see.trace.Moment.Phase;

/**
 * What the present moment computes, and from what: the strips that light up.
 *
 * @param result   what comes to be
 * @param sources  what goes into it through weights or attention: the state before, the input
 * @param elements what goes into it unit by unit
 */
record FlowPath(List<Moment> result, List<Moment> sources, List<Moment> elements) {
    static final FlowPath NONE = new FlowPath(List.of(), List.of(), List.of());

    static FlowPath of(FlowScene scene) {
        FlowValues values = scene.values().orElseThrow();
        Optional<Moment> now = scene.now();
        if (now.isEmpty()) {
            return NONE;
        }
        Moment moment = now.get();
        FlowRow row = FlowRow.of(moment);
        return switch (moment.part()) {
            case "finalState" -> finalState(values);
            case "input" -> new FlowPath(inputs(values, row, moment.timeStep()), List.of(), List.of());
            case "embedding", "contextVector" -> new FlowPath(List.of(moment), List.of(), List.of());
            case "attentionScores", "attentionWeights" ->
                new FlowPath(List.of(), List.of(new FlowRow(Phase.DECODER, values.config().layers(), "").state(moment.timeStep() - 1)), List.of());
            case "concatenation" -> new FlowPath(inputs(values, new FlowRow(Phase.DECODER, 1, ""), moment.timeStep()), List.of(), List.of());
            case "logits", "probabilities", "token" ->
                new FlowPath(List.of(), List.of(new FlowRow(Phase.DECODER, values.config().layers(), "").state(moment.timeStep())), List.of());
            case "memoryCell" -> new FlowPath(List.of(moment), List.of(), parts(row, moment.timeStep(), "forgetGate", "inputGate", "candidateState",
                    "before memoryCell"));
            case "hiddenState" -> switch (values.config().cell()) {
                case RNN -> ofProducts(values, row, moment);
                case GRU -> new FlowPath(List.of(moment), List.of(), parts(row, moment.timeStep(), "updateGate", "candidateState", "before hiddenState"));
                case LSTM -> new FlowPath(List.of(moment), List.of(), parts(row, moment.timeStep(), "outputGate", "memoryCell"));
            };
            default -> ofProducts(values, row, moment);
        };
    }

    /** What is a function of W x + W h: in the candidate of a GRU, the reset gate stands before W h. */
    private static FlowPath ofProducts(FlowValues values, FlowRow row, Moment moment) {
        List<Moment> sources = new ArrayList<>(List.of(row.state(row.before(moment.timeStep()))));
        sources.addAll(inputs(values, row, moment.timeStep()));
        return new FlowPath(List.of(moment), sources, values.config().cell().resetsProduct(moment.part()) ? parts(row, moment.timeStep(), "resetGate") : List.of());
    }

    private static List<Moment> parts(FlowRow row, int timeStep, String... names) {
        List<Moment> parts = new ArrayList<>();
        for (String name : names) {
            boolean before = name.startsWith("before ");
            parts.add(before ? row.strip(row.before(timeStep), name.substring(7)) : row.strip(timeStep, name));
        }
        return parts;
    }

    /** What a row reads at a time step: the embedded token, or the layer below, in both directions where there are two. */
    static List<Moment> inputs(FlowValues values, FlowRow row, int timeStep) {
        if (row.phase() == Phase.DECODER) {
            return row.layer() > 1 ? List.of(new FlowRow(Phase.DECODER, row.layer() - 1, "").state(timeStep))
                    : List.of(new Moment(Phase.DECODER, timeStep, 0, "", "embedding"), new Moment(Phase.DECODER, timeStep, 0, "", "contextVector"));
        }
        if (row.layer() == 1) {
            return List.of(new Moment(Phase.ENCODER, timeStep, 1, "forward", "input"));
        }
        Moment forward = new FlowRow(Phase.ENCODER, row.layer() - 1, "forward").state(timeStep);
        return values.config().bidirectional() ? List.of(forward, new FlowRow(Phase.ENCODER, row.layer() - 1, "backward").state(timeStep)) : List.of(forward);
    }

    private static FlowPath finalState(FlowValues values) {
        List<Moment> starts = new ArrayList<>();
        List<Moment> ends = new ArrayList<>();
        for (int layer = 1; layer <= values.config().layers(); layer++) {
            starts.add(new FlowRow(Phase.DECODER, layer, "").state(0));
            ends.add(new FlowRow(Phase.ENCODER, layer, "forward").state(values.trace().sourceTime()));
            if (values.config().bidirectional()) {
                ends.add(new FlowRow(Phase.ENCODER, layer, "backward").state(1));
            }
        }
        return new FlowPath(starts, ends, List.of());
    }

    boolean holds(Moment strip) {
        return result.contains(strip) || sources.contains(strip) || elements.contains(strip);
    }
}
