package seq2see.training;

import java.util.List;
import java.util.stream.Stream;
import seq2see.corpus.CorpusSplit;
import seq2see.corpus.EncodedPair;
import seq2see.corpus.GivenParts;
import seq2see.corpus.InputException;
import seq2see.corpus.PairCodec;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.Preparation;
import seq2see.corpus.SentencePair;
import seq2see.corpus.SplitShares;
import seq2see.corpus.Tokenizer;
import seq2see.model.ModelConfig;
import seq2see.model.Parameters;

/**
 * A training with nothing left open: the corpus split and encoded, the configuration, and every number.
 *
 * @param corpus     as it was read, with what was given beside it
 * @param training   encoded training pairs, in the corpus's order
 * @param validation encoded pairs whose sources are not in {@code training}
 * @param recipe     every number that the weights follow from
 * @param threads    how many compute; the weights do not depend on it
 */
public record TrainingPlan(ParallelCorpus corpus, PairCodec codec, ModelConfig config, List<EncodedPair> training,
                           List<EncodedPair> validation, Recipe recipe, int threads) {
    /** Splits and encodes the corpus and derives from it what the settings leave open. */
    public static TrainingPlan of(ParallelCorpus corpus, Tokenizer sourceTokenizer, Tokenizer targetTokenizer,
                                  TrainingSettings settings) throws InputException {
        return of(corpus, GivenParts.NONE, Preparation.by(sourceTokenizer, targetTokenizer), settings);
    }

    /** The same for a corpus that is prepared in another way, with what is given beside it. */
    public static TrainingPlan of(ParallelCorpus corpus, GivenParts given, Preparation preparation, TrainingSettings settings)
            throws InputException {
        CorpusSplit split = preparation.split(corpus, given, settings.seed());
        if (split.training().isEmpty()) {
            throw new InputException("training.nothingLeft", corpus.name());
        }
        return of(given.with(corpus), split, preparation.codec(split.training()), split.training().size(), settings, preparation.shares());
    }

    /**
     * The plan of a large corpus with a part in its place: sizes, configuration and training steps are those of the whole.
     *
     * @param codec learnt from the whole
     * @param pairs how many train in the whole, counted both ways where both directions are learnt
     */
    public static TrainingPlan ofPart(ParallelCorpus part, GivenParts given, Preparation preparation, PairCodec codec, long pairs,
                                      TrainingSettings settings) throws InputException {
        return of(given.with(part), preparation.split(part, given, settings.seed()), codec, pairs, settings, preparation.shares());
    }

    private static TrainingPlan of(ParallelCorpus corpus, CorpusSplit split, PairCodec codec, long pairs, TrainingSettings settings, SplitShares shares)
            throws InputException {
        List<EncodedPair> training = split.training().stream().map(codec::encode).toList();
        List<EncodedPair> validation = split.validation().stream().map(codec::encode).toList();
        Sizes sizes = Sizes.following(pairs, codec, settings.batchSize());
        int longest = training.stream().mapToInt(pair -> pair.target().length).max().orElse(1);
        ModelSettings model = settings.model();
        int hidden = chosenOr(model.hiddenSize(), model.tiedWeights() && model.embeddingSize() != null ? model.embeddingSize() : sizes.hidden);
        int embedding = chosenOr(model.embeddingSize(), model.tiedWeights() ? hidden : sizes.embedding);
        ModelConfig config = new ModelConfig(model.cell(), model.layers(), model.bidirectional(), model.context(), model.attention(),
                model.attentionBias(), model.output(), model.tiedWeights(), codec.sourceVocabulary().size(), codec.targetVocabulary().size(),
                embedding, hidden,
                (int) Math.min(2L * longest, ModelConfig.MAXIMUM_LENGTH.most())).checked();
        long steps = chosenOr(settings.trainingSteps(), sizes.steps);
        long validateEvery = settings.validateEvery() == null ? Validation.usualDistance(steps) : settings.validateEvery();
        Recipe recipe = new Recipe(sizes.batch, steps, settings.method(), new Validation(validateEvery, settings.patience(), settings.keep()), shares, settings.seed());
        return new TrainingPlan(corpus, codec, config, training, validation, recipe, settings.threads());
    }

    /**
     * The plan of a saved training, to go on with it: its configuration, vocabularies and numbers as they were.
     *
     * @param corpus the one that it was trained on, in either direction
     * @param given  what was given beside it
     * @throws InputException where the corpus is not the one that it was trained on
     */
    public static TrainingPlan continuing(SavedModel saved, ParallelCorpus corpus, GivenParts given, int threads) throws InputException {
        boolean reversed = saved.training().isReversed(corpus, given);
        ParallelCorpus own = (reversed ? given.reversed() : given).with(reversed ? corpus.reversed() : corpus);
        CorpusSplit split = saved.split(corpus, given);
        return new TrainingPlan(own, saved.codec(), saved.config(), split.training().stream().map(saved.codec()::encode).toList(),
                split.validation().stream().map(saved.codec()::encode).toList(), saved.training().recipe(), threads);
    }

    /** What a source is translated to in the pairs that train or validate. */
    List<String> targetsOf(String source) {
        String text = codec.sourceText(source);
        return Stream.concat(training.stream(), validation.stream()).map(EncodedPair::pair).filter(pair -> pair.source().equals(text))
                .map(SentencePair::target).toList();
    }

    /** The same with other numbers. */
    public TrainingPlan with(Recipe other) {
        return new TrainingPlan(corpus, codec, config, training, validation, other, threads);
    }

    /** The same computed by so many threads, which changes no weight. */
    TrainingPlan withThreads(int other) {
        return new TrainingPlan(corpus, codec, config, training, validation, recipe, other);
    }

    private static int chosenOr(Integer chosen, int following) {
        return chosen == null ? following : chosen;
    }

    /**
     * What follows from the corpus where it is not given. A few letters or digits need 64 units, words need 128; a batch
     * is small enough for several steps an epoch; twelve epochs, within limits.
     */
    private record Sizes(int embedding, int hidden, int batch, int steps) {
        private static final int FEW_TOKENS = 150;
        private static final int EPOCHS = 12;

        static Sizes following(long pairs, PairCodec codec, Integer chosenBatch) {
            boolean few = Math.max(codec.sourceVocabulary().size(), codec.targetVocabulary().size()) <= FEW_TOKENS;
            int hidden = few ? 64 : 128;
            int batch = chosenOr(chosenBatch, Math.clamp(Long.highestOneBit(Math.max(1, pairs / 40)), 8, 64));
            return new Sizes(hidden / 2, hidden, batch, Math.clamp(EPOCHS * pairs / batch, 1000, 6000));
        }
    }

    /** Trainable numbers in the model. */
    public long parameterCount() {
        return Parameters.count(config);
    }

    /** N. */
    public int batchSize() {
        return recipe.batchSize();
    }

    /** How many are planned. */
    public long trainingSteps() {
        return recipe.trainingSteps();
    }

    /** How it learns. */
    public TrainingMethod method() {
        return recipe.method();
    }

    /** Before the schedule. */
    public double learningRate() {
        return method().learningRate().rate();
    }

    /** The largest global norm of the gradient. */
    public double clip() {
        return method().clip();
    }

    /** The share of decoder steps fed with the true token at the first training step. */
    public double teacherForcing() {
        return method().teacherForcing().first();
    }

    /** The chance that a unit between two layers is dropped. */
    public double dropout() {
        return method().dropout();
    }

    /** Of the initial weights, the split and the order of the batches. */
    public long seed() {
        return recipe.seed();
    }
}
