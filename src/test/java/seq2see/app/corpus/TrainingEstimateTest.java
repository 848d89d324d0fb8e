package seq2see.app.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.reading.CorpusReader;
import seq2see.training.TrainingPlan;
import seq2see.training.TrainingSettings;

class TrainingEstimateTest {
    @TempDir
    private Path folder;

    /** The run is of a part; what is told of is the training on all of it. */
    @Test
    void aLargeCorpusIsEstimatedByItsOwnSizes() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 40_000; i++) {
            text.append('a').append(i % 300).append(" b").append(i / 300).append("\tc").append(i % 300).append(" d").append(i / 300).append('\n');
        }
        CorpusChoices choices = CorpusChoices.of(List.of(Files.writeString(folder.resolve("large.tsv"), text)));
        ParallelCorpus corpus = CorpusReader.read(choices.files());
        TrainingEstimate estimate = TrainingEstimate.of(PreparedCorpus.of(corpus, choices), () -> true);
        TrainingPlan plan = TrainingPlan.of(corpus, choices.given(), choices.preparation(), TrainingSettings.besideAWindow());
        assertEquals(6_000, plan.trainingSteps());
        assertEquals(plan.trainingSteps(), estimate.trainingSteps());
        assertEquals(plan.parameterCount(), estimate.parameters());
        // Weights, two gradients since a batch has two parts, Adam's two moments: 4 bytes each.
        assertTrue(Math.abs(estimate.megabytes() - 5 * 4 * plan.parameterCount() / 1e6) <= 1, estimate.toString());
    }
}
