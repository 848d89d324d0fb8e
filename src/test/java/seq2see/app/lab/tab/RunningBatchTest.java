package seq2see.app.lab.tab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import seq2see.app.view.shapes.ShapesBatch;
import seq2see.corpus.InputException;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.ReadingReport;
import seq2see.corpus.SentencePair;
import seq2see.corpus.Tokenizers;
import seq2see.corpus.Vocabulary;
import seq2see.model.Parameters;
import seq2see.trace.Trace;
import seq2see.training.ModelNow;
import seq2see.training.TrainingPlan;
import seq2see.training.TrainingSettings;

class RunningBatchTest {
    private final ModelNow model;

    RunningBatchTest() throws InputException {
        List<SentencePair> pairs = IntStream.range(0, 40).mapToObj(i -> new SentencePair(i % 2 == 0 ? "a b" + i : "a b" + i + " c", "x", i + 1)).toList();
        TrainingPlan plan = TrainingPlan.of(new ParallelCorpus("test", pairs, ReadingReport.NONE), Tokenizers.named("word"), Tokenizers.named("word"),
                TrainingSettings.besideAWindow());
        model = new ModelNow(plan, 7, Parameters.initialised(plan.config(), 1));
    }

    private static Trace.Sentence looked() {
        return new Trace.Sentence(List.of("a", "zebra", "<eos>"), List.of(4, Vocabulary.UNK, Vocabulary.EOS));
    }

    @Test
    void theSentenceThatIsLookedAtComesFirst() {
        ShapesBatch batch = RunningBatch.of(model, looked(), 4, 3);
        assertTrue(batch.sentenceFirst());
        assertEquals(4, batch.trace().sentences());
        assertEquals(looked().tokens(), batch.tokens().getFirst());
        assertEquals(Vocabulary.UNK, batch.trace().encoder().ids().get(0, 1));
        assertEquals(7, batch.trainingStep().orElseThrow());
    }

    @Test
    void anotherLengthTakesTheCorpusesSentencesOfThatLength() {
        ShapesBatch batch = RunningBatch.of(model, looked(), 4, 4);
        assertFalse(batch.sentenceFirst());
        assertEquals(4, batch.trace().sentences());
        assertTrue(batch.tokens().stream().allMatch(tokens -> tokens.get(2).equals("c")), batch.tokens().toString());
    }

    @Test
    void whereTheCorpusHasFewerTheyComeAgain() {
        int there = (int) model.plan().training().stream().filter(pair -> pair.source().length == 3).count();
        ShapesBatch batch = RunningBatch.of(model, looked(), 64, 3);
        assertEquals(64, batch.trace().sentences());
        assertEquals(batch.tokens().subList(1, 1 + there), batch.tokens().subList(1 + there, 1 + 2 * there));
        assertEquals(5, RunningBatch.of(model, looked(), 5, 9).trace().sentences());
        assertEquals(1, RunningBatch.of(model, looked(), 1, 3).trace().sentences());
    }
}
