package seq2see.training;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import seq2see.corpus.InputException;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.ReadingReport;
import seq2see.corpus.SentencePair;
import seq2see.corpus.Tokenizers;

class SentenceSearchTest {
    private static final int WORDS_A_SENTENCE = 20;
    private static final long MOST_BYTES = 750_000_000;
    private static final SentenceSearch.Question QUESTION =
            new SentenceSearch.Question("s1", 2, 0.75, 40, 0, List.of(), List.of(), Optional.empty());

    /** A training of so many sentences, no word of which comes twice. */
    private static TrainingRun begin(int sentences) throws InputException {
        List<SentencePair> pairs = IntStream.range(0, sentences).mapToObj(sentence -> new SentencePair("s" + sentence,
                IntStream.range(0, WORDS_A_SENTENCE).mapToObj(word -> "w" + (sentence * WORDS_A_SENTENCE + word)).collect(Collectors.joining(" ")),
                sentence + 1)).toList();
        return new TrainingRun(TrainingPlan.of(new ParallelCorpus("words", pairs, ReadingReport.NONE), Tokenizers.named("word"), Tokenizers.named("word"),
                new TrainingSettings(TinyPlans.model(8, 16), 8, 100, TrainingMethod.usual(), 4, 1)));
    }

    private static long bytesOfASearch(TrainingRun run) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        run.search(QUESTION);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    /**
     * Training stands still for it. What is made stands for the time that it takes, which is another on every machine: a
     * thousand prefixes with all their candidates would be twice as much.
     */
    @Test
    void aModelThatKnowsNothingYetOfALargeVocabularyIsNotSearchedForLong() throws InputException {
        try (TrainingRun run = begin(400)) {
            long bytes = bytesOfASearch(run);
            assertTrue(bytes < MOST_BYTES, bytes + " bytes for " + run.plan().config().targetVocabulary() + " tokens");
        }
    }
}
