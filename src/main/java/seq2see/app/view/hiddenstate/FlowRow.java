package seq2see.app.view.hiddenstate;

import java.util.ArrayList;
import java.util.List;
import seq2see.model.ModelConfig;
import seq2see.trace.Moment;
import seq2see.trace.Moment.Phase;

/**
 * A row of the hidden-state flow: one layer in one direction. Every strip of numbers in it has the address of the moment at
 * which it is computed; the state that a decoder layer starts from is that of time step 0.
 *
 * @param direction {@code forward} or {@code backward} in the encoder, else empty
 */
record FlowRow(Phase phase, int layer, String direction) {

    /** The rows as they stand above each other: the decoder over the encoder, in each the top layer first. */
    static List<FlowRow> all(ModelConfig config) {
        List<FlowRow> rows = new ArrayList<>();
        for (int layer = config.layers(); layer >= 1; layer--) {
            rows.add(new FlowRow(Phase.DECODER, layer, ""));
        }
        for (int layer = config.layers(); layer >= 1; layer--) {
            if (config.bidirectional()) {
                rows.add(new FlowRow(Phase.ENCODER, layer, "backward"));
            }
            rows.add(new FlowRow(Phase.ENCODER, layer, "forward"));
        }
        return rows;
    }

    /** The row that a strip stands in. */
    static FlowRow of(Moment strip) {
        return new FlowRow(strip.phase(), Math.max(1, strip.layer()), strip.phase() == Phase.ENCODER && strip.direction().isEmpty() ? "forward" : strip.direction());
    }

    boolean isBackward() {
        return direction.equals("backward");
    }

    Moment strip(int timeStep, String part) {
        return new Moment(phase, timeStep, layer, direction, part);
    }

    Moment state(int timeStep) {
        return strip(timeStep, "hiddenState");
    }

    /** The time step that is read before one. */
    int before(int timeStep) {
        return isBackward() ? timeStep + 1 : timeStep - 1;
    }
}
