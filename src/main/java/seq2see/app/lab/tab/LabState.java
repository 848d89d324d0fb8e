package seq2see.app.lab.tab;

import java.util.Optional;
import seq2see.app.view.Highlight;
import seq2see.trace.Moment;
import seq2see.trace.Trace;
import seq2see.training.TrainingSnapshot;
import seq2see.training.Translation;

/**
 * All that a tab of the Lab shows, as one value.
 *
 * @param snapshot  of the training; empty until there is a model
 * @param moment    what the scrubber stands on, among the moments of the tab in front
 * @param highlight what is pointed at and pinned
 */
public record LabState(Optional<TrainingSnapshot> snapshot, Optional<Moment> moment, Highlight highlight) {
    public static final LabState EMPTY = new LabState(Optional.empty(), Optional.empty(), Highlight.NONE);

    public LabState with(TrainingSnapshot newSnapshot) {
        return new LabState(Optional.ofNullable(newSnapshot), moment, highlight);
    }

    public LabState at(Optional<Moment> newMoment) {
        return new LabState(snapshot, newMoment, highlight);
    }

    public LabState lit(Highlight newHighlight) {
        return new LabState(snapshot, moment, newHighlight);
    }

    public Optional<Translation> translation() {
        return snapshot.flatMap(TrainingSnapshot::translation);
    }

    /** The sentence that is looked at, through the model as it is now. */
    public Optional<Trace> trace() {
        return translation().map(Translation::trace);
    }
}
