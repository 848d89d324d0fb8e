package seq2see.app.lesson.player;

import seq2see.app.lesson.Target;
import seq2see.app.view.Pointing;
import seq2see.trace.Moment;
import seq2see.trace.Moment.Phase;

/** What a lesson names, as what the views light. */
final class Lighting {
    private Lighting() {
    }

    static Pointing of(Target target) {
        return switch (target.kind()) {
            case SOURCE -> Pointing.source(target.numbers().getFirst());
            case TARGET -> Pointing.target(target.numbers().getFirst());
            case WEIGHT -> Pointing.weight(target.numbers().getFirst(), target.numbers().getLast());
            case UNIT -> Pointing.unit(target.numbers().size() == 2 ? target.numbers().getFirst() : 1, target.numbers().getLast());
            case MOMENT -> of(target.moment().orElseThrow());
        };
    }

    private static Pointing of(Moment moment) {
        return moment.phase() == Phase.ENCODER ? Pointing.source(moment.timeStep())
                : moment.phase() == Phase.DECODER ? Pointing.target(moment.timeStep()) : Pointing.NONE;
    }
}
