package seq2see.model;

import java.util.SplittableRandom;

/**
 * What the decoder is fed at each step of training.
 *
 * @param teacherForcing the chance that it is the true token and not the decoder's own choice
 * @param random         draws that chance; not used where it is 1
 */
public record Feeding(double teacherForcing, SplittableRandom random) {
    /** Always the true token. */
    public static final Feeding TRUE_TOKENS = new Feeding(1, null);

    /** Draws for the next step. */
    boolean nextIsTrue() {
        return random.nextDouble() < teacherForcing;
    }
}
