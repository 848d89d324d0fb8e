package seq2see.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static seq2see.tensor.Axis.BATCH;
import static seq2see.tensor.Axis.CONTEXT;
import static seq2see.tensor.Axis.EMBEDDING;
import static seq2see.tensor.Axis.HIDDEN;
import static seq2see.tensor.Axis.SOURCE_TIME;
import static seq2see.tensor.Axis.TARGET_TIME;
import static seq2see.tensor.Axis.TARGET_VOCABULARY;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OperationsTest {
    private final SplittableRandom random = new SplittableRandom(3);

    private Tensor random(Shape shape) {
        return GradientCheck.random(random, shape);
    }

    @Test
    void linearHasItsGradient() {
        Tensor x = random(Shape.of(SOURCE_TIME, 3, BATCH, 2, EMBEDDING, 5));
        Tensor w = random(Shape.of(HIDDEN, 7, EMBEDDING, 5));
        Tensor b = random(Shape.of(HIDDEN, 7));
        GradientCheck.check(List.of(x, w, b), tape ->
                new Linear(tape, x, w, b, tape.tensor(Shape.of(SOURCE_TIME, 3, BATCH, 2, HIDDEN, 7))).forward());
    }

    @Test
    void linearStepByStepHasTheSameGradient() {
        Tensor x = random(Shape.of(SOURCE_TIME, 3, BATCH, 2, EMBEDDING, 5));
        Tensor w = random(Shape.of(HIDDEN, 7, EMBEDDING, 5));
        GradientCheck.check(List.of(x, w), tape -> {
            Linear linear = new Linear(tape, x, w, null, tape.tensor(Shape.of(SOURCE_TIME, 3, BATCH, 2, HIDDEN, 7)));
            for (int t = 0; t < 3; t++) {
                linear.step(t);
            }
            return linear.output();
        });
    }

    @Test
    void embeddingPicksRowsAndGivesTheirGradientBack() {
        Tensor table = random(Shape.of(TARGET_VOCABULARY, 6, EMBEDDING, 4));
        int[] ids = {5, 0, 5, 2, 5, 1};
        GradientCheck.check(List.of(table), tape ->
                new Embedding(tape, table, tape.tensor(Shape.of(SOURCE_TIME, 3, BATCH, 2, EMBEDDING, 4))).forward(ids));
    }

    @Test
    void concatenationHasItsGradient() {
        Tensor x = random(Shape.of(BATCH, 3, EMBEDDING, 2));
        Tensor y = random(Shape.of(BATCH, 3, CONTEXT, 5));
        GradientCheck.check(List.of(x, y), tape -> {
            Tensor z = tape.tensor(Shape.of(BATCH, 3, EMBEDDING, 7));
            Concatenation.forward(tape, x, y, z);
            return z;
        });
    }

    @Test
    void copyHasItsGradient() {
        Tensor x = random(Shape.of(BATCH, 3, HIDDEN, 2));
        GradientCheck.check(List.of(x), tape -> {
            Tensor y = tape.tensor(Shape.of(BATCH, 3, HIDDEN, 2));
            Copy.forward(tape, x, y);
            return y;
        });
    }

    @Test
    void tanhHasItsGradient() {
        Tensor x = random(Shape.of(BATCH, 3, HIDDEN, 2));
        GradientCheck.check(List.of(x), tape -> {
            Tensor y = tape.tensor(Shape.of(BATCH, 3, HIDDEN, 2));
            Tanh.forward(tape, x, y);
            return y;
        });
    }

    @Test
    void dropoutHasItsGradientAndKeepsTheMean() {
        Tensor x = random(Shape.of(BATCH, 3, HIDDEN, 5));
        GradientCheck.check(List.of(x), tape -> {
            Tensor y = tape.tensor(Shape.of(BATCH, 3, HIDDEN, 5));
            Dropout.forward(tape, x, 0.4, () -> new SplittableRandom(5), y);
            return y;
        });
        Tensor ones = new Tensor(Shape.of(HIDDEN, 20_000), new float[20_000], null, 0);
        Arrays.fill(ones.values(), 1f);
        Tensor y = Tape.forwardOnly(Kernels.best()).tensor(Shape.of(HIDDEN, 20_000));
        Dropout.forward(Tape.forwardOnly(Kernels.best()), ones, 0.4, () -> new SplittableRandom(5), y);
        double mean = 0;
        for (int i = 0; i < 20_000; i++) {
            mean += y.values()[y.offset() + i] / 20_000;
        }
        assertEquals(1, mean, 0.03);
    }

    @Test
    void maskedMeanAndMaxHaveTheirGradients() {
        Tensor values = random(Shape.of(SOURCE_TIME, 4, BATCH, 2, CONTEXT, 3));
        int[] lengths = {4, 2};
        GradientCheck.check(List.of(values), tape -> {
            Tensor mean = tape.tensor(Shape.of(BATCH, 2, CONTEXT, 3));
            MaskedMean.forward(tape, values, lengths, mean);
            return mean;
        });
        Tensor others = random(Shape.of(SOURCE_TIME, 4, BATCH, 2, CONTEXT, 3));
        GradientCheck.check(List.of(others), tape -> {
            Tensor maximum = tape.tensor(Shape.of(BATCH, 2, CONTEXT, 3));
            MaskedMax.forward(tape, others, lengths, maximum);
            return maximum;
        });
    }

    @Test
    void dotScoresHaveTheirGradient() {
        Tensor query = random(Shape.of(BATCH, 3, HIDDEN, 3));
        Tensor keys = random(Shape.of(SOURCE_TIME, 4, BATCH, 2, HIDDEN, 3));
        GradientCheck.check(List.of(query, keys), tape -> {
            Tensor scores = tape.zeros(Shape.of(BATCH, 3, SOURCE_TIME, 4));
            DotScores.forward(tape, query, keys, new int[] {1, 0, 1}, new int[] {2, 4, 2}, 0.5f, scores);
            return scores;
        });
    }

    @Test
    void maskedSoftmaxHasItsGradient() {
        Tensor scores = random(Shape.of(BATCH, 3, SOURCE_TIME, 5));
        GradientCheck.check(List.of(scores), tape -> softmax(tape, scores, new int[] {5, 1, 3}));
    }

    @Test
    void maskedSoftmaxSumsToOneAndIsExactlyZeroOnPadding() {
        Tensor scores = random(Shape.of(BATCH, 3, SOURCE_TIME, 5));
        int[] lengths = {5, 1, 3};
        Tensor weights = softmax(Tape.forwardOnly(Kernels.best()), scores, lengths);
        for (int n = 0; n < 3; n++) {
            float sum = 0;
            for (int t = 0; t < 5; t++) {
                float weight = weights.values()[weights.offset() + n * 5 + t];
                sum += weight;
                if (t >= lengths[n]) {
                    assertEquals(0f, weight, 0f);
                }
            }
            assertEquals(1f, sum, 1e-6f);
        }
    }

    private static Tensor softmax(Tape tape, Tensor scores, int[] lengths) {
        Tensor weights = tape.tensor(scores.shape());
        MaskedSoftmax.forward(tape, scores, lengths, weights);
        return weights;
    }

    @Test
    void weightedSumHasItsGradient() {
        Tensor weights = random(Shape.of(BATCH, 3, SOURCE_TIME, 4));
        Tensor values = random(Shape.of(SOURCE_TIME, 4, BATCH, 2, CONTEXT, 3));
        GradientCheck.check(List.of(weights, values), tape -> {
            Tensor sum = tape.tensor(Shape.of(BATCH, 3, CONTEXT, 3));
            WeightedSum.forward(tape, weights, values, new int[] {1, 0, 1}, new int[] {2, 4, 2}, sum);
            return sum;
        });
    }

    @Test
    void crossEntropyHasItsGradient() {
        Tensor logits = random(Shape.of(TARGET_TIME, 3, BATCH, 2, TARGET_VOCABULARY, 6));
        int[] labels = {1, 5, 2, 0, 3, 4};
        int[] lengths = {3, 2};
        MaskedCrossEntropy.forward(Tape.recording(Kernels.best()), logits, labels, lengths, 1, 0.2);
        GradientCheck.compare(List.of(logits), 100, ignored ->
                MaskedCrossEntropy.forward(Tape.forwardOnly(Kernels.best()), logits, labels, lengths, 1, 0.2));
    }

    @Test
    void withoutSmoothingOnlyTheLabelCounts() {
        Tensor logits = random(Shape.of(TARGET_TIME, 1, BATCH, 1, TARGET_VOCABULARY, 6));
        double sum = 0;
        double[] losses = new double[6];
        for (int label = 0; label < 6; label++) {
            losses[label] = MaskedCrossEntropy.forward(Tape.forwardOnly(Kernels.best()), logits, new int[] {label}, new int[] {1}, 1, 0);
            sum += losses[label];
        }
        double smoothed = MaskedCrossEntropy.forward(Tape.forwardOnly(Kernels.best()), logits, new int[] {2}, new int[] {1}, 1, 0.3);
        assertEquals(0.7 * losses[2] + 0.3 * sum / 6, smoothed, 1e-9);
    }

    @Test
    void crossEntropyOfAUniformGuessIsTheLogarithmOfTheVocabulary() {
        Tape tape = Tape.forwardOnly(Kernels.best());
        Tensor logits = tape.zeros(Shape.of(TARGET_TIME, 2, BATCH, 2, TARGET_VOCABULARY, 8));
        double loss = MaskedCrossEntropy.forward(tape, logits, new int[] {1, 2, 3, 4}, new int[] {2, 1}, 3, 0);
        assertEquals(3 * Math.log(8), loss, 1e-6);
    }

    @Test
    void crossEntropyOfAHopelessLabelStaysExact() {
        Tape tape = Tape.forwardOnly(Kernels.best());
        Tensor logits = tape.zeros(Shape.of(TARGET_TIME, 1, BATCH, 1, TARGET_VOCABULARY, 4));
        logits.values()[logits.offset()] = 500f;
        assertEquals(500, MaskedCrossEntropy.forward(tape, logits, new int[] {2}, new int[] {1}, 1, 0), 1e-4);
    }

    @Test
    void aTapeUsesItsRoomAgain() {
        Tape tape = Tape.recording(Kernels.best());
        Tensor first = tape.tensor(Shape.of(BATCH, 100, HIDDEN, 100));
        first.gradient()[first.offset()] = 5f;
        tape.reset();
        Tensor again = tape.tensor(Shape.of(BATCH, 100, HIDDEN, 100));
        assertEquals(first.values(), again.values());
        assertEquals(0f, again.gradient()[again.offset()]);
    }
}
