package seq2see.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import seq2see.corpus.InputException;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.ReadingReport;
import seq2see.corpus.SentencePair;
import seq2see.corpus.SourceNoise;
import seq2see.corpus.SplitShares;
import seq2see.model.Initialisation;

/** A model that the first version of the program kept after 601 steps is read as what it was, and goes on as it would have. */
class FormatOneTest {
    private static final Path FILE = Path.of("src/test/resources/formats/version-1.seq2see");

    @Test
    void whatItCouldNotSayIsWhatItMeant() throws InputException {
        SavedTraining training = ModelFile.read(FILE).training();
        TrainingMethod usual = TrainingMethod.usual();
        assertEquals(new Recipe(8, 601, new TrainingMethod(Initialisation.XAVIER, OptimizerType.ADAM, new LearningRate(0.005, ScheduleType.DECAY, 20),
                1, TeacherForcing.ALWAYS, 0, 0, SourceNoise.NONE), new Validation(15, 0, KeptWeights.LAST), SplitShares.USUAL, 3), training.recipe());
        assertEquals(usual, training.recipe().method());
        assertEquals(1, training.curve().open().steps());
        assertEquals(1, training.curve().open().sums().teacherForcing());
    }

    /** The loss is what that version found at step 605. */
    @Test
    void itGoesOn() throws InputException {
        List<SentencePair> pairs = List.of(new SentencePair("a b", "c d", 1), new SentencePair("1 2", "3 4", 2),
                new SentencePair("x y", "z w", 3), new SentencePair("q r", "s t", 4), new SentencePair("m n", "o p", 5));
        SavedModel saved = ModelFile.read(FILE);
        TrainingPlan plan = TrainingPlan.continuing(saved, new ParallelCorpus("tiny.tsv", pairs, ReadingReport.NONE), 1);
        try (Trainer trainer = new Trainer(plan.with(new Recipe(8, 605, plan.method(), plan.recipe().validation(), SplitShares.USUAL, 3)),
                saved.parameters(), saved.newOptimizer(), saved.training().trainingStep())) {
            double loss = 0;
            while (trainer.trainingStep() < 605) {
                loss = trainer.step().loss();
            }
            assertEquals(0.294380, loss, 1e-6);
        }
    }
}
