package seq2see.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import seq2see.corpus.Batch;
import seq2see.corpus.Batches;
import seq2see.corpus.InputException;
import seq2see.corpus.SourceNoise;
import seq2see.model.Parameters;
import seq2see.training.TinyPlans;
import seq2see.training.Trainer;
import seq2see.training.TrainingPlan;
import seq2see.training.TrainingStepResult;

/** The trainer, with its parts and threads, takes the plain steps that are compared with the reference. */
class TrainerStepsTest {
    @Test
    void theTrainersLossesAndNormsAreThoseOfPlainSteps() throws InputException {
        TrainingPlan plan = TinyPlans.plan(ModelNumbers.STEPS, 2);
        Batches batches = new Batches(plan.training(), plan.batchSize(), plan.seed(), SourceNoise.NONE, 0);
        Parameters parameters = Parameters.initialised(plan.config(), plan.seed());
        EngineSteps plain = new EngineSteps(parameters, GoldenMethod.USUAL);
        try (Trainer trainer = new Trainer(plan)) {
            for (int step = 0; step < ModelNumbers.STEPS; step++) {
                Batch batch = batches.epoch(1 + step / batches.perEpoch()).get(step % batches.perEpoch());
                double loss = plain.lossAndGradient(batch);
                TrainingStepResult result = trainer.step();
                assertEquals(loss, result.loss(), 1e-5);
                assertEquals(Deviation.norm(parameters.gradient()), result.gradientNorm(), 1e-4);
                plain.update(plan.clip(), result.learningRate());
            }
        }
    }
}
