package seq2see.app.lesson;

import java.util.List;
import java.util.Optional;
import seq2see.tensor.Grid;
import seq2see.trace.Moment;
import seq2see.trace.Trace;

/** Finds in a trace what a {@link Moment} is the address of. */
final class TraceParts {
    private TraceParts() {
    }

    /** All moments of a sentence. */
    static List<Moment> moments(Trace trace) {
        return Moment.of(trace.config(), trace.sourceTime(), trace.targetTime());
    }

    static Optional<Moment> moment(Trace trace, String address) {
        return moments(trace).stream().filter(moment -> moment.toString().equals(address)).findFirst();
    }

    /** The numbers of a moment, in a row; empty where it is none of this sentence, or the trace keeps no numbers for it. */
    static Optional<Grid> grid(Trace trace, String address) {
        return moment(trace, address).flatMap(moment -> grid(trace, moment));
    }

    private static Optional<Grid> grid(Trace trace, Moment moment) {
        if (moment.timeStep() == 0) {
            return Optional.empty();
        }
        if (moment.phase() == Moment.Phase.ENCODER) {
            Trace.EncoderStep step = trace.encoder().steps().get(moment.timeStep() - 1);
            boolean backward = moment.direction().equals("backward");
            return inLayer((backward ? step.backwardLayers() : step.layers()).get(moment.layer() - 1), moment.part());
        }
        Trace.DecoderStep step = trace.decoder().steps().get(moment.timeStep() - 1);
        if (moment.layer() > 0) {
            return inLayer(step.layers().get(moment.layer() - 1), moment.part());
        }
        return switch (moment.part()) {
            case "attentionScores" -> step.attentionScores();
            case "attentionWeights" -> step.attentionWeights();
            case "contextVector" -> Optional.of(step.contextVector());
            case "logits" -> Optional.of(step.logits());
            case "probabilities" -> Optional.of(step.probabilities());
            default -> Optional.empty();
        };
    }

    private static Optional<Grid> inLayer(Trace.Layer layer, String part) {
        return switch (part) {
            case "hiddenState" -> Optional.of(layer.hiddenState());
            case "memoryCell" -> layer.memoryCell();
            default -> Optional.ofNullable(layer.gates().get(part));
        };
    }
}
