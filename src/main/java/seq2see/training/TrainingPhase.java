package seq2see.training;

/** The eight steps of training as teaching texts name them. The first comes once; the others make a training step. */
public enum TrainingPhase {
    /** Draw the first weights from the seed. */
    INITIALISE,
    /** Take the next batch of sentence pairs, padded. */
    LOAD,
    /** Compute the logits of every target position. */
    FORWARD,
    /** Compare them with the true tokens. */
    LOSS,
    /** Take everything back: the gradient of the loss by every weight. */
    BACKWARD,
    /** Scale the gradient down where its norm is above the limit. */
    CLIP,
    /** Move the weights against the gradient. */
    UPDATE,
    /** Say what the step did. */
    SHOW;

    /** The one after it; after showing the next batch is loaded. */
    public TrainingPhase next() {
        return this == SHOW ? LOAD : values()[ordinal() + 1];
    }
}
