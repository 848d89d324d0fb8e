package seq2see.golden;

import java.util.Map;
import seq2see.corpus.Batch;

/**
 * What two engines have to agree on, given the same weights and the same batch.
 *
 * @param logits    at the valid target positions, by decoder step, then sentence, then target token
 * @param gradients of the mean loss, by parameter
 * @param losses    the mean loss before each of ten steps, the gradient clipped to norm 1
 */
public record ModelNumbers(float[] logits, Map<String, float[]> gradients, double[] losses) {
    /** How many steps are taken. */
    public static final int STEPS = 10;
    /** The norm that the gradient is clipped to. */
    public static final double CLIP = 1;

    public ModelNumbers {
        gradients = Map.copyOf(gradients);
    }

    /** @param logits (T′, N, V′), padding included */
    public static float[] valid(float[] logits, Batch batch) {
        int width = logits.length / (batch.targetTime() * batch.size());
        float[] valid = new float[batch.validTargetTokens() * width];
        int filled = 0;
        for (int row = 0; row < batch.targetTime() * batch.size(); row++) {
            if (row / batch.size() < batch.targetLengths()[row % batch.size()]) {
                System.arraycopy(logits, row * width, valid, filled, width);
                filled += width;
            }
        }
        return valid;
    }
}
