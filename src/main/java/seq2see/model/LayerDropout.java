package seq2see.model;

import java.util.SplittableRandom;

/**
 * Dropout between the layers of encoder and decoder while training, as PyTorch's recurrent modules do it: on every layer's
 * outputs but the top's.
 *
 * @param probability of an element to be dropped
 * @param random      draws which
 */
public record LayerDropout(double probability, SplittableRandom random) {
    /** Nothing is dropped: for everything but training. */
    public static final LayerDropout NONE = new LayerDropout(0, null);
}
