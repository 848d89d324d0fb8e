package seq2see.model;

import java.util.BitSet;
import java.util.SplittableRandom;

/**
 * What the decoder is fed at each step of training: the true token, or its own choice (scheduled sampling; Bengio et al.,
 * 2015). It is the same for a whole batch, however the batch is cut into parts.
 */
public final class Feeding {
    /** Always the true token. */
    public static final Feeding TRUE_TOKENS = new Feeding(new BitSet());

    private final BitSet ownChoices;

    private Feeding(BitSet ownChoices) {
        this.ownChoices = ownChoices;
    }

    /**
     * Draws for every step.
     *
     * @param teacherForcing the chance of the true token, from 0 to 1
     * @param steps          T′
     */
    public static Feeding drawn(double teacherForcing, int steps, SplittableRandom random) {
        BitSet ownChoices = new BitSet(steps);
        // The first step is always fed the beginning of a sentence.
        for (int step = 1; step < steps; step++) {
            ownChoices.set(step, random.nextDouble() >= teacherForcing);
        }
        return new Feeding(ownChoices);
    }

    /** Whether every step is fed the true token. */
    public boolean isAllTrue() {
        return ownChoices.isEmpty();
    }

    /** Whether a step, from 0, is fed the true token. */
    boolean isTrue(int decoderStep) {
        return !ownChoices.get(decoderStep);
    }
}
