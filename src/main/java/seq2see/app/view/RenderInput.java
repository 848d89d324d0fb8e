package seq2see.app.view;

import java.util.List;
import java.util.Optional;
import seq2see.trace.Moment;
import seq2see.trace.Trace;
import seq2see.training.BatchLosses;
import seq2see.training.SavedModel;
import seq2see.training.TrainingSnapshot;

/**
 * What a view that is drawn into a file is given. A view takes what it needs of it.
 *
 * @param training how the model was trained
 * @param trace    the sentence, where one was given
 * @param moment   what is now
 * @param beside   other sentences through the same model
 * @param losses   of a batch of a corpus, where one was given
 */
public record RenderInput(Optional<SavedModel> model, Optional<TrainingSnapshot> training, Optional<Trace> trace, Optional<Moment> moment,
                          List<Trace> beside, Optional<BatchLosses> losses) {
    public static final RenderInput NOTHING = new RenderInput(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public RenderInput {
        beside = List.copyOf(beside);
    }

    /** With no other sentences and no corpus. */
    public RenderInput(Optional<SavedModel> model, Optional<TrainingSnapshot> training, Optional<Trace> trace, Optional<Moment> moment) {
        this(model, training, trace, moment, List.of(), Optional.empty());
    }

    /** A model and, where one is looked at, a sentence through it. */
    public static RenderInput of(SavedModel model, Optional<Trace> trace) {
        return new RenderInput(Optional.of(model), Optional.of(model.snapshot()), trace, Optional.empty());
    }

    /** The moments of the sentence. */
    public List<Moment> sentenceMoments() {
        return trace.map(shown -> Moment.of(shown.config(), shown.sourceTime(), shown.targetTime())).orElse(List.of());
    }

    public RenderInput at(Moment now) {
        return new RenderInput(model, training, trace, Optional.of(now), beside, losses);
    }

    /** The same beside other sentences. */
    public RenderInput beside(List<Trace> others) {
        return new RenderInput(model, training, trace, moment, others, losses);
    }

    /** The same with the losses of a batch. */
    public RenderInput measured(BatchLosses batch) {
        return new RenderInput(model, training, trace, moment, beside, Optional.of(batch));
    }
}
