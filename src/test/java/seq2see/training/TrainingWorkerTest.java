package seq2see.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import seq2see.corpus.EncodedPair;
import seq2see.corpus.InputException;
import seq2see.corpus.Vocabulary;

class TrainingWorkerTest {
    private final TrainingWorker worker = new TrainingWorker();

    @AfterEach
    void close() {
        worker.close();
    }

    private TrainingSnapshot await(Predicate<TrainingSnapshot> condition) {
        return Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            while (worker.latest() == null || !condition.test(worker.latest())) {
                Thread.onSpinWait();
            }
            return worker.latest();
        });
    }

    @Test
    void aWorkerWithoutATrainingHasNothingToKeep() throws Exception {
        try (TrainingWorker worker = new TrainingWorker()) {
            CompletableFuture<Optional<SavedModel>> kept = new CompletableFuture<>();
            worker.save(kept::complete);
            assertEquals(Optional.empty(), kept.get(20, TimeUnit.SECONDS));
        }
    }

    /** Whoever closes it is the window, on its own thread: what the worker is in the middle of may take long, or never end. */
    @Test
    void closingItWaitsForNothingThatTakesLong() {
        TrainingWorker stuck = new TrainingWorker();
        CountDownLatch never = new CountDownLatch(1);
        stuck.save(nothing -> Assertions.assertDoesNotThrow(() -> never.await()));
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), stuck::close);
        never.countDown();
    }

    @Test
    void whenItHasFinishedAllThatWasHeldOutIsMeasured() throws InputException {
        TrainingPlan few = TinyPlans.plan(3, 1);
        List<EncodedPair> many = Collections.nCopies(40, few.validation()).stream().flatMap(List::stream).toList();
        TrainingPlan plan = new TrainingPlan(few.corpus(), few.codec(), few.config(), few.training(), many, few.recipe(), 1);
        try (TrainingRun alone = new TrainingRun(plan)) {
            while (alone.isTraining()) {
                alone.step();
            }
            double loss = Evaluator.loss(alone.kept(), many).orElseThrow();
            worker.start(plan);
            await(snapshot -> snapshot.state() == TrainingSnapshot.State.FINISHED && snapshot.validationLoss().orElseThrow() == loss);
        }
    }

    @Test
    void nothingIsPublishedBeforeATrainingBegins() {
        worker.pause();
        worker.look("123");
        assertNull(worker.latest());
    }

    @Test
    void itTrainsToThePlannedEnd() throws InputException {
        worker.start(TinyPlans.plan(50, 1));
        TrainingSnapshot end = await(snapshot -> snapshot.state() == TrainingSnapshot.State.FINISHED);
        assertEquals(50, end.trainingStep());
        assertEquals(50, end.curve().training().getLast().trainingStep());
        assertTrue(end.validationLoss().isPresent());
        assertTrue(end.secondsLeft().isEmpty());
    }

    @Test
    void pausedItTakesOneStepAtATime() throws InputException {
        worker.start(TinyPlans.plan(100_000, 1));
        worker.pause();
        long paused = await(snapshot -> snapshot.state() == TrainingSnapshot.State.PAUSED).trainingStep();
        worker.stepOnce();
        assertEquals(paused + 1, await(snapshot -> snapshot.trainingStep() > paused).trainingStep());
        assertEquals(TrainingSnapshot.State.PAUSED, worker.latest().state());
        worker.resume();
        await(snapshot -> snapshot.trainingStep() > paused + 5 && snapshot.state() == TrainingSnapshot.State.TRAINING);
    }

    @Test
    void oneThatIsToRestAtOnceTakesNoStep() throws InputException {
        for (int time = 0; time < 20; time++) {
            TrainingPlan plan = TinyPlans.plan(100_000, 1);
            worker.start(plan, "107", 0);
            TrainingSnapshot fresh = await(snapshot -> snapshot.plan() == plan);
            assertEquals(0, fresh.trainingStep());
            assertEquals(TrainingSnapshot.State.PAUSED, fresh.state());
        }
    }

    @Test
    void itRestsAtTheStepThatItWasStartedFor() throws InputException {
        worker.start(TinyPlans.plan(100_000, 1), "107", 7);
        assertEquals(7, await(snapshot -> snapshot.state() == TrainingSnapshot.State.PAUSED).trainingStep());
    }

    @Test
    void aHypothesisIsFollowedUntilTheModelsOwnOutputIsAskedFor() throws InputException {
        worker.look("107");
        worker.start(TinyPlans.plan(100_000, 1));
        worker.pause();
        Translation own = await(snapshot -> snapshot.translation().isPresent()).translation().orElseThrow();
        assertTrue(!own.isForced());
        worker.follow(List.of(5, 4));
        Translation forced = await(snapshot -> snapshot.translation().orElseThrow().isForced()).translation().orElseThrow();
        assertEquals(List.of(5, 4), forced.trace().outputIds());
        worker.follow(List.of());
        await(snapshot -> !snapshot.translation().orElseThrow().isForced());
        worker.follow(List.of(5));
        await(snapshot -> snapshot.translation().orElseThrow().isForced());
        worker.look("701");
        assertEquals("701", await(snapshot -> !snapshot.translation().orElseThrow().isForced()).translation().orElseThrow().source());
    }

    @Test
    void resetGoesBackToTheSameInitialWeights() throws InputException {
        worker.look("107");
        worker.start(TinyPlans.plan(100_000, 1));
        worker.pause();
        worker.reset();
        TrainingSnapshot fresh = await(snapshot -> snapshot.trainingStep() == 0 && snapshot.translation().isPresent());
        double first = fresh.translation().orElseThrow().trace().decoder().steps().getFirst().logits().get(3);
        worker.resume();
        await(snapshot -> snapshot.trainingStep() > 10);
        worker.pause();
        worker.reset();
        TrainingSnapshot again = await(snapshot -> snapshot.trainingStep() == 0);
        assertEquals(first, again.translation().orElseThrow().trace().decoder().steps().getFirst().logits().get(3));
        assertTrue(again.curve().training().isEmpty());
    }

    @Test
    void whatWasChangedHoldsAfterAReset() throws InputException {
        worker.start(TinyPlans.plan(100_000, 1), "107");
        worker.change(0.02, 0.5, 0.75);
        worker.reset();
        TrainingSnapshot again = await(snapshot -> snapshot.clip() == 0.5 && snapshot.trainingStep() > 3);
        assertEquals(0.02, again.learningRate());
        assertEquals(0.75, again.teacherForcing());
        assertEquals("107", again.translation().orElseThrow().source());
    }

    @Test
    void theSentenceLookedAtIsTranslatedByTheWeightsOfTheMoment() throws InputException {
        worker.look("107");
        worker.start(TinyPlans.plan(600, 2));
        TrainingSnapshot end = await(snapshot -> snapshot.state() == TrainingSnapshot.State.FINISHED);
        Translation translation = end.translation().orElseThrow();
        assertEquals("701", translation.text());
        assertTrue(translation.exactMatch());
        assertEquals(4, translation.trace().sourceTime());
        worker.look("12");
        await(snapshot -> snapshot.translation().orElseThrow().source().equals("12"));
        assertTrue(worker.latest().translation().orElseThrow().references().isEmpty());
    }

    @Test
    void aCorpusThatDoesNotFitIntoMemoryFailsAndTheWorkerLivesOn() throws InputException {
        TrainingPlan plan = TinyPlans.plan(5, 1);
        // Logits of (T′, N, V′) beyond what an array can hold.
        int[] endless = new int[40_000_000];
        Arrays.fill(endless, Vocabulary.EOS);
        EncodedPair pair = new EncodedPair(new int[] {Vocabulary.EOS}, endless, plan.training().getFirst().pair());
        worker.start(new TrainingPlan(plan.corpus(), plan.codec(), plan.config(), List.of(pair), List.of(), Recipe.plain(1, 5, 0.01, 1), 1));
        InputException problem = await(snapshot -> snapshot.state() == TrainingSnapshot.State.FAILED).failure().orElseThrow();
        assertEquals("training.tooLarge", problem.key());
        worker.start(plan);
        await(snapshot -> snapshot.state() == TrainingSnapshot.State.FINISHED);
    }

    @Test
    void aFaultInTheProgramIsPublishedAndTheWorkerLivesOn() throws InputException {
        // The fault is meant: its stack trace would only alarm.
        Logger.getLogger(TrainingWorker.class.getName()).setLevel(Level.OFF);
        TrainingPlan plan = TinyPlans.plan(5, 1);
        EncodedPair broken = new EncodedPair(new int[] {99_999}, new int[] {Vocabulary.EOS}, plan.training().getFirst().pair());
        worker.start(new TrainingPlan(plan.corpus(), plan.codec(), plan.config(), List.of(broken), List.of(), Recipe.plain(1, 5, 0.01, 1), 1));
        assertEquals("training.fault", await(snapshot -> snapshot.state() == TrainingSnapshot.State.FAILED).failure().orElseThrow().key());
        worker.start(plan);
        await(snapshot -> snapshot.state() == TrainingSnapshot.State.FINISHED);
    }

    @Test
    void aTrainingThatCannotEvenBeginIsPublished() throws InputException {
        Logger.getLogger(TrainingWorker.class.getName()).setLevel(Level.OFF);
        TrainingPlan plan = TinyPlans.plan(5, 1);
        worker.start(plan);
        await(snapshot -> snapshot.state() == TrainingSnapshot.State.FINISHED);
        worker.start(new TrainingPlan(plan.corpus(), plan.codec(), plan.config(), List.of(), List.of(), plan.recipe(), -1));
        assertEquals("training.fault", await(snapshot -> snapshot.state() == TrainingSnapshot.State.FAILED).failure().orElseThrow().key());
        worker.start(plan);
        await(snapshot -> snapshot.state() == TrainingSnapshot.State.FINISHED);
    }

    @Test
    void aQuestionThatFailsEndsNoTraining() throws Exception {
        Logger.getLogger(TrainingWorker.class.getName()).setLevel(Level.OFF);
        worker.start(TinyPlans.plan(2_000_000, 1));
        await(snapshot -> snapshot.trainingStep() > 0);
        CompletableFuture<Boolean> asked = new CompletableFuture<>();
        worker.lend(model -> {
            asked.complete(true);
            throw new IllegalStateException("meant");
        });
        assertTrue(asked.get(20, TimeUnit.SECONDS));
        long step = worker.latest().trainingStep();
        assertEquals(TrainingSnapshot.State.TRAINING, await(snapshot -> snapshot.trainingStep() > step).state());
    }

    @Test
    void aFailureIsPublishedAndTheWorkerLivesOn() throws InputException {
        worker.start(TinyPlans.plan(1000, 1, 1e30, 1));
        assertTrue(await(snapshot -> snapshot.state() == TrainingSnapshot.State.FAILED).failure().isPresent());
        worker.start(TinyPlans.plan(5, 1));
        await(snapshot -> snapshot.state() == TrainingSnapshot.State.FINISHED);
    }

    @Test
    void aBatchIsMeasuredOnRequestByTheWeightsOfThatMoment() throws InputException {
        TrainingPlan plan = TinyPlans.plan(100_000, 1);
        worker.start(plan);
        assertNull(worker.latestBatch());
        worker.measureBatch(2);
        worker.pause();
        TrainingSnapshot paused = await(snapshot -> snapshot.state() == TrainingSnapshot.State.PAUSED);
        BatchLosses early = worker.latestBatch();
        assertTrue(early.trainingStep() <= paused.trainingStep());
        assertEquals(BatchLosses.SENTENCES, early.sentences().size());
        worker.stepOnce();
        worker.measureBatch(2);
        worker.stepOnce();
        await(snapshot -> snapshot.trainingStep() == paused.trainingStep() + 2);
        assertEquals(paused.trainingStep() + 1, worker.latestBatch().trainingStep());
        assertTrue(early.maskedMean() != worker.latestBatch().maskedMean());
    }

    @Test
    void aWatchedSentenceComesWithItsPaddingAndItsGradients() throws InputException {
        worker.watch(Watched.PADDING, true);
        worker.watch(Watched.GRADIENTS, true);
        worker.start(TinyPlans.plan(20, 1), "107");
        TrainingSnapshot end = await(snapshot -> snapshot.state() == TrainingSnapshot.State.FINISHED);
        Translation watched = end.translation().orElseThrow();
        assertTrue(watched.padded().orElseThrow().tokens().size() > watched.trace().sourceTime());
        assertEquals(List.of("7", "0", "1", "<eos>"), watched.gradients().orElseThrow().now().target());
        assertEquals(3, watched.gradients().orElseThrow().untrained().size());
        worker.watch(Watched.GRADIENTS, false);
        assertTrue(await(snapshot -> snapshot.translation().orElseThrow().gradients().isEmpty()).translation().orElseThrow().padded().isPresent());
    }

    @Test
    void aFewSentencesAreFollowedToTheEnd() throws InputException {
        worker.start(TinyPlans.plan(60, 1), "107");
        TrainingSnapshot end = await(snapshot -> snapshot.state() == TrainingSnapshot.State.FINISHED);
        assertEquals(3, end.evolving().size());
        for (EvolvingTranslation sentence : end.evolving()) {
            assertEquals(new StringBuilder(sentence.source()).reverse().toString(), sentence.reference());
            assertTrue(!sentence.stages().isEmpty());
            for (int i = 1; i < sentence.stages().size(); i++) {
                assertTrue(sentence.stages().get(i).trainingStep() > sentence.stages().get(i - 1).trainingStep());
                assertTrue(!sentence.stages().get(i).text().equals(sentence.stages().get(i - 1).text()));
            }
        }
    }
}
