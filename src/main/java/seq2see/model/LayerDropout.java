package seq2see.model;

import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Dropout between the layers of encoder and decoder while training (Zaremba et al., 2014), as PyTorch's recurrent modules do
 * it: on every layer's outputs but the top's.
 *
 * @param probability of an element to be dropped
 * @param chance      draws which; it is asked for whenever something is computed, so that what is laid out once draws anew
 */
public record LayerDropout(double probability, Supplier<SplittableRandom> chance) {
    /** Nothing is dropped: for everything but training. */
    public static final LayerDropout NONE = new LayerDropout(0, null);
}
