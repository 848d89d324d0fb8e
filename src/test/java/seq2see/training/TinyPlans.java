package seq2see.training;

import java.util.ArrayList;
import java.util.List;
import seq2see.corpus.InputException;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.ReadingReport;
import seq2see.corpus.SentencePair;
import seq2see.corpus.Tokenizers;

/** A corpus small enough to train on in a test: digits to digits, backward. */
public final class TinyPlans {
    private TinyPlans() {
    }

    /** Numbers from 100 on, each to its digits backward. */
    public static ParallelCorpus corpus(int pairs) {
        List<SentencePair> list = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            String source = String.valueOf(100 + 7 * i);
            list.add(new SentencePair(source, new StringBuilder(source).reverse().toString(), i + 1));
        }
        return new ParallelCorpus("digits", list, ReadingReport.NONE);
    }

    /** The usual model with D and H, each null where it is to follow from the corpus. */
    public static ModelSettings model(Integer embeddingSize, Integer hiddenSize) {
        ModelSettings usual = ModelSettings.defaults();
        return new ModelSettings(usual.cell(), usual.layers(), usual.bidirectional(), usual.context(), usual.attention(), usual.attentionBias(),
                usual.output(), usual.tiedWeights(), embeddingSize, hiddenSize);
    }

    public static TrainingPlan plan(int steps, int threads) throws InputException {
        return plan(steps, threads, 0.01, 1.0);
    }

    public static TrainingPlan plan(int steps, int threads, double learningRate, double teacherForcing) throws InputException {
        return plan(steps, threads, TrainingMethod.usual().withLearningRate(learningRate).with(TeacherForcing.constant(teacherForcing)));
    }

    public static TrainingPlan plan(int steps, int threads, TrainingMethod method) throws InputException {
        return plan(new TrainingSettings(model(8, 16), 24, steps, method, 4, threads));
    }

    public static TrainingPlan plan(TrainingSettings settings) throws InputException {
        return TrainingPlan.of(corpus(120), Tokenizers.named("character"), Tokenizers.named("character"), settings);
    }
}
