package seq2see.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seq2see.ForkedJava;
import seq2see.corpus.EncodedPair;
import seq2see.corpus.GivenParts;
import seq2see.corpus.InputException;
import seq2see.corpus.Tokenizers;
import seq2see.model.AttentionType;
import seq2see.model.CellType;
import seq2see.model.ContextType;
import seq2see.model.OutputType;

class TrainerTest {
    /** Trains as planned and returns the weights. Also the program of the interpreted run below. */
    static float[] weightsAfter(TrainingPlan plan, int steps) throws InputException {
        try (Trainer trainer = new Trainer(plan)) {
            for (int i = 0; i < steps; i++) {
                trainer.step();
            }
            return trainer.network().parameters().values().clone();
        }
    }

    public static void main(String[] arguments) throws InputException {
        System.out.println(Arrays.hashCode(weightsAfter(TinyPlans.plan(10, 1), 10)));
    }

    @Test
    void theWeightsDoNotDependOnTheThreads() throws InputException {
        float[] one = weightsAfter(TinyPlans.plan(25, 1), 25);
        assertArrayEquals(one, weightsAfter(TinyPlans.plan(25, 2), 25), 0f);
        assertArrayEquals(one, weightsAfter(TinyPlans.plan(25, 5), 25), 0f);
    }

    /** A batch of four parts and a short last one of two, with every draw there is: dropout, and what the decoder is fed. */
    @Test
    void theWeightsDoNotDependOnTheThreadsWithManyPartsAndDraws() throws InputException {
        float[] one = weightsAfter(manyParts(1), 6);
        assertArrayEquals(one, weightsAfter(manyParts(2), 6), 0f);
        assertArrayEquals(one, weightsAfter(manyParts(3), 6), 0f);
        assertArrayEquals(one, weightsAfter(manyParts(16), 6), 0f);
    }

    private static TrainingPlan manyParts(int threads) throws InputException {
        ModelSettings model = new ModelSettings(CellType.LSTM, 2, true, ContextType.LAST, AttentionType.SCALED_DOT, false, OutputType.FULL, false, 6, 8);
        TrainingMethod method = TrainingMethod.usual().with(OptimizerType.MOMENTUM, new LearningRate(0.01, ScheduleType.DECAY))
                .with(TeacherForcing.constant(0.5)).withDropout(0.3).withLabelSmoothing(0.1);
        return TrainingPlan.of(TinyPlans.corpus(160), Tokenizers.named("character"), Tokenizers.named("character"),
                new TrainingSettings(model, 100, 6, method, 4, threads));
    }

    @Test
    void aBatchLargerThanTheCorpusIsTheWholeCorpus() throws InputException {
        TrainingPlan plan = TrainingPlan.of(TinyPlans.corpus(20), Tokenizers.named("character"), Tokenizers.named("character"),
                new TrainingSettings(TinyPlans.model(4, 4), 100_000, 2, TrainingMethod.usual(), 4, 2));
        try (Trainer trainer = new Trainer(plan)) {
            assertEquals(1, trainer.step().epoch());
            assertEquals(2, trainer.step().epoch());
        }
    }

    @Test
    void theWeightsAreTheSameInterpretedAndCompiled() throws InputException, IOException, InterruptedException {
        String interpreted = weightsIn(new StringBuilder(), "-Xint", "--add-modules", "jdk.incubator.vector");
        for (int again = 0; again < 30; again++) {
            assertEquals(interpreted, String.valueOf(Arrays.hashCode(weightsAfter(TinyPlans.plan(10, 1), 10))), "run " + again);
        }
    }

    @Test
    void withoutTheVectorModuleTheWeightsAreTheSameAndTheMissingFlagIsNamed() throws InputException, IOException, InterruptedException {
        StringBuilder errors = new StringBuilder();
        String scalar = weightsIn(errors);
        assertEquals(scalar, String.valueOf(Arrays.hashCode(weightsAfter(TinyPlans.plan(10, 1), 10))));
        assertTrue(errors.toString().contains("--add-modules jdk.incubator.vector"), errors.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 32})
    void withNarrowerVectorsTheWeightsAreTheSame(int bytes) throws InputException, IOException, InterruptedException {
        String narrow = weightsIn(new StringBuilder(), "-XX:MaxVectorSize=" + bytes, "--add-modules", "jdk.incubator.vector");
        assertEquals(narrow, String.valueOf(Arrays.hashCode(weightsAfter(TinyPlans.plan(10, 1), 10))));
    }

    /** The weights' hash as another Java computes it, started with these flags. */
    private static String weightsIn(StringBuilder errors, String... flags) throws IOException, InterruptedException {
        Path said = Files.createTempFile("errors", ".txt");
        String hash = ForkedJava.output(ProcessBuilder.Redirect.to(said.toFile()), List.of(flags), TrainerTest.class);
        errors.append(Files.readString(said));
        Files.delete(said);
        return hash;
    }

    @Test
    void aSmallTaskIsLearntAndGeneralises() throws InputException {
        TrainingPlan plan = TinyPlans.plan(600, 2);
        try (Trainer trainer = new Trainer(plan)) {
            double first = trainer.step().loss();
            double last = first;
            while (trainer.trainingStep() < plan.trainingSteps()) {
                last = trainer.step().loss();
            }
            assertEquals(Math.log(plan.config().targetVocabulary()), first, 0.6);
            assertTrue(last < 0.1, "loss " + last);
            List<EncodedPair> seen = plan.training();
            assertTrue(Evaluator.translate(trainer.network(), plan.codec(), seen.stream().map(EncodedPair::pair).toList()).exactMatch().orElseThrow() > 0.95);
        }
    }

    @Test
    void aTrainingThatWasSavedGoesOnAsIfItHadNotStopped() throws InputException {
        TrainingPlan plan = TinyPlans.plan(20, 1);
        float[] straight = weightsAfter(plan, 20);
        SavedModel saved;
        try (Trainer trainer = new Trainer(plan)) {
            for (int i = 0; i < 9; i++) {
                trainer.step();
            }
            saved = SavedModel.of(trainer, LearningCurve.EMPTY, BestWeights.none(KeptWeights.BEST));
        }
        TrainingPlan continued = TrainingPlan.continuing(saved, plan.corpus(), GivenParts.NONE, 2);
        try (Trainer trainer = new Trainer(continued, saved.parameters(), saved.newOptimizer(), 9)) {
            while (trainer.trainingStep() < 20) {
                trainer.step();
            }
            assertArrayEquals(straight, trainer.network().parameters().values(), 0f);
        }
        assertThrows(InputException.class, () -> TrainingPlan.continuing(saved, TinyPlans.corpus(50), GivenParts.NONE, 1));
    }

    @Test
    void aLossThatIsNoNumberStopsAndLeavesTheWeights() throws InputException {
        try (Trainer trainer = new Trainer(TinyPlans.plan(20, 1))) {
            trainer.step();
            trainer.network().parameters().get("decoder.dense.bias").values()[trainer.network().parameters().get("decoder.dense.bias").offset()] = Float.NaN;
            float[] before = trainer.network().parameters().values().clone();
            InputException problem = assertThrows(InputException.class, trainer::step);
            assertTrue(problem.getMessage().contains("training step 2"), problem.getMessage());
            assertArrayEquals(before, trainer.network().parameters().values());
            assertEquals(1, trainer.trainingStep());
        }
    }

    @Test
    void theGradientIsClippedToTheLimitAndNotBelow() throws InputException {
        try (Trainer trainer = new Trainer(TinyPlans.plan(20, 1))) {
            trainer.change(0.01, 1e-3, 1);
            assertTrue(trainer.step().clipped());
            trainer.change(0.01, 1e9, 1);
            assertFalse(trainer.step().clipped());
        }
    }

    @Test
    void everyPairIsSeenOnceAnEpoch() throws InputException {
        TrainingPlan plan = TinyPlans.plan(20, 1);
        long tokens = plan.training().stream().mapToLong(pair -> pair.source().length + pair.target().length).sum();
        try (Trainer trainer = new Trainer(plan)) {
            long seen = 0;
            TrainingStepResult result = trainer.step();
            while (result.epoch() == 1) {
                seen += result.tokens();
                result = trainer.step();
            }
            assertEquals(tokens, seen);
            assertEquals(2, result.epoch());
        }
    }

    @Test
    void freeRunningTrainsToo() throws InputException {
        TrainingPlan plan = TinyPlans.plan(60, 2, 0.01, 0.5);
        try (Trainer trainer = new Trainer(plan)) {
            double first = trainer.step().loss();
            double last = first;
            for (int i = 1; i < 60; i++) {
                last = trainer.step().loss();
            }
            assertTrue(last < first, first + " to " + last);
        }
        assertArrayEquals(weightsAfter(plan, 10), weightsAfter(TinyPlans.plan(60, 1, 0.01, 0.5), 10), 0f);
    }
}
