package seq2see.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import seq2see.corpus.EncodedPair;
import seq2see.corpus.SentencePair;
import seq2see.corpus.Vocabulary;

/** Small models and sentences for tests. */
public final class TinyModels {
    private TinyModels() {
    }

    public static ModelConfig config(AttentionType attention) {
        return new ModelConfig(CellType.GRU, attention, 11, 9, 5, 6, 8);
    }

    public static Seq2Seq model(AttentionType attention, long seed) {
        return new Seq2Seq(Parameters.initialised(config(attention), seed));
    }

    /** Random pairs of ids, sources of 1 to 7 tokens and targets of 1 to 6, each with its end. */
    public static List<EncodedPair> pairs(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<EncodedPair> pairs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pairs.add(new EncodedPair(ids(random, random.nextInt(1, 8), 11), ids(random, random.nextInt(1, 7), 9),
                    new SentencePair("source " + i, "target " + i, i + 1)));
        }
        return pairs;
    }

    private static int[] ids(SplittableRandom random, int length, int vocabulary) {
        return IntStream.concat(random.ints(length, Vocabulary.UNK + 1, vocabulary), IntStream.of(Vocabulary.EOS)).toArray();
    }
}
