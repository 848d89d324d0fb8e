package seq2see.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seq2see.corpus.SourceNoise;
import seq2see.corpus.InputException;
import seq2see.corpus.Tokenizers;
import seq2see.corpus.reading.CorpusFiles;
import seq2see.corpus.reading.CorpusReader;
import seq2see.model.AttentionType;
import seq2see.model.CellType;
import seq2see.model.ContextType;
import seq2see.model.Initialisation;
import seq2see.model.OutputType;
import seq2see.model.Seq2Seq;
import seq2see.model.WeightFile;
import seq2see.training.Evaluator;
import seq2see.training.KeptWeights;
import seq2see.training.LearningRate;
import seq2see.training.ModelFile;
import seq2see.training.ModelSettings;
import seq2see.training.OptimizerType;
import seq2see.training.Recipe;
import seq2see.training.SavedModel;
import seq2see.training.ScheduleType;
import seq2see.training.TeacherForcing;
import seq2see.training.TeacherForcingSchedule;
import seq2see.training.TinyPlans;
import seq2see.training.TrainingMethod;
import seq2see.training.TrainingPlan;
import seq2see.training.TrainingRun;
import seq2see.training.TrainingSettings;
import seq2see.training.Validation;

/** What {@code train} lets one choose of how a model learns, from the call to the file and back. */
class TrainingOptionsTest {
    @TempDir
    Path folder;
    private Path corpus;
    private Path out;

    @BeforeEach
    void makeCorpus() throws IOException {
        corpus = TinyModel.corpus(folder);
        out = folder.resolve("m.seq2see");
    }

    private Call train(Object... options) {
        List<Object> call = new ArrayList<>(List.of("train", "--corpus", corpus, "--out", out));
        call.addAll(List.of(options));
        return Call.of(call.toArray());
    }

    /** Every option of how a model learns at once: what is kept in the file lets it go on to the same bits. */
    @Test
    void whateverWasChosenIsKeptAndGoesOnToTheSameBits() throws Exception {
        Object[] all = {"--steps", 30, "--hidden", 6, "--initialisation", "uniform", "--optimizer", "momentum", "--learning-rate", 0.2, "--schedule", "decay",
            "--warm-up", 7, "--clip", 0.5, "--teacher-forcing", 0.9, "--teacher-forcing-schedule", "inverse-sigmoid", "--teacher-forcing-end", 0.2,
            "--label-smoothing", 0.1, "--tie-weights", "--validate-every", 4, "--patience", 90, "--batch", 5};
        train(all).done();
        SavedModel straight = ModelFile.read(out);
        Recipe recipe = straight.training().recipe();
        assertEquals(new TrainingMethod(Initialisation.UNIFORM, OptimizerType.MOMENTUM, new LearningRate(0.2, ScheduleType.DECAY, 7), 0.5,
                new TeacherForcing(0.9, 0.2, TeacherForcingSchedule.INVERSE_SIGMOID), 0, 0.1, SourceNoise.NONE), recipe.method());
        assertEquals(new Validation(4, 90, KeptWeights.BEST), recipe.validation());
        assertTrue(straight.config().tiedWeights());
        assertEquals(6, straight.config().embeddingSize());
        Path half = folder.resolve("half.seq2see");
        try (TrainingRun run = new TrainingRun(TrainingPlan.of(CorpusReader.read(CorpusFiles.of(corpus, null)), Tokenizers.named("word"), Tokenizers.named("word"),
                new TrainingSettings(new ModelSettings(CellType.GRU, 1, false, ContextType.LAST, AttentionType.ADDITIVE, false, OutputType.STATE, true, null, 6),
                        5, 30, recipe.method(), 4, 90, KeptWeights.BEST, 1, 1)))) {
            new TrainingLoop(run, half, null).train(() -> run.trainer().trainingStep() == 17, () -> { });
        }
        train("--resume", half).done();
        SavedModel resumed = ModelFile.read(out);
        assertEquals(straight.training(), resumed.training());
        assertArrayEquals(straight.parameters().values(), resumed.parameters().values());
        assertArrayEquals(straight.lastParameters().values(), resumed.lastParameters().values());
    }

    @Test
    void whatCanChangeWhileItGoesOnChanges() throws Exception {
        train("--steps", 3).done();
        train("--resume", out, "--steps", 5, "--teacher-forcing-schedule", "linear", "--patience", 7, "--validate-every", 2, "--learning-rate", 0.001).done();
        Recipe recipe = ModelFile.read(out).training().recipe();
        assertEquals(new TeacherForcing(1, 0, TeacherForcingSchedule.LINEAR), recipe.method().teacherForcing());
        assertEquals(new Validation(2, 7, KeptWeights.BEST), recipe.validation());
        assertEquals(0.001, recipe.method().learningRate().rate());
        for (String fixed : List.of("--initialisation", "--warm-up", "--keep", "--tie-weights")) {
            Object[] call = fixed.equals("--tie-weights") ? new Object[] {"--resume", out, fixed}
                    : new Object[] {"--resume", out, fixed, fixed.equals("--warm-up") ? 3 : fixed.equals("--keep") ? "last" : "xavier"};
            assertTrue(train(call).misuse().contains(fixed), fixed);
        }
    }

    /** The rate is so high that the validation loss rises at once. */
    @Test
    void itStopsEarlySaysSoAndGoesOnOnlyWithMorePatience() throws Exception {
        Object[] restless = {"--steps", 500, "--hidden", 4, "--learning-rate", 1, "--schedule", "constant", "--validate-every", 2, "--patience", 3};
        String said = train(restless).done().errors();
        SavedModel saved = ModelFile.read(out);
        long done = saved.training().trainingStep();
        long best = saved.training().best().trainingStep();
        assertEquals(done - 6, best);
        assertTrue(said.contains("stopped early after step " + done) && said.contains("with the weights of step " + best + ", the best by validation"), said);
        String refused = train("--resume", out).misuse();
        assertTrue(refused.contains("stopped early after " + done) && refused.contains("--patience"), refused);
        train("--resume", out, "--patience", 4, "--steps", done + 1).done();
        assertEquals(done + 1, ModelFile.read(out).training().trainingStep());
    }

    /** Weights that have exploded are numbers yet, and what is reckoned with them is none. */
    @Test
    void aTrainingThatFailsLeavesTheBestWeightsFromBefore() throws Exception {
        TrainingPlan plan = TrainingPlan.of(CorpusReader.read(CorpusFiles.of(corpus, null)), Tokenizers.named("word"), Tokenizers.named("word"),
                new TrainingSettings(TinyPlans.model(4, 4), null, 20, TrainingMethod.usual(), 2, 0, KeptWeights.BEST, 1, 1));
        try (TrainingRun run = new TrainingRun(plan)) {
            TrainingLoop loop = new TrainingLoop(run, out, null);
            InputException failure = assertThrows(InputException.class, () -> loop.train(() -> false, () -> {
                if (run.trainer().trainingStep() == 6) {
                    float[] weights = run.trainer().network().parameters().values();
                    for (int index = 0; index < weights.length; index++) {
                        weights[index] = Math.copySign(1e30f, weights[index]);
                    }
                }
            }));
            String told = failure.getMessage();
            assertTrue(told.startsWith("training step " + (run.trainer().trainingStep() + 1) + ": the ") && told.contains(" is no longer a number (")
                    && told.contains("line ") && told.endsWith(out + " holds the best weights from before, of step 6"), told);
            assertEquals(run.trainer().trainingStep(), ModelFile.read(out).training().trainingStep());
        }
        Evaluator.loss(new Seq2Seq(ModelFile.read(out).parameters()), plan.validation()).ifPresent(loss -> assertTrue(loss < 10, "loss " + loss));
    }

    @Test
    void anExportOfTiedWeightsHoldsThemUnderBothNames() throws Exception {
        train("--steps", 2, "--hidden", 6, "--tie-weights").done();
        assertFalse(ModelFile.read(out).weights().containsKey("decoder.dense.weight"));
        Path exported = folder.resolve("w.safetensors");
        Call.of("export", "--model", out, "--out", exported).done();
        Map<String, WeightFile.Weight> weights = WeightFile.read(exported);
        assertEquals(weights.get("decoder.embedding.weight").shape(), weights.get("decoder.dense.weight").shape());
        assertArrayEquals(weights.get("decoder.embedding.weight").values(), weights.get("decoder.dense.weight").values());
    }

    @Test
    void tiedWeightsTakeOneSizeForBothAndRefuseTwo() throws Exception {
        train("--steps", 1, "--embedding", 5, "--tie-weights").done();
        assertEquals(5, ModelFile.read(out).config().hiddenSize());
        train("--steps", 1, "--tie-weights").done();
        assertEquals(ModelFile.read(out).config().hiddenSize(), ModelFile.read(out).config().embeddingSize());
        assertTrue(train("--tie-weights", "--embedding", 5, "--hidden", 6).misuse().contains("embedding size 5, the hidden size 6"));
        assertTrue(train("--tie-weights", "--output", "full").misuse().contains("the output is full"));
    }

    @ParameterizedTest
    @CsvSource({
        "--initialisation normal,               'xavier, uniform'",
        "--schedule cosine,                     'constant, decay'",
        "--teacher-forcing-schedule steps,      'constant, linear, inverse-sigmoid'",
        "--keep none,                           'best, last'",
        "--warm-up -1,                          0 to",
        "--teacher-forcing-end 1.1,             0 to 1",
        "--teacher-forcing-end 0.5,             --teacher-forcing-schedule",
        "--validate-every 0,                    1 to",
        "--patience -1,                         0 to",
    })
    void aValueThatIsNotPossibleIsToldWhatItMayBe(String option, String told) {
        String misuse = train((Object[]) option.split(" ")).misuse();
        assertTrue(misuse.contains(told), misuse);
    }
}
