package seq2see.tensor;

/**
 * loss = Σ −log softmax(logits)[label] over the valid positions, in nats. Where a mean is wanted, its denominator is
 * given beforehand, so that shares of a batch can be computed apart: d logits = (softmax − target) / denominator.
 *
 * <p>The target is one-hot; with label smoothing ε (Szegedy et al., 2016; as PyTorch does it) it is 1 − ε at the label and
 * ε / V′ everywhere besides, and the loss is Σ −target · log softmax(logits).
 */
public final class MaskedCrossEntropy {
    private MaskedCrossEntropy() {
    }

    /**
     * @param logits       (T′, N, V′)
     * @param labels       (T′, N) token ids
     * @param validLengths (N)
     * @param denominator  what the gradient is divided by: the valid tokens of the whole batch
     * @param smoothing    ε, from 0 to below 1
     * @return the sum of the losses, not divided
     */
    public static double forward(Tape tape, Tensor logits, int[] labels, int[] validLengths, double denominator,
                                 double smoothing) {
        int size = logits.shape().size(1);
        int width = logits.width();
        float[] probabilities = new float[width];
        float scale = (float) (1 / denominator);
        float hit = (float) (1 - smoothing);
        float spread = (float) (smoothing / width);
        double loss = 0;
        for (int row = 0; row < logits.rows(); row++) {
            if (row / size >= validLengths[row % size]) {
                continue;
            }
            int begin = logits.offset() + row * width;
            MaskedSoftmax.softmax(tape.kernels(), logits.values(), begin, probabilities, 0, width);
            loss += loss(logits.values(), begin, width, probabilities, labels[row], smoothing);
            if (tape.isRecording()) {
                for (int i = 0; i < width; i++) {
                    logits.gradient()[begin + i] += scale * (probabilities[i] - (i == labels[row] ? hit + spread : spread));
                }
            }
        }
        return loss;
    }

    /**
     * The loss of every position, also of those behind a sentence's end, which do not count: for looking at.
     *
     * @param logits (T′, N, V′)
     * @param labels (T′, N) token ids
     * @return (T′, N) −log softmax(logits)[label] in nats
     */
    public static double[] each(Kernels kernels, Tensor logits, int[] labels) {
        int width = logits.width();
        float[] probabilities = new float[width];
        double[] losses = new double[logits.rows()];
        for (int row = 0; row < losses.length; row++) {
            int begin = logits.offset() + row * width;
            MaskedSoftmax.softmax(kernels, logits.values(), begin, probabilities, 0, width);
            losses[row] = loss(logits.values(), begin, width, probabilities, labels[row], 0);
        }
        return losses;
    }

    /**
     * With −log p_i = z − logit_i, where z = log Σ exp(logits) is known from the largest logit and its probability: exact
     * also for a label whose probability is too small to be a float.
     */
    private static double loss(float[] logits, int offset, int width, float[] probabilities, int label, double smoothing) {
        int best = Argmax.of(logits, offset, width);
        double z = logits[offset + best] - StrictMath.log(probabilities[best]);
        double atLabel = z - logits[offset + label];
        if (smoothing == 0) {
            return atLabel;
        }
        double sum = 0;
        for (int id = 0; id < width; id++) {
            sum += z - logits[offset + id];
        }
        return (1 - smoothing) * atLabel + smoothing * sum / width;
    }
}
