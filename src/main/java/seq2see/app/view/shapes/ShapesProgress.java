package seq2see.app.view.shapes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import seq2see.trace.Moment;
import seq2see.trace.Moment.Phase;

/** What has been computed by the present moment; everything where there is none. */
final class ShapesProgress {
    private final Map<Moment, Integer> order = new HashMap<>();
    private final int layers;
    private final boolean bidirectional;
    private final int now;

    ShapesProgress(ShapesScene scene) {
        List<Moment> moments = scene.moments();
        for (int i = 0; i < moments.size(); i++) {
            order.put(moments.get(i), i);
        }
        layers = scene.config().layers();
        bidirectional = scene.config().bidirectional();
        now = scene.moment().map(order::get).orElse(moments.size());
    }

    /** Whether a sheet of a block, from 0, has been computed. */
    boolean reached(String block, int sheet) {
        return switch (block) {
            case "embedded" -> reached(Phase.ENCODER, sheet + 1, 1, "forward", "input");
            case "outputs" -> reached(Phase.ENCODER, sheet + 1, layers, "forward", "hiddenState")
                    && (!bidirectional || reached(Phase.ENCODER, sheet + 1, layers, "backward", "hiddenState"));
            case "finalState", "finalMemory", "initialState", "initialMemory" -> reached(Phase.ENCODER, 0, 0, "", "finalState");
            case "targetEmbedded" -> reached(Phase.DECODER, 1, 0, "", "embedding");
            case "context" -> reached(Phase.DECODER, 1, 0, "", "contextVector");
            case "input" -> reached(Phase.DECODER, 1, 0, "", "concatenation");
            case "topState", "read" -> reached(Phase.DECODER, 1, layers, "", "hiddenState");
            case "logits" -> reached(Phase.DECODER, 1, 0, "", "logits");
            default -> true;
        };
    }

    private boolean reached(Phase phase, int timeStep, int layer, String direction, String part) {
        return order.getOrDefault(new Moment(phase, timeStep, layer, direction, part), 0) <= now;
    }
}
