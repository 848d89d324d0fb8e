package seq2see.app.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import seq2see.app.view.ShapesBatch;
import seq2see.corpus.EncodedPair;
import seq2see.corpus.Vocabulary;
import seq2see.model.Seq2Seq;
import seq2see.trace.Trace;
import seq2see.training.ModelNow;

/** Sentences of one length through the running model. */
final class RunningBatch {
    private RunningBatch() {
    }

    /**
     * First the sentence that is looked at, where it has T tokens, then the corpus's sentences that have as many, none twice.
     * Where there are fewer than N, the batch is that much smaller; where there is none, it is one of tokens drawn at random.
     *
     * @param sentences N at most
     */
    static ShapesBatch of(ModelNow model, Trace.Sentence sentence, int sentences, int sourceTime) {
        Vocabulary vocabulary = model.plan().codec().sourceVocabulary();
        Optional<Trace.Sentence> looked = Optional.of(sentence).filter(shown -> shown.ids().size() == sourceTime);
        int[] own = sentence.ids().stream().mapToInt(Integer::intValue).toArray();
        List<int[]> others = new ArrayList<>();
        for (EncodedPair pair : model.plan().training()) {
            if (others.size() + (looked.isPresent() ? 1 : 0) == sentences) {
                break;
            }
            int[] ids = pair.source();
            if (ids.length == sourceTime && !Arrays.equals(own, ids) && others.stream().noneMatch(known -> Arrays.equals(known, ids))) {
                others.add(ids);
            }
        }
        if (looked.isEmpty() && others.isEmpty()) {
            others.add(new SplittableRandom(1).ints(sourceTime, Vocabulary.UNK, vocabulary.size()).toArray());
        }
        return ShapesBatch.of(new Seq2Seq(model.parameters()), vocabulary, model.trainingStep(), looked, others);
    }
}
