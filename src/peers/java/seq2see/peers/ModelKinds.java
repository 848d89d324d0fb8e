package seq2see.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import seq2see.corpus.EncodedPair;
import seq2see.corpus.SentencePair;
import seq2see.corpus.Vocabulary;
import seq2see.model.AttentionType;
import seq2see.model.CellType;
import seq2see.model.ContextType;
import seq2see.model.ModelConfig;
import seq2see.model.OutputType;
import seq2see.model.Parameters;
import seq2see.tensor.Tensor;

/** Every kind of model, with weights and sentences for it. */
final class ModelKinds {
    private static final int MAXIMUM_LENGTH = 20;

    private ModelKinds() {
    }

    /** V, V′, D and H. */
    record Sizes(int sourceVocabulary, int targetVocabulary, int embedding, int hidden) {
        /** H up to 32. */
        static Sizes drawn(SplittableRandom random) {
            return new Sizes(random.nextInt(6, 40), random.nextInt(6, 40), random.nextInt(1, 25), random.nextInt(2, 33));
        }
    }

    /**
     * Every cell, one layer and two, one direction and two, every attention, additive with and without bias, every context
     * where there is no attention, and both outputs.
     */
    static List<ModelConfig> all() {
        SplittableRandom random = new SplittableRandom(1);
        List<ModelConfig> all = new ArrayList<>();
        for (OutputType output : OutputType.values()) {
            for (ContextType context : ContextType.values()) {
                everyCell(all, random, AttentionType.NONE, context, false, output);
            }
            for (boolean bias : new boolean[] {false, true}) {
                everyCell(all, random, AttentionType.ADDITIVE, ContextType.LAST, bias, output);
            }
            everyCell(all, random, AttentionType.DOT, ContextType.LAST, false, output);
            everyCell(all, random, AttentionType.SCALED_DOT, ContextType.LAST, false, output);
        }
        everyTied(all);
        return all;
    }

    /** The output layer's weights are those of the target embedding: every cell, one layer and two, with and without attention. */
    private static void everyTied(List<ModelConfig> all) {
        for (CellType cell : CellType.values()) {
            for (int layers = 1; layers <= 2; layers++) {
                for (AttentionType attention : List.of(AttentionType.NONE, AttentionType.ADDITIVE)) {
                    all.add(new ModelConfig(cell, layers, layers == 2, ContextType.LAST, attention, false, OutputType.STATE, true, 17, 23, 12, 12,
                            MAXIMUM_LENGTH));
                }
            }
        }
    }

    private static void everyCell(List<ModelConfig> all, SplittableRandom random, AttentionType attention, ContextType context,
                                  boolean bias, OutputType output) {
        for (CellType cell : CellType.values()) {
            for (int layers = 1; layers <= 2; layers++) {
                for (boolean bidirectional : new boolean[] {false, true}) {
                    Sizes sizes = Sizes.drawn(random);
                    all.add(new ModelConfig(cell, layers, bidirectional, context, attention, bias, output, false, sizes.sourceVocabulary,
                            sizes.targetVocabulary, sizes.embedding, sizes.hidden, MAXIMUM_LENGTH));
                }
            }
        }
    }

    /** Such as {@code gru-2-bidirectional-additive-bias-full}. */
    static String name(ModelConfig config) {
        return config.cell() + "-" + config.layers() + (config.bidirectional() ? "-bidirectional" : "-forward")
                + "-" + (config.hasAttention() ? config.attention() : config.context()) + (config.attentionBias() ? "-bias" : "")
                + "-" + config.output() + (config.tiedWeights() ? "-tied" : "");
    }

    /** The same kind in other sizes. */
    static ModelConfig resized(ModelConfig config, Sizes sizes) {
        return new ModelConfig(config.cell(), config.layers(), config.bidirectional(), config.context(), config.attention(),
                config.attentionBias(), config.output(), config.tiedWeights(), sizes.sourceVocabulary, sizes.targetVocabulary, sizes.embedding,
                sizes.hidden, MAXIMUM_LENGTH);
    }

    /** Weights and biases of all sorts, rounded to thousandths: embeddings within ±1, all others within ±1.2 / √H. */
    static Parameters weights(ModelConfig config, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Parameters parameters = Parameters.zeros(config);
        parameters.tensors().forEach((name, tensor) ->
                fill(tensor, name.endsWith("embedding.weight") ? 1 : 1.2 / Math.sqrt(config.hiddenSize()), random));
        return parameters;
    }

    private static void fill(Tensor tensor, double limit, SplittableRandom random) {
        for (int i = 0; i < tensor.shape().elements(); i++) {
            tensor.values()[tensor.offset() + i] = Math.round(1000 * random.nextDouble(-limit, limit)) / 1000f;
        }
    }

    /** Pairs of random lengths, up to {@code longest} tokens and the end on each side. */
    static List<EncodedPair> pairs(ModelConfig config, int count, int longest, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, count).mapToObj(i -> new EncodedPair(
                ids(random, random.nextInt(longest + 1), config.sourceVocabulary()),
                ids(random, random.nextInt(longest + 1), config.targetVocabulary()), new SentencePair("", "", i + 1))).toList();
    }

    private static int[] ids(SplittableRandom random, int length, int vocabulary) {
        return IntStream.concat(random.ints(length, Vocabulary.UNK, vocabulary), IntStream.of(Vocabulary.EOS)).toArray();
    }
}
