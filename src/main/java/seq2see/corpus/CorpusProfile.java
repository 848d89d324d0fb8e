package seq2see.corpus;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a corpus is like as it would be trained on, forward.
 *
 * @param training      how many pairs train, each counted once also where both directions are learnt
 * @param validation    how many validate
 * @param test          how many are kept for a test
 * @param shared        how many are in no part, since a file for another part holds their source
 * @param distinct      how many different pairs there are when all are normalised
 * @param lookedAt      how many pairs the rest is of: all, or that many from all over the corpus
 * @param normalised    pairs that normalisation changes, among those looked at
 * @param sharedSources pairs whose source stands in another pair too, among those looked at
 * @param codec         tokenizers and vocabularies as they are learnt
 * @param source        the sources that train
 * @param target        the targets that train
 * @param unknownSource the share of the validation sources' tokens that the vocabulary does not know, 0 to 1
 * @param unknownTarget the same of the targets
 */
public record CorpusProfile(long training, long validation, long test, long shared, long distinct, int lookedAt, int normalised, int sharedSources, PairCodec codec,
                            SideStatistics source, SideStatistics target, double unknownSource, double unknownTarget) {
    private static final int MOST_LOOKED_AT = 50_000;

    /**
     * Looks at a corpus; at a part of it where it is large, and the counts of the parts are then in proportion.
     *
     * @param seed of the draw
     */
    public static CorpusProfile of(ParallelCorpus corpus, GivenParts given, Preparation preparation, long seed) {
        int size = corpus.pairs().size();
        int lookedAt = Math.min(size, MOST_LOOKED_AT);
        List<SentencePair> pairs = IntStream.range(0, lookedAt).mapToObj(i -> corpus.pairs().get((int) ((long) i * size / lookedAt))).toList();
        CorpusSplit split = CorpusSplit.of(pairs, given, preparation, seed);
        PairCodec codec = preparation.codec(preparation.bothDirections() ? split.bothWays().training() : split.training());
        ToLongFunction<List<SentencePair>> whole = part -> lookedAt == 0 ? 0 : (long) part.size() * size / lookedAt;
        long validation = given.validation().isPresent() ? split.validation().size() : whole.applyAsLong(split.validation());
        long test = given.test().isPresent() ? split.test().size() : whole.applyAsLong(split.test());
        long shared = lookedAt == 0 ? 0 : (long) split.shared() * size / lookedAt;
        long training = size - shared - (given.validation().isPresent() ? 0 : validation) - (given.test().isPresent() ? 0 : test);
        return new CorpusProfile(training, validation, test, shared, distinct(corpus.pairs(), preparation.normalisation()), lookedAt,
                (int) pairs.stream().filter(pair -> !preparation.normalisation().of(pair).equals(pair)).count(), sharedSources(pairs, preparation.normalisation()), codec,
                SideStatistics.of(split.training().stream().map(SentencePair::source), codec.sourceTokenizer()),
                SideStatistics.of(split.training().stream().map(SentencePair::target), codec.targetTokenizer()),
                unknown(split.validation(), pair -> codec.encodeSource(pair.source())), unknown(split.validation(), pair -> codec.encodeTarget(pair.target())));
    }

    /** By the hashes of both sides, so that a large corpus is not held. */
    private static long distinct(List<SentencePair> pairs, Normalisation normalisation) {
        long[] hashes = pairs.stream().map(normalisation::of).mapToLong(pair -> (long) pair.source().hashCode() << 32 | pair.target().hashCode() & 0xFFFFFFFFL)
                .sorted().toArray();
        return IntStream.range(0, hashes.length).filter(i -> i == 0 || hashes[i] != hashes[i - 1]).count();
    }

    private static int sharedSources(List<SentencePair> pairs, Normalisation normalisation) {
        return pairs.stream().map(pair -> normalisation.of(pair.source())).collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .values().stream().filter(count -> count > 1).mapToInt(Long::intValue).sum();
    }

    private static double unknown(List<SentencePair> pairs, Function<SentencePair, int[]> encode) {
        int[] ids = pairs.stream().flatMapToInt(pair -> Arrays.stream(encode.apply(pair))).filter(id -> id != Vocabulary.EOS).toArray();
        return ids.length == 0 ? 0 : (double) Arrays.stream(ids).filter(id -> id == Vocabulary.UNK).count() / ids.length;
    }
}
