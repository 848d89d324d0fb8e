package seq2see.app.lab.tab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import seq2see.app.view.shapes.ShapesBatch;
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
     * First the sentence that is looked at, where it has T tokens, then the corpus's sentences that have as many; where there
     * are fewer than N, they come again. Where there is none, one of tokens drawn at random stands for them.
     *
     * @param sentences N
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
        int wanted = sentences - (looked.isPresent() ? 1 : 0);
        List<int[]> again = others.isEmpty() ? List.of(own) : List.copyOf(others);
        for (int i = 0; others.size() < wanted; i++) {
            others.add(again.get(i % again.size()));
        }
        return ShapesBatch.of(new Seq2Seq(model.parameters()), vocabulary, model.trainingStep(), looked, others);
    }
}
