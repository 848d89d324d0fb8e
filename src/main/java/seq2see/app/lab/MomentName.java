package seq2see.app.lab;

import seq2see.app.theme.Text;
import seq2see.model.ModelConfig;
import seq2see.trace.Moment;
import seq2see.trace.Moment.Phase;

/** A moment in words: where it is ("decoder step 7") and what is looked at ("attention weights"). */
record MomentName(String place, String part) {
    /** The name in the present language. */
    static MomentName of(Moment moment, ModelConfig config) {
        String phase = moment.phase() == Phase.ENCODER ? "moment.encoder" : "moment.decoder";
        String place = moment.timeStep() == 0 ? Text.of(phase) : Text.of(phase + ".step", moment.timeStep());
        if (config.layers() > 1 && moment.layer() > 0) {
            place = Text.of("moment.layer", place, moment.layer());
        }
        if (config.bidirectional() && !moment.direction().isEmpty()) {
            place = Text.of("moment." + moment.direction(), place);
        }
        return new MomentName(place, Text.of("moment.part." + moment.part()));
    }

    @Override
    public String toString() {
        return place + " · " + part;
    }
}
