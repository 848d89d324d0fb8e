package seq2see.tensor;

/**
 * loss = Σ −log softmax(logits)[label] over the valid positions, in nats. Where a mean is wanted, its denominator is
 * given beforehand, so that shares of a batch can be computed apart: d logits = (softmax − one-hot) / denominator.
 */
public final class MaskedCrossEntropy {
    private MaskedCrossEntropy() {
    }

    /**
     * @param logits       (T′, N, V′)
     * @param labels       (T′, N) token ids
     * @param validLengths (N)
     * @param denominator  what the gradient is divided by: the valid tokens of the whole batch
     * @return the sum of the losses, not divided
     */
    public static double forward(Tape tape, Tensor logits, int[] labels, int[] validLengths, double denominator) {
        int size = logits.shape().size(1);
        int width = logits.width();
        float[] probabilities = new float[width];
        float scale = (float) (1 / denominator);
        double loss = 0;
        for (int row = 0; row < logits.rows(); row++) {
            if (row / size >= validLengths[row % size]) {
                continue;
            }
            int begin = logits.offset() + row * width;
            MaskedSoftmax.softmax(tape.kernels(), logits.values(), begin, probabilities, 0, width);
            loss += negativeLogProbability(logits.values(), begin, width, probabilities, labels[row]);
            if (tape.isRecording()) {
                for (int i = 0; i < width; i++) {
                    logits.gradient()[begin + i] += scale * (probabilities[i] - (i == labels[row] ? 1f : 0f));
                }
            }
        }
        return loss;
    }

    /**
     * −log p(label). A probability that is too small for its logarithm to be exact is taken from the logits themselves.
     */
    private static double negativeLogProbability(float[] logits, int offset, int width, float[] probabilities, int label) {
        if (probabilities[label] > 1e-20f) {
            return -StrictMath.log(probabilities[label]);
        }
        int best = Argmax.of(logits, offset, width);
        return -StrictMath.log(probabilities[best]) + logits[offset + best] - logits[offset + label];
    }
}
