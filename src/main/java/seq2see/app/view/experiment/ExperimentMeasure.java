package seq2see.app.view.experiment;

import java.util.Locale;

/** What is drawn of an experiment. */
public enum ExperimentMeasure {
    /** The loss on what is held out, over the training steps. */
    LOSS,
    /** The share of held-out sentences translated rightly, over the training steps. */
    ACCURACY,
    /** The same at the end, over the length of the source. */
    ACCURACY_BY_LENGTH,
    /** How much of the loss arrives at each source position of a sentence. */
    GRADIENT_NORMS;

    /** As lessons write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
