package seq2see.training;

import seq2see.corpus.InputException;
import seq2see.corpus.Limits;

/**
 * When a training is measured on the pairs held out, and when that ends it.
 *
 * @param every    training steps from one validation to the next
 * @param patience early stopping: training ends after so many validations in a row without a lower loss; 0 for never
 * @param keep     which weights are kept
 */
public record Validation(long every, int patience, KeptWeights keep) {
    /** What the training steps between two validations may be. */
    public static final Limits EVERY = new Limits(1, Integer.MAX_VALUE);
    /** How many validations in a row may be waited for a lower loss; 0 is for ever. */
    public static final Limits PATIENCE = new Limits(0, Integer.MAX_VALUE);
    /** So often over a training where nothing else is asked for. */
    private static final int USUAL_TIMES = 40;

    /** Refuses numbers that no training can have, naming the field. */
    Validation checked() throws InputException {
        EVERY.check("validation.every", every);
        PATIENCE.check("validation.patience", patience);
        return this;
    }

    /** The usual distance of validations in a training of so many steps. */
    public static long usualDistance(long trainingSteps) {
        return Math.max(1, trainingSteps / USUAL_TIMES);
    }

    /** Whether patience is at its end. */
    boolean isOver(BestValidation best) {
        return patience > 0 && best.validationsSince() >= patience;
    }

    boolean isDue(long trainingStep) {
        return trainingStep % every == 0;
    }
}
