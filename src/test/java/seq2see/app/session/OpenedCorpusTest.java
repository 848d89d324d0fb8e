package seq2see.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2see.app.scene.SavedScene;
import seq2see.app.scene.SavedScene.Pairs;
import seq2see.app.scene.SceneState;
import seq2see.app.scene.SceneState.CorpusReference;
import seq2see.app.scene.SceneState.Sight;
import seq2see.corpus.GivenParts;
import seq2see.corpus.InputException;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.Preparation;
import seq2see.corpus.ReadingReport;
import seq2see.corpus.SentencePair;
import seq2see.corpus.SourceNoise;
import seq2see.corpus.Tokenizers;
import seq2see.training.TrainingPlan;
import seq2see.training.TrainingRun;
import seq2see.training.TrainingSettings;

class OpenedCorpusTest {
    private static final ParallelCorpus CORPUS = new ParallelCorpus("own.tsv",
            IntStream.range(0, 40).mapToObj(i -> new SentencePair("cat " + i, "chat " + i, i + 1)).toList(), ReadingReport.NONE);
    private static final Preparation WORDS = Preparation.by(Tokenizers.all().getFirst(), Tokenizers.all().getFirst());
    private static final SourceNoise NOISE = new SourceNoise(0.1, 0, 0);

    private static OpenedCorpus ofScene(Preparation preparation) throws InputException {
        TrainingSettings settings = TrainingSettings.besideAWindow();
        TrainingPlan plan = TrainingPlan.of(CORPUS, GivenParts.NONE, preparation, settings.with(settings.method().with(NOISE)));
        try (TrainingRun run = new TrainingRun(plan)) {
            SceneState state = new SceneState("en", "light", null, new CorpusReference(null, "own.tsv", List.of("corpus")),
                    new Sight("attention", "cat 3", "", List.of(0, 0, 0, 0, 0, 0), Map.of()), List.of());
            return OpenedCorpus.of(new SavedScene(state, run.saved(), Optional.of(new Pairs(CORPUS, GivenParts.NONE))));
        }
    }

    @Test
    void aNewModelOnTheCorpusOfASceneIsAsLargeAsTheScenes() throws InputException {
        OpenedCorpus small = ofScene(WORDS.withLargestVocabulary(12));
        assertEquals(12, small.preparation().largestVocabulary());
        assertEquals(12, small.plan(small.settings()).config().sourceVocabulary());
        assertEquals(NOISE, small.settings().method().noise());
    }

    @Test
    void aVocabularyThatWasNotCutMayGrow() throws InputException {
        assertEquals(Preparation.USUAL_LARGEST_VOCABULARY, ofScene(WORDS).preparation().largestVocabulary());
    }

    @Test
    void aFileIsNoSampleWhateverACatalogueBesideItSays(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("dates.tsv"), "may 4\t05-04\nmay 5\t05-05\nmay 6\t05-06\n");
        Files.writeString(folder.resolve("catalogue.json"), """
                [{"file": "dates.tsv", "sourceTokenizer": "character", "targetTokenizer": "character",
                  "title": {"en": "Dates"}, "examples": ["may 4"]}]""");
        OpenedCorpus opened = OpenedCorpus.read(file.toString());
        assertEquals(Optional.empty(), opened.sample());
        assertEquals("character", opened.preparation().sourceTokenizer().name());
    }
}
