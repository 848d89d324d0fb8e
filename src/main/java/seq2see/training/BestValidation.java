package seq2see.training;

import seq2see.corpus.InputException;
import seq2see.corpus.Limits;

/**
 * The validation with the lowest loss so far.
 *
 * @param trainingStep     after which it was; 0 where nothing has been measured
 * @param loss             nats a target token
 * @param validationsSince how many followed without a lower loss
 */
public record BestValidation(long trainingStep, double loss, int validationsSince) {
    static final BestValidation NONE = new BestValidation(0, 0, 0);
    private static final Limits FOUND = new Limits(0, Integer.MAX_VALUE);

    /** Refuses numbers that no training can have, naming the field. */
    BestValidation checked() throws InputException {
        FOUND.check("best.trainingStep", trainingStep);
        FOUND.check("best.validationsSince", validationsSince);
        return this;
    }

    /** Whether anything has been measured. */
    public boolean exists() {
        return trainingStep > 0;
    }
}
