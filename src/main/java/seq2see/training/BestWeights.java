package seq2see.training;

import java.util.Arrays;
import seq2see.model.Parameters;

/**
 * The lowest validation loss so far and, where they are to be kept, the weights that had it: a copy, from which training goes
 * on apart.
 */
final class BestWeights {
    private final KeptWeights keep;
    private BestValidation validation;
    /** Null where nothing has been measured, or the last weights are kept. */
    private Parameters weights;

    private BestWeights(KeptWeights keep, BestValidation validation, Parameters weights) {
        this.keep = keep;
        this.validation = validation;
        this.weights = weights;
    }

    static BestWeights none(KeptWeights keep) {
        return new BestWeights(keep, BestValidation.NONE, null);
    }

    /** As they were when a model was saved. */
    static BestWeights of(SavedModel saved) {
        BestValidation best = saved.training().best();
        KeptWeights keep = saved.training().recipe().validation().keep();
        return new BestWeights(keep, best, best.exists() && keep == KeptWeights.BEST ? saved.parameters() : null);
    }

    /** Where their loss is the lowest yet, takes a copy of the weights. */
    void offer(long trainingStep, double loss, Parameters present) {
        if (!Double.isFinite(loss) || validation.exists() && loss >= validation.loss()) {
            validation = new BestValidation(validation.trainingStep(), validation.loss(), validation.validationsSince() + 1);
            return;
        }
        validation = new BestValidation(trainingStep, loss, 0);
        if (keep == KeptWeights.LAST) {
            return;
        }
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

    /** The weights that are kept: these, or else the present ones. */
    Parameters or(Parameters present) {
        return weights == null ? present : weights;
    }

    /** Whether the present weights are others. */
    boolean differFrom(Parameters present) {
        return weights != null && !Arrays.equals(weights.values(), present.values());
    }
}
