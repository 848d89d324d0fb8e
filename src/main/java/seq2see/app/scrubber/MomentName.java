package seq2see.app.scrubber;

import seq2see.app.theme.Text;
import seq2see.trace.Moment;

/** A moment in words: where it is ("decoder step 7") and what is looked at ("attention weights"). */
record MomentName(String place, String part) {
    /**
     * The name in the present language.
     *
     * @param timeline the moments that it is told apart from
     */
    static MomentName of(Moment moment, Timeline timeline) {
        String phase = "moment." + moment.phase().word();
        String place = moment.timeStep() == 0 ? Text.of(phase) : Text.of(phase + ".step", moment.timeStep());
        if (timeline.layered() && moment.layer() > 0) {
            place = Text.of("moment.layer", place, moment.layer());
        }
        if (timeline.bidirectional() && !moment.direction().isEmpty()) {
            place = Text.of("moment." + moment.direction(), place);
        }
        return new MomentName(place, Text.of("moment.part." + moment.part()));
    }

    @Override
    public String toString() {
        return place + " · " + part;
    }
}
