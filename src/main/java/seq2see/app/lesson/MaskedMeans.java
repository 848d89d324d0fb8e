package seq2see.app.lesson;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import seq2see.tensor.Axis;
import seq2see.tensor.Kernels;
import seq2see.tensor.MaskedCrossEntropy;
import seq2see.tensor.MaskedSoftmax;
import seq2see.tensor.Shape;
import seq2see.tensor.Tape;
import seq2see.tensor.Tensor;

/**
 * The engine's own operations on a small batch of which a lesson gives the numbers.
 *
 * @param sum      of the losses at valid positions, in nats
 * @param masked   their mean
 * @param unmasked the mean over all positions, padding too
 * @param count    how many positions are valid
 */
record MaskedMeans(double sum, double masked, double unmasked, int count) {

    /** Runs the masked cross-entropy over logits of two tokens that give these losses. */
    static MaskedMeans of(List<List<Double>> losses, List<Integer> lengths) {
        int rows = losses.size();
        int columns = losses.getFirst().size();
        int count = lengths.stream().mapToInt(Integer::intValue).sum();
        double sum = crossEntropy(losses, lengths);
        double all = crossEntropy(losses, Collections.nCopies(rows, columns));
        return new MaskedMeans(sum, sum / count, all / (rows * columns), count);
    }

    private static double crossEntropy(List<List<Double>> losses, List<Integer> lengths) {
        int rows = losses.size();
        int columns = losses.getFirst().size();
        Tape tape = Tape.forwardOnly(Kernels.best());
        Tensor logits = tape.zeros(Shape.of(Axis.TARGET_TIME, columns, Axis.BATCH, rows, Axis.TARGET_VOCABULARY, 2));
        for (int time = 0; time < columns; time++) {
            for (int row = 0; row < rows; row++) {
                // Token 0 is the label. Its probability is exp(−loss): log p₀ − log p₁ is what separates the two logits.
                double loss = losses.get(row).get(time);
                logits.values()[logits.offset() + (time * rows + row) * 2] = (float) (-loss - Math.log(-Math.expm1(-loss)));
            }
        }
        return MaskedCrossEntropy.forward(tape, logits, new int[columns * rows], lengths.stream().mapToInt(Integer::intValue).toArray(), 1, 0);
    }

    /** Where the masked softmax lets a weight through, row by row: the padding mask of these lengths. */
    static List<Boolean> mask(List<Integer> lengths, int columns) {
        Tape tape = Tape.forwardOnly(Kernels.best());
        Tensor scores = tape.zeros(Shape.of(Axis.BATCH, lengths.size(), Axis.SOURCE_TIME, columns));
        Tensor weights = tape.zeros(Shape.of(Axis.BATCH, lengths.size(), Axis.SOURCE_TIME, columns));
        MaskedSoftmax.forward(tape, scores, lengths.stream().mapToInt(Integer::intValue).toArray(), weights);
        List<Boolean> mask = new ArrayList<>();
        for (int cell = 0; cell < lengths.size() * columns; cell++) {
            mask.add(weights.values()[weights.offset() + cell] > 0);
        }
        return mask;
    }
}
