package seq2see.training;

import java.util.List;
import seq2see.corpus.EncodedPair;
import seq2see.corpus.InputException;
import seq2see.corpus.PairCodec;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.Tokenizer;
import seq2see.model.ModelConfig;

/**
 * A training with nothing left open: the corpus split and encoded, the configuration, and every number.
 *
 * @param training   encoded training pairs, in the corpus's order
 * @param validation encoded pairs whose sources are not in {@code training}
 */
public record TrainingPlan(ParallelCorpus corpus, PairCodec codec, ModelConfig config, List<EncodedPair> training,
                           List<EncodedPair> validation, int batchSize, long trainingSteps, double learningRate,
                           double clip, double teacherForcing, long seed, int threads) {

    /** Splits and encodes the corpus and derives from it what the settings leave open. */
    public static TrainingPlan of(ParallelCorpus corpus, Tokenizer sourceTokenizer, Tokenizer targetTokenizer,
                                  TrainingSettings settings) throws InputException {
        throw new UnsupportedOperationException("the engine is being written");
    }

    /** Trainable numbers in the model. */
    public long parameterCount() {
        throw new UnsupportedOperationException("the engine is being written");
    }
}
