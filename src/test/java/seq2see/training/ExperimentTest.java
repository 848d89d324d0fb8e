package seq2see.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import seq2see.corpus.InputException;
import seq2see.model.AttentionType;

/** Configurations trained side by side are each what they would be alone. */
@Timeout(60)
class ExperimentTest {
    private static final int STEPS = 24;

    /** Numbers turned round. */
    private static TrainingPlan plan(AttentionType attention) throws InputException {
        ModelSettings usual = ModelSettings.defaults();
        return TinyPlans.plan(new TrainingSettings(new ModelSettings(usual.cell(), 1, false, usual.context(), attention, false, usual.output(), false, 8, 16),
                24, STEPS, TrainingMethod.usual(), 4, 2));
    }

    private static Experiment experiment(Optional<String> sentence) {
        return new Experiment(List.of(new Experiment.Configuration("none", () -> plan(AttentionType.NONE)),
                new Experiment.Configuration("additive", () -> plan(AttentionType.ADDITIVE)),
                new Experiment.Configuration("dot", () -> plan(AttentionType.DOT))), STEPS, sentence);
    }

    @Test
    void anArmIsTheTrainingThatItWouldBeAlone() throws Exception {
        ExperimentResult result;
        try (Experiment experiment = experiment(Optional.empty())) {
            result = experiment.await();
        }
        assertTrue(result.isFinished());
        assertEquals(1, result.progress());
        assertEquals(List.of("none", "additive", "dot"), result.arms().stream().map(ExperimentArm::name).toList());
        try (TrainingRun alone = new TrainingRun(plan(AttentionType.ADDITIVE))) {
            while (!alone.isOver()) {
                alone.step();
            }
            ExperimentArm arm = result.arms().get(1);
            assertEquals(alone.snapshot(Optional.empty()).trainingLoss().orElseThrow(), arm.loss());
            assertEquals(alone.snapshot(Optional.empty()).curve().validation().getLast().loss(), arm.losses().getLast().value());
            HeldOutScores scores = alone.presentScores();
            assertEquals(scores.exactMatch().orElseThrow(), arm.accuracies().getLast().value());
            assertEquals(scores.byLength(), arm.byLength());
            double share = scores.byLength().stream().mapToDouble(length -> length.exactMatch() * length.sources()).sum() / scores.sources();
            assertEquals(scores.exactMatch().orElseThrow(), share, 1e-12, "the lengths together are all");
        }
        assertEquals(8, result.arms().getFirst().accuracies().size());
        assertFalse(result.arms().get(0).loss() == result.arms().get(1).loss());
    }

    @Test
    void theSameExperimentGivesTheSameNumbersHoweverItsThreadsTakeTurns() throws Exception {
        try (Experiment one = experiment(Optional.of("107")); Experiment other = experiment(Optional.of("107"))) {
            assertEquals(one.await(), other.await());
            assertEquals(4, one.latest().arms().getFirst().gradientNorms().size(), "a norm for each source token and <eos>");
        }
    }

    @Test
    void oneThatIsPausedRestsAndGoesOn() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        TrainingPlan plan = TinyPlans.plan(100_000, 1);
        try (Experiment paused = new Experiment(List.of(new Experiment.Configuration("paused", () -> {
            awaitUninterrupted(go);
            return plan;
        })), 100_000, Optional.empty())) {
            // Its first turn is under way, whether it has begun or not: it rests behind that one, or before it.
            paused.pause();
            go.countDown();
            try (Experiment other = experiment(Optional.empty()); Experiment another = experiment(Optional.empty())) {
                other.await();
                long rested = paused.latest().arms().getFirst().trainingStep();
                another.await();
                assertEquals(rested, paused.latest().arms().getFirst().trainingStep(), "another one trained to its end meanwhile");
                paused.resume();
                while (paused.latest().arms().getFirst().trainingStep() <= rested) {
                    Thread.onSpinWait();
                }
            }
        }
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void oneThatIsEndedComesToAnEnd() throws Exception {
        Experiment experiment = new Experiment(List.of(new Experiment.Configuration("long", () -> plan(AttentionType.NONE))), 1_000_000, Optional.empty());
        experiment.pause();
        experiment.close();
        assertFalse(experiment.await().arms().getFirst().failed());
    }

    @Test
    void anArmThatCannotBeginHasFailed() throws Exception {
        try (Experiment experiment = new Experiment(List.of(new Experiment.Configuration("broken", () -> {
            throw new InputException("file.missing", "words");
        })), STEPS, Optional.empty())) {
            assertEquals("file.missing", experiment.await().arms().getFirst().problem().orElseThrow().key());
            assertTrue(experiment.latest().isFinished());
        }
    }
}
