package seq2see.app.corpus;

import java.util.List;
import java.util.stream.IntStream;
import seq2see.corpus.CorpusProfile;
import seq2see.corpus.InputException;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.SentencePair;
import seq2see.training.TrainingSettings;

/**
 * Some lines of a corpus and what the present choices make of it.
 *
 * @param lines   from all over the corpus, as they are written
 * @param profile what training would see
 * @param choices that it follows
 */
record CorpusPreview(List<SentencePair> lines, CorpusProfile profile, CorpusChoices choices) {
    private static final int LINES = 6;

    CorpusPreview {
        lines = List.copyOf(lines);
    }

    /** Learns tokenizers and vocabularies: not for the JavaFX thread. */
    static CorpusPreview of(ParallelCorpus corpus, CorpusChoices choices) throws InputException {
        int size = corpus.pairs().size();
        int count = Math.min(LINES, size);
        List<SentencePair> lines = IntStream.range(0, count).mapToObj(i -> corpus.pairs().get((int) ((long) i * size / count))).toList();
        return new CorpusPreview(lines, CorpusProfile.of(corpus, choices.given(), choices.preparation(), TrainingSettings.defaults().seed()), choices);
    }
}
