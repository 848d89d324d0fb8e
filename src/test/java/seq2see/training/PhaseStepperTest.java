package seq2see.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import seq2see.corpus.InputException;

class PhaseStepperTest {
    private static List<PhaseReport> perform(PhaseStepper stepper, int phases) throws InputException {
        List<PhaseReport> reports = new ArrayList<>();
        for (int i = 0; i < phases; i++) {
            reports.add(stepper.perform());
        }
        return reports;
    }

    /** Many parts, a draw at every step, and a schedule. */
    private static TrainingPlan plan() throws InputException {
        TrainingMethod method = TrainingMethod.usual().with(new TeacherForcing(0.9, 0.2, TeacherForcingSchedule.LINEAR)).withLabelSmoothing(0.1);
        return TinyPlans.plan(new TrainingSettings(TinyPlans.model(8, 16), 80, 10, method, 4, 2));
    }

    @Test
    void theEightComeInTheOrderOfTheTexts() throws InputException {
        try (Trainer trainer = new Trainer(plan())) {
            List<PhaseReport> reports = perform(new PhaseStepper(trainer), 10);
            assertEquals(List.of(TrainingPhase.INITIALISE, TrainingPhase.LOAD, TrainingPhase.FORWARD, TrainingPhase.LOSS, TrainingPhase.BACKWARD,
                    TrainingPhase.CLIP, TrainingPhase.UPDATE, TrainingPhase.SHOW, TrainingPhase.LOAD, TrainingPhase.FORWARD),
                    reports.stream().map(PhaseReport::phase).toList());
        }
    }

    @Test
    void phaseByPhaseTheWeightsAreThoseOfWholeSteps() throws InputException {
        float[] whole = TrainerTest.weightsAfter(plan(), 7);
        try (Trainer trainer = new Trainer(plan())) {
            PhaseStepper stepper = new PhaseStepper(trainer);
            perform(stepper, 1 + 3 * 7);
            assertFalse(stepper.isUnderWay());
            trainer.step();
            perform(stepper, 3);
            assertTrue(stepper.isUnderWay());
            stepper.finish();
            perform(stepper, 2 * 7);
            assertEquals(7, trainer.trainingStep());
            assertArrayEquals(whole, trainer.network().parameters().values(), 0f);
        }
    }

    @Test
    void whatEachPhaseTellsFitsTogether() throws InputException {
        try (Trainer trainer = new Trainer(plan())) {
            trainer.change(0.01, 0.05, 0.9);
            List<PhaseReport> reports = perform(new PhaseStepper(trainer), 8);
            PhaseReport.Initialised initialised = assertInstanceOf(PhaseReport.Initialised.class, reports.get(0));
            assertEquals(trainer.plan().parameterCount(), initialised.numbers());
            PhaseReport.Loaded loaded = assertInstanceOf(PhaseReport.Loaded.class, reports.get(1));
            assertEquals(trainer.batch().size(), loaded.sentences().size());
            assertEquals(1, loaded.trainingStep());
            PhaseReport.Sentence first = loaded.sentences().getFirst();
            assertEquals(first.targetLabel().subList(0, first.targetLength() - 1), first.targetInput().subList(1, first.targetLength()));
            PhaseReport.Forwarded forwarded = assertInstanceOf(PhaseReport.Forwarded.class, reports.get(2));
            PhaseReport.Compared compared = assertInstanceOf(PhaseReport.Compared.class, reports.get(3));
            assertEquals(first.targetLength(), compared.losses().size());
            for (int t = 0; t < compared.losses().size(); t++) {
                assertEquals(minusLogProbability(forwarded, t, first.targetLabel().get(t)), compared.losses().get(t), 1e-5);
            }
            PhaseReport.TakenBack back = assertInstanceOf(PhaseReport.TakenBack.class, reports.get(4));
            PhaseReport.Clipped clipped = assertInstanceOf(PhaseReport.Clipped.class, reports.get(5));
            assertEquals(Math.sqrt(back.gradientNorms().values().stream().mapToDouble(norm -> norm * norm).sum()), clipped.gradientNorm(), 1e-9);
            assertEquals(0.05, clipped.scale() * clipped.gradientNorm(), 1e-6);
            PhaseReport.Updated updated = assertInstanceOf(PhaseReport.Updated.class, reports.get(6));
            assertTrue(updated.changes().values().stream().allMatch(change -> change > 0), updated.changes().toString());
            TrainingStepResult result = assertInstanceOf(PhaseReport.Shown.class, reports.get(7)).result();
            assertEquals(compared.loss(), result.loss());
            assertEquals(updated.learningRate(), result.learningRate());
            assertEquals(loaded.teacherForcing(), result.teacherForcing());
        }
    }

    private static double minusLogProbability(PhaseReport.Forwarded forwarded, int row, int label) {
        double sum = 0;
        for (int id = 0; id < forwarded.logits().columns(); id++) {
            sum += Math.exp(forwarded.logits().get(row, id));
        }
        return Math.log(sum) - forwarded.logits().get(row, label);
    }
}
