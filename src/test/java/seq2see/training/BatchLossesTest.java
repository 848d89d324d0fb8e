package seq2see.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import seq2see.corpus.Batch;
import seq2see.corpus.InputException;
import seq2see.model.Parameters;
import seq2see.model.Seq2Seq;
import seq2see.tensor.Kernels;
import seq2see.tensor.Tape;

class BatchLossesTest {
    private static Seq2Seq network(TrainingPlan plan) {
        return new Seq2Seq(Parameters.initialised(plan.config(), 3));
    }

    @Test
    void theMaskedMeanIsTheLossOfTraining() throws InputException {
        TrainingPlan plan = TinyPlans.plan(10, 1);
        for (int number = 0; number < 5; number++) {
            BatchLosses losses = BatchLosses.of(network(plan), plan.codec(), plan.training(), number, 7);
            Batch batch = new Batch(plan.training().subList(4 * number, 4 * number + 4));
            double expected = network(plan).loss(Tape.forwardOnly(Kernels.best()), batch, 1) / batch.validTargetTokens();
            assertEquals(expected, losses.maskedMean(), 1e-6);
            assertEquals(batch.validTargetTokens(), losses.validTokens());
            assertEquals(7, losses.trainingStep());
        }
    }

    @Test
    void behindTheLastBatchItBeginsAgain() throws InputException {
        TrainingPlan plan = TinyPlans.plan(10, 1);
        int batches = plan.training().size() / BatchLosses.SENTENCES;
        BatchLosses first = BatchLosses.of(network(plan), plan.codec(), plan.training(), 0, 0);
        assertEquals(first, BatchLosses.of(network(plan), plan.codec(), plan.training(), batches, 0));
        assertEquals(1, BatchLosses.of(network(plan), plan.codec(), plan.training().subList(0, 1), 5, 0).sentences().size());
    }

    @Test
    void labelsBehindTheEndArePadding() throws InputException {
        TrainingPlan plan = TinyPlans.plan(10, 1);
        BatchLosses losses = BatchLosses.of(network(plan), plan.codec(), plan.training(), 0, 0);
        for (BatchLosses.Sentence sentence : losses.sentences()) {
            assertEquals("<eos>", sentence.labels().get(sentence.validLength() - 1));
            assertTrue(sentence.labels().subList(sentence.validLength(), losses.targetTime()).stream().allMatch("<pad>"::equals));
        }
    }

    /** A labelled batch of two sentences, as teaching texts have it. */
    @Test
    void theThreeMeansDivideByWhatTheySay() {
        BatchLosses losses = new BatchLosses(0, List.of(
                new BatchLosses.Sentence(List.of("A", "B", "C"), List.of("A", "B", "F"), List.of(0.1, 0.1, 2.5), 3),
                new BatchLosses.Sentence(List.of("D", "<pad>", "<pad>"), List.of("D", "Z", "X"), List.of(0.1, 5.0, 6.2), 1)));
        assertEquals(0.7, losses.maskedMean(), 1e-12);
        assertEquals(14.0 / 6, losses.unmaskedMean(), 1e-12);
        assertEquals((2.7 / 3 + 0.1 / 3) / 2, losses.meanByTargetTime(), 1e-12);
    }
}
