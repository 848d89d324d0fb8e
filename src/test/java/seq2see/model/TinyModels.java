package seq2see.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    /** One model of every kind: all cells, one and two layers and directions, every context, attention and output. */
    public static Stream<ModelConfig> everyKind() {
        Stream.Builder<ModelConfig> all = Stream.builder();
        for (CellType cell : CellType.values()) {
            for (int layers = 1; layers <= 2; layers++) {
                for (boolean bidirectional : new boolean[] {false, true}) {
                    for (AttentionType attention : AttentionType.values()) {
                        ContextType context = ContextType.values()[(layers + cell.ordinal()) % 3];
                        OutputType output = OutputType.values()[(layers + attention.ordinal()) % 2];
                        all.add(new ModelConfig(cell, layers, bidirectional, context, attention,
                                attention == AttentionType.ADDITIVE && layers == 2, output, false, 11, 9, 5, 6, 8));
                    }
                }
            }
        }
        // Embedding and output layer share their weights: with one direction and two, and whatever else reads the embedding.
        all.add(new ModelConfig(CellType.GRU, 1, false, ContextType.LAST, AttentionType.ADDITIVE, false, OutputType.STATE, true, 11, 9, 6, 6, 8));
        all.add(new ModelConfig(CellType.LSTM, 2, true, ContextType.MEAN, AttentionType.NONE, false, OutputType.STATE, true, 11, 9, 6, 6, 8));
        return all.build();
    }

    /** With larger weights than a training begins with, so that every weight matters. */
    public static Seq2Seq model(ModelConfig config, long seed) {
        Parameters parameters = Parameters.initialised(config, seed);
        for (int i = 0; i < parameters.values().length; i++) {
            parameters.values()[i] *= 1.6f;
        }
        return new Seq2Seq(parameters);
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
