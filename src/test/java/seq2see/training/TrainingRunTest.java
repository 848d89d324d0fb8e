package seq2see.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2see.corpus.EncodedPair;
import seq2see.corpus.GivenParts;
import seq2see.corpus.InputException;
import seq2see.corpus.Vocabulary;
import seq2see.model.TinyModels;
import seq2see.training.LearningCurve.ValidationPoint;
import seq2see.training.TrainingSnapshot.State;

class TrainingRunTest {
    @TempDir
    private Path folder;

    /** So high a learning rate that the validation loss goes up and down. */
    private static TrainingPlan restless(int steps, int patience) throws InputException {
        return restless(steps, patience, KeptWeights.BEST);
    }

    private static TrainingPlan restless(int steps, int patience, KeptWeights keep) throws InputException {
        TrainingMethod method = TrainingMethod.usual().with(OptimizerType.ADAM, new LearningRate(0.15, ScheduleType.CONSTANT));
        return TinyPlans.plan(new TrainingSettings(TinyPlans.model(8, 16), 24, steps, method, 3, patience, keep, 4, 1));
    }

    private static TrainingSnapshot now(TrainingRun run) {
        return run.snapshot(Optional.empty());
    }

    private static TrainingSnapshot trained(TrainingRun run, long until) {
        while (run.isTraining() && run.trainer().trainingStep() < until) {
            run.step();
        }
        return now(run);
    }

    @Test
    void theBestWeightsByValidationAreKept() throws InputException {
        try (TrainingRun run = new TrainingRun(restless(40, 0))) {
            TrainingSnapshot end = trained(run, 40);
            assertEquals(List.of(3L, 6L, 9L), end.curve().validation().stream().map(ValidationPoint::trainingStep).limit(3).toList());
            ValidationPoint lowest = end.curve().validation().stream().min(Comparator.comparing(ValidationPoint::loss)).orElseThrow();
            assertTrue(lowest.trainingStep() < 40, "the last is no best");
            assertEquals(lowest.trainingStep(), end.best().trainingStep());
            assertEquals(lowest.loss(), end.best().loss());
            assertArrayEquals(TrainerTest.weightsAfter(run.plan(), (int) lowest.trainingStep()), run.kept().parameters().values(), 0f);
            assertEquals(Evaluator.loss(run.kept(), run.plan().validation()), end.validationLoss());
        }
    }

    /** The file may be sorted: by length, by subject, by source. */
    @Test
    void validationIsSampledFromAllThatWasHeldOut() {
        List<EncodedPair> pairs = TinyModels.pairs(1000, 1);
        List<Long> places = TrainingRun.sample(pairs, 5).stream().map(pair -> pair.pair().line()).toList();
        assertEquals(256, places.stream().distinct().count());
        for (int quarter = 0; quarter < 4; quarter++) {
            int from = 250 * quarter;
            long found = places.stream().filter(line -> line > from && line <= from + 250).count();
            assertEquals(64, found, 24, "of the quarter from " + from);
        }
        assertEquals(100, TrainingRun.sample(pairs.subList(0, 100), 5).size());
    }

    @Test
    void whereTheLastAreAskedForTheyAreKept() throws InputException {
        try (TrainingRun run = new TrainingRun(restless(40, 0, KeptWeights.LAST))) {
            TrainingSnapshot end = trained(run, 40);
            assertTrue(end.best().trainingStep() < 40, "the last is no best");
            assertArrayEquals(TrainerTest.weightsAfter(run.plan(), 40), run.saved().parameters().values(), 0f);
            assertTrue(run.saved().last().isEmpty());
        }
    }

    @Test
    void whenPatienceIsAtItsEndItStopsAndSaysSo() throws InputException {
        try (TrainingRun run = new TrainingRun(restless(400, 4))) {
            TrainingSnapshot end = trained(run, 400);
            assertTrue(end.stoppedEarly(), end.state() + " at " + end.trainingStep());
            assertEquals(end.best().trainingStep() + 4 * 3, end.trainingStep());
            assertEquals(4, end.best().validationsSince());
        }
    }

    /** What is kept in the file lets it stop at the same step with the same best and the same last weights. */
    @Test
    void savedAndGoneOnWithItEndsAsWithoutABreak() throws InputException {
        SavedModel straight;
        try (TrainingRun run = new TrainingRun(restless(400, 4))) {
            trained(run, 400);
            straight = run.saved();
        }
        Path file = folder.resolve("half.seq2see");
        TrainingPlan plan = restless(400, 4);
        try (TrainingRun run = new TrainingRun(plan)) {
            trained(run, straight.training().trainingStep() - 5);
            ModelFile.write(file, run.saved());
        }
        SavedModel half = ModelFile.read(file);
        assertFalse(half.last().isEmpty());
        try (TrainingRun run = new TrainingRun(TrainingPlan.continuing(half, plan.corpus(), GivenParts.NONE, 2), half)) {
            trained(run, 400);
            assertEquals(straight.training(), run.saved().training());
            assertArrayEquals(straight.parameters().values(), run.saved().parameters().values(), 0f);
            assertArrayEquals(straight.lastParameters().values(), run.saved().lastParameters().values(), 0f);
        }
    }

    /** The curve marks what was changed, so what goes on from there must go on with it: to the same weights, bit for bit. */
    @Test
    void whatAPersonChangedHoldsWhenItGoesOn() throws InputException {
        TrainingPlan plan = restless(400, 4);
        Path file = folder.resolve("changed.seq2see");
        try (TrainingRun run = new TrainingRun(plan)) {
            run.change(0.004, 0.5, 0.8);
            ModelFile.write(file, run.saved());
            SavedModel early = ModelFile.read(file);
            try (TrainingRun resumed = new TrainingRun(TrainingPlan.continuing(early, plan.corpus(), GivenParts.NONE, 1), early)) {
                assertEquals(List.of(0.004, 0.5, 0.8), settings(resumed));
            }
            trained(run, 20);
            run.change(0.0001, 0.25, 0.5);
            ModelFile.write(file, run.saved());
            SavedModel half = ModelFile.read(file);
            try (TrainingRun resumed = new TrainingRun(TrainingPlan.continuing(half, plan.corpus(), GivenParts.NONE, 1), half)) {
                assertEquals(List.of(0.0001, 0.25, 0.5), settings(resumed));
                trained(run, 30);
                trained(resumed, 30);
                assertEquals(run.saved().training(), resumed.saved().training());
                assertArrayEquals(run.trainer().network().parameters().values(), resumed.trainer().network().parameters().values(), 0f);
            }
        }
    }

    private static List<Double> settings(TrainingRun run) {
        return List.of(run.trainer().learningRate(), run.trainer().clipLimit(), run.trainer().teacherForcing());
    }

    /** What was held out may be a tenth of a million pairs. */
    @Test
    void atTheEndAllThatWasHeldOutIsMeasuredABatchAtATime() throws InputException {
        TrainingPlan few = TinyPlans.plan(3, 1);
        List<EncodedPair> many = Collections.nCopies(20, few.validation()).stream().flatMap(List::stream).toList();
        TrainingPlan plan = new TrainingPlan(few.corpus(), few.codec(), few.config(), few.training(), many, few.recipe(), 1);
        try (TrainingRun run = new TrainingRun(plan); TrainingRun whole = new TrainingRun(plan)) {
            trained(whole, 3);
            while (run.isTraining()) {
                run.step();
            }
            int batches = 0;
            for (; run.isMeasuring(); batches++) {
                assertEquals(State.FINISHED, run.snapshot(Optional.empty(), List.of(), Set.of()).state());
                run.measure();
            }
            assertEquals(Math.ceilDiv(many.size(), 64), batches);
            assertEquals(Evaluator.loss(run.kept(), many), run.snapshot(Optional.empty(), List.of(), Set.of()).validationLoss());
            assertEquals(Evaluator.loss(whole.kept(), many), now(whole).validationLoss());
        }
    }

    /** As in every measure of what was held out. */
    @Test
    void aTranslationWithAnUnknownTokenIsNeverRight() throws InputException {
        try (TrainingRun run = new TrainingRun(TinyPlans.plan(3, 1))) {
            for (int token : List.of(Vocabulary.UNK, Vocabulary.UNK + 1)) {
                Translation made = run.snapshot(Optional.of("107"), List.of(token, Vocabulary.EOS), Set.of()).translation().orElseThrow();
                Translation same = new Translation(made.source(), made.text(), made.trace(), List.of(made.text()), made.padded(), List.of(), made.gradients(), List.of());
                assertEquals(token != Vocabulary.UNK, same.exactMatch(), made.text());
            }
        }
    }

    @Test
    void aNumberThatIsNoneNamesTheStepTheParameterAndTheSentence() throws InputException {
        TrainingPlan plan = TinyPlans.plan(40, 1);
        try (TrainingRun run = new TrainingRun(plan)) {
            trained(run, 4);
            // One digit's embedding is so large that a sentence with this digit is beyond all numbers.
            int digit = plan.codec().sourceVocabulary().id("8");
            run.trainer().network().parameters().get("encoder.embedding.weight").values()[digit * plan.config().embeddingSize()] = Float.NaN;
            TrainingSnapshot end = trained(run, 40);
            assertEquals(State.FAILED, end.state());
            InputException failure = end.failure().orElseThrow();
            assertEquals("training.lossNotFinite", failure.key());
            assertTrue(failure.getMessage().matches("training step " + (end.trainingStep() + 1)
                    + ": the loss is no longer a number \\(encoder\\.embedding\\.weight; line \\d+: \"\\d*8\\d*\" to \"\\d*8\\d*\"\\); .*"), failure.getMessage());
            assertTrue(failure.text(Locale.CHINESE).contains("encoder.embedding.weight"), failure.text(Locale.CHINESE));
        }
    }

    @Test
    void whereEverySentenceDoesItTheBatchIsNamed() throws InputException {
        try (TrainingRun run = new TrainingRun(TinyPlans.plan(40, 1))) {
            trained(run, 1);
            run.trainer().network().parameters().get("decoder.dense.bias").values()[run.trainer().network().parameters().get("decoder.dense.bias").offset()] = Float.NaN;
            String message = trained(run, 40).failure().orElseThrow().getMessage();
            assertTrue(message.startsWith("training step 2: the loss is no longer a number") && message.contains("24 pairs, the first is line "), message);
        }
    }

    @Test
    void aTrainingThatFailsKeepsItsBestWeights() throws InputException {
        TrainingPlan plan = TinyPlans.plan(40, 1);
        try (TrainingRun run = new TrainingRun(plan)) {
            trained(run, 10);
            float[] best = run.kept().parameters().values().clone();
            run.trainer().network().parameters().values()[0] = Float.NaN;
            run.trainer().network().parameters().get("decoder.dense.weight").values()[run.trainer().network().parameters().get("decoder.dense.weight").offset()] = Float.NaN;
            assertEquals(State.FAILED, trained(run, 40).state());
            assertArrayEquals(best, run.kept().parameters().values(), 0f);
        }
    }

    @Test
    void aPhaseAtATimeIsCountedAsAStepWhenItIsShown() throws InputException {
        try (TrainingRun run = new TrainingRun(TinyPlans.plan(40, 1))) {
            run.pause();
            for (int phase = 0; phase < 7; phase++) {
                run.stepPhase();
                assertEquals(TrainingPhase.values()[phase], now(run).phase().orElseThrow().phase());
                assertTrue(now(run).newest().isEmpty());
            }
            run.stepPhase();
            assertEquals(1, now(run).curve().training().size());
            run.stepPhase();
            run.stepPhase();
            run.step();
            assertEquals(2, now(run).newest().orElseThrow().trainingStep());
            assertTrue(now(run).phase().isEmpty());
        }
    }

    @Test
    void whatTheModelMadeOfASentenceIsKeptWhileItIsLookedAt() throws InputException {
        try (TrainingRun run = new TrainingRun(TinyPlans.plan(60, 1))) {
            // At rest every snapshot translates anew.
            run.pause();
            List<EvolvingTranslation.Stage> stages = List.of();
            for (int step = 0; step < 60; step++) {
                if (step > 0) {
                    run.step();
                }
                Translation translation = run.snapshot(Optional.of("107")).translation().orElseThrow();
                stages = translation.stages();
                assertEquals(translation.text(), stages.getLast().text());
            }
            assertEquals(0, stages.getFirst().trainingStep());
            assertTrue(stages.size() > 2, "a model that learns says different things");
            for (int i = 1; i < stages.size(); i++) {
                assertTrue(stages.get(i).trainingStep() > stages.get(i - 1).trainingStep());
                assertFalse(stages.get(i).text().equals(stages.get(i - 1).text()));
            }
            assertEquals(1, run.snapshot(Optional.of("701")).translation().orElseThrow().stages().size(), "another sentence begins anew");
            assertEquals(List.of(), run.snapshot(Optional.of("107"), List.of(4, 5), Set.of()).translation().orElseThrow().stages(), "nobody's choice is the model's");
        }
    }

    @Test
    void ofManyStagesTheFirstAndTheNewestStay() {
        OutputHistory history = new OutputHistory();
        for (int step = 0; step <= 1000; step++) {
            history.add(step, "output " + step);
        }
        List<EvolvingTranslation.Stage> stages = history.stages();
        assertTrue(stages.size() > 30 && stages.size() <= 64, stages.size() + " stages");
        assertEquals(new EvolvingTranslation.Stage(0, "output 0"), stages.getFirst());
        assertEquals(new EvolvingTranslation.Stage(1000, "output 1000"), stages.getLast());
    }
}
