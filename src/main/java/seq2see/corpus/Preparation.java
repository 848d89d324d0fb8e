package seq2see.corpus;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What becomes of a corpus before a model sees it.
 *
 * @param sourceTokenizer   as it is before it has learnt
 * @param targetTokenizer   as it is before it has learnt
 * @param bothDirections    whether one model learns to translate either way, by a token that each source begins with
 * @param largestVocabulary of a side, the specials included; a rarer token becomes {@link Vocabulary#UNK}
 */
public record Preparation(Normalisation normalisation, Tokenizer sourceTokenizer, Tokenizer targetTokenizer, boolean bothDirections,
                          int largestVocabulary, SplitShares shares) {
    /** Tokens of a side, the specials included, unless a person says otherwise. */
    public static final int USUAL_LARGEST_VOCABULARY = 8_000;
    /** The least holds the specials, both directions' tokens and some others. */
    public static final Limits LARGEST_VOCABULARY = new Limits(10, 1_000_000);

    /** The usual one with these tokenizers. */
    public static Preparation by(Tokenizer source, Tokenizer target) {
        return new Preparation(Normalisation.USUAL, source, target, false, USUAL_LARGEST_VOCABULARY, SplitShares.USUAL);
    }

    static Preparation of(Normalisation normalisation, SplitShares shares) {
        Tokenizer words = Tokenizers.all().getFirst();
        return by(words, words).with(normalisation).with(shares);
    }

    public Preparation with(Normalisation other) {
        return new Preparation(other, sourceTokenizer, targetTokenizer, bothDirections, largestVocabulary, shares);
    }

    public Preparation with(SplitShares other) {
        return new Preparation(normalisation, sourceTokenizer, targetTokenizer, bothDirections, largestVocabulary, other);
    }

    public Preparation withTokenizers(Tokenizer source, Tokenizer target) {
        return new Preparation(normalisation, source, target, bothDirections, largestVocabulary, shares);
    }

    public Preparation withBothDirections(boolean both) {
        return new Preparation(normalisation, sourceTokenizer, targetTokenizer, both, largestVocabulary, shares);
    }

    public Preparation withLargestVocabulary(int size) {
        return new Preparation(normalisation, sourceTokenizer, targetTokenizer, bothDirections, size, shares);
    }

    /**
     * Parts a corpus.
     *
     * @param seed of the draw
     * @return the pairs as the model sees them: normalised, and both ways where it learns both directions
     */
    public CorpusSplit split(ParallelCorpus corpus, GivenParts given, long seed) {
        CorpusSplit split = CorpusSplit.of(corpus.pairs(), given, this, seed);
        return bothDirections ? split.bothWays() : split;
    }

    /**
     * Learns tokenizers and vocabularies from the pairs that train.
     *
     * @param training as {@link #split} gives them
     */
    public PairCodec codec(List<SentencePair> training) {
        List<SentencePair> forward = training.stream().filter(this::isForward).toList();
        Tokenizer source = sourceTokenizer.learn(forward.stream().map(pair -> sourceText(pair.source())).toList());
        Tokenizer target = targetTokenizer.learn(forward.stream().map(SentencePair::target).toList());
        List<List<String>> sources = forward.stream().map(pair -> source.tokenize(sourceText(pair.source()))).toList();
        List<List<String>> targets = forward.stream().map(pair -> target.tokenize(pair.target())).toList();
        if (!bothDirections) {
            return new PairCodec(normalisation, source, Vocabulary.of(sources, largestVocabulary), target, Vocabulary.of(targets, largestVocabulary), null);
        }
        Stream<List<String>> marks = Stream.of(Direction.values()).flatMap(direction -> sources.stream().map(_ -> List.of(direction.token())));
        Vocabulary marked = Vocabulary.of(together(sources.stream(), targets.stream(), marks), largestVocabulary);
        return new PairCodec(normalisation, source, withDirections(marked, () -> together(sources.stream(), targets.stream(), Stream.empty())),
                target, Vocabulary.of(together(targets.stream(), sources.stream(), Stream.empty()), largestVocabulary), Direction.FORWARD);
    }

    /** In a small vocabulary letters may be more frequent than sentences: the directions are known all the same. */
    private Vocabulary withDirections(Vocabulary marked, Supplier<List<List<String>>> sentences) {
        List<String> marks = Arrays.stream(Direction.values()).map(Direction::token).toList();
        if (marked.tokens().containsAll(marks)) {
            return marked;
        }
        return new Vocabulary(Stream.concat(Vocabulary.of(sentences.get(), largestVocabulary - marks.size()).tokens().stream(), marks.stream()).toList());
    }

    private static List<List<String>> together(Stream<List<String>> one, Stream<List<String>> other, Stream<List<String>> marks) {
        return Stream.of(one, other, marks).flatMap(stream -> stream).toList();
    }

    private boolean isForward(SentencePair pair) {
        return !bothDirections || pair.source().startsWith(Direction.FORWARD.token());
    }

    private String sourceText(String source) {
        return bothDirections ? Direction.unmarked(source) : source;
    }
}
