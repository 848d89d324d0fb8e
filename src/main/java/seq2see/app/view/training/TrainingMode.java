package seq2see.app.view.training;

/** The ways to look at a training. */
public enum TrainingMode {
    /** Loss, gradient norm, learning rate and teacher forcing over the training steps. */
    CURVES,
    /** What became of a few sentences. */
    SENTENCES,
    /** The gradient's norm at every state of the unrolled network. */
    GRADIENTS
}
