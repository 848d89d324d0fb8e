package seq2see.tensor;

import java.util.Arrays;

/**
 * w_i = exp(s_i − max s) / Σ_j exp(s_j − max s) over the valid positions of a row; exactly 0 behind them.
 *
 * <p>ds_i = w_i (dw_i − Σ_j w_j dw_j).
 */
public final class MaskedSoftmax {
    private MaskedSoftmax() {
    }

    /**
     * @param scores       (N, T)
     * @param validLengths (N), each from 1 to T
     * @param weights      (N, T)
     */
    public static void forward(Tape tape, Tensor scores, int[] validLengths, Tensor weights) {
        tape.run(() -> forward(tape.kernels(), scores, validLengths, weights), () -> backward(scores, validLengths, weights));
    }

    private static void forward(Kernels kernels, Tensor scores, int[] validLengths, Tensor weights) {
        int width = scores.width();
        float[] values = weights.values();
        for (int row = 0; row < scores.rows(); row++) {
            int begin = weights.offset() + row * width;
            subtractMost(kernels, scores.values(), scores.offset() + row * width, values, begin, validLengths[row]);
            Arrays.fill(values, begin + validLengths[row], begin + width, 0f);
        }
        // All rows at once, since one is often shorter than a vector.
        kernels.exp(values, weights.offset(), values, weights.offset(), weights.shape().elements());
        for (int row = 0; row < scores.rows(); row++) {
            int begin = weights.offset() + row * width;
            divideBySum(values, begin, validLengths[row]);
            Arrays.fill(values, begin + validLengths[row], begin + width, 0f);
        }
    }

    private static void backward(Tensor scores, int[] validLengths, Tensor weights) {
        int width = scores.width();
        for (int row = 0; row < scores.rows(); row++) {
            int begin = row * width;
            float mean = 0;
            for (int i = 0; i < validLengths[row]; i++) {
                mean += weights.values()[weights.offset() + begin + i] * weights.gradient()[weights.offset() + begin + i];
            }
            for (int i = 0; i < validLengths[row]; i++) {
                scores.gradient()[scores.offset() + begin + i] += weights.values()[weights.offset() + begin + i]
                        * (weights.gradient()[weights.offset() + begin + i] - mean);
            }
        }
    }

    /** The softmax of {@code count} scores. Both may be the same place. */
    public static void softmax(Kernels kernels, float[] scores, int scoresOffset, float[] weights, int weightsOffset, int count) {
        subtractMost(kernels, scores, scoresOffset, weights, weightsOffset, count);
        kernels.exp(weights, weightsOffset, weights, weightsOffset, count);
        divideBySum(weights, weightsOffset, count);
    }

    /** So that no exponential is above 1. */
    private static void subtractMost(Kernels kernels, float[] scores, int scoresOffset, float[] weights, int weightsOffset, int count) {
        float most = kernels.max(scores, scoresOffset, count);
        for (int i = 0; i < count; i++) {
            weights[weightsOffset + i] = scores[scoresOffset + i] - most;
        }
    }

    private static void divideBySum(float[] weights, int offset, int count) {
        float sum = 0;
        for (int i = 0; i < count; i++) {
            sum += weights[offset + i];
        }
        for (int i = 0; i < count; i++) {
            weights[offset + i] /= sum;
        }
    }
}
