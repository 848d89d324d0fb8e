package seq2see.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import seq2see.corpus.InputException;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.ReadingReport;
import seq2see.corpus.SentencePair;
import seq2see.corpus.Tokenizers;
import seq2see.model.AttentionType;
import seq2see.model.CellType;
import seq2see.model.ContextType;
import seq2see.model.ModelConfig;
import seq2see.model.OutputType;

class TrainingPlanTest {
    private static TrainingPlan plan(ParallelCorpus corpus, Integer batch) throws InputException {
        return TrainingPlan.of(corpus, Tokenizers.named("character"), Tokenizers.named("character"),
                new TrainingSettings(ModelSettings.defaults(), batch, null, TrainingMethod.usual(), 1, 1));
    }

    @Test
    void theStepsFollowTheBatchThatWasChosen() throws InputException {
        for (int batch : new int[] {16, 32}) {
            TrainingPlan plan = plan(TinyPlans.corpus(4000), batch);
            assertEquals(12 * plan.training().size() / batch, plan.trainingSteps());
        }
    }

    @Test
    void noSourceIsBothLearntAndHeldOut() throws InputException {
        TrainingPlan plan = plan(TinyPlans.corpus(200), null);
        Set<String> learnt = plan.training().stream().map(pair -> pair.pair().source()).collect(Collectors.toSet());
        Set<String> held = plan.validation().stream().map(pair -> pair.pair().source()).collect(Collectors.toSet());
        Set<String> both = new HashSet<>(learnt);
        both.retainAll(held);
        assertEquals(Set.of(), both);
        assertEquals(20, held.size());
    }

    @Test
    void anOutputMayBeTwiceTheLongestTarget() throws InputException {
        assertEquals(2 * 4, plan(TinyPlans.corpus(100), null).config().maximumLength());
    }

    @Test
    void aVeryLongTargetDoesNotSpoilTheCorpus() throws InputException {
        List<SentencePair> pairs = List.of(new SentencePair("a", "b".repeat(70_000), 1), new SentencePair("c", "d".repeat(70_000), 2));
        ParallelCorpus corpus = new ParallelCorpus("long", pairs, ReadingReport.NONE);
        assertTrue(plan(corpus, null).config().maximumLength() >= 70_000);
    }

    @Test
    void aModelThatNoMemoryHoldsIsRefused() {
        ModelConfig huge = new ModelConfig(CellType.LSTM, 4, true, ContextType.LAST, AttentionType.ADDITIVE, false, OutputType.FULL, false,
                1_000_000, 1_000_000, 4096, 4096, 100);
        assertEquals("configuration.tooLarge", assertThrows(InputException.class, huge::checked).key());
    }
}
