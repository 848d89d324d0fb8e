package seq2see.search;

import seq2see.corpus.Limits;

/**
 * How outputs are drawn.
 *
 * @param temperature T: tokens are drawn by p^(1/T); below 1 prefers what is probable anyway, above 1 evens out
 * @param topK        k: how many of the most probable tokens may be drawn; 0 for all
 * @param count       how many outputs
 * @param seed        the same seed draws the same outputs
 */
public record SamplingSettings(double temperature, int topK, int count, long seed) {
    /** What T may be. */
    public static final Limits TEMPERATURE = new Limits(0.01, 100);
    /** As the model has it: nothing preferred, nothing left out. */
    public static final SamplingSettings USUAL = new SamplingSettings(1, 0, 20, 1);

    public SamplingSettings {
        if (!(temperature > 0) || topK < 0 || count < 1) {
            throw new IllegalArgumentException("temperature " + temperature + ", top " + topK + ", count " + count);
        }
    }
}
