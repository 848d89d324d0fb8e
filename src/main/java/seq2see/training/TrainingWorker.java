package seq2see.training;

/**
 * Trains on a thread of its own. Commands go into a queue that it drains between training steps and return at once; what
 * comes back is the newest {@link TrainingSnapshot} in one slot, about ten times a second while training and after every
 * command.
 */
public final class TrainingWorker implements AutoCloseable {
    /** The newest snapshot; null until the first {@link #start} was carried out. Never blocks; any thread. */
    public TrainingSnapshot latest() {
        throw new UnsupportedOperationException("the engine is being written");
    }

    /** Leaves what was trained and begins this plan from its seed. */
    public void start(TrainingPlan plan) {
    }

    public void pause() {
    }

    public void resume() {
    }

    /** One training step, then pause. */
    public void stepOnce() {
    }

    /** Back to step 0 with the same initial weights; goes on training if it was. */
    public void reset() {
    }

    /** The sentence to be looked at: every snapshot holds its translation and trace by the weights of that moment. */
    public void look(String source) {
    }

    /** Changes what may change while training. */
    public void change(double learningRate, double clip, double teacherForcing) {
    }

    /** Ends the thread; waits for the step under way. */
    @Override
    public void close() {
    }
}
