package seq2see.training;

import java.util.Arrays;
import seq2see.model.Parameters;

/** The weights that had the lowest validation loss so far; a copy, from which training goes on apart. */
final class BestWeights {
    private BestValidation validation;
    /** Null where nothing has been measured. */
    private Parameters weights;

    private BestWeights(BestValidation validation, Parameters weights) {
        this.validation = validation;
        this.weights = weights;
    }

    static BestWeights none() {
        return new BestWeights(BestValidation.NONE, null);
    }

    /** As they were when a model was saved. */
    static BestWeights of(SavedModel saved) {
        BestValidation best = saved.training().best();
        return best.exists() ? new BestWeights(best, saved.parameters()) : none();
    }

    /** Takes a copy of the weights where their loss is the lowest yet. */
    void offer(long trainingStep, double loss, Parameters present) {
        if (!Double.isFinite(loss) || validation.exists() && loss >= validation.loss()) {
            validation = new BestValidation(validation.trainingStep(), validation.loss(), validation.validationsSince() + 1);
            return;
        }
        validation = new BestValidation(trainingStep, loss, 0);
        if (weights == null) {
            weights = present.copy();
        } else {
            System.arraycopy(present.values(), 0, weights.values(), 0, present.values().length);
            weights.changed();
        }
    }

    BestValidation validation() {
        return validation;
    }

    /** These weights, or the present ones where nothing has been measured. */
    Parameters or(Parameters present) {
        return weights == null ? present : weights;
    }

    /** Whether the present weights are others. */
    boolean differFrom(Parameters present) {
        return weights != null && !Arrays.equals(weights.values(), present.values());
    }
}
