package seq2see.app.corpus;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import seq2see.corpus.CorpusSplit;
import seq2see.corpus.ParallelCorpus;
import seq2see.corpus.ReadingReport.Problem;
import seq2see.corpus.ReadingReport.Reason;
import seq2see.corpus.SentencePair;
import seq2see.corpus.SideStatistics;
import seq2see.corpus.Tokenizer;

/**
 * A corpus as the rules leave it and what its tokens are like.
 *
 * @param corpus          ready to train on
 * @param training        how many pairs train
 * @param validation      how many are held out
 * @param lookedAt        how many pairs the statistics are of: all, or that many from all over the corpus
 * @param sharedSources   pairs whose source stands in another pair too, among those looked at
 * @param source          the sources that train
 * @param target          the targets that train
 * @param unknownSource   the share of the tokens held out that the vocabulary does not know, 0 to 1
 * @param unknownTarget   the same of the targets
 * @param leftOut         the lines that were left out, by reason
 * @param noted           the lines that were kept and reported, by reason
 */
record PreparedCorpus(ParallelCorpus corpus, Tokenizer sourceTokenizer, Tokenizer targetTokenizer, long training, long validation, int lookedAt,
                      int sharedSources, SideStatistics source, SideStatistics target, double unknownSource, double unknownTarget,
                      Map<Reason, Found> leftOut, Map<Reason, Found> noted) {
    /** The largest vocabulary of a training, the four specials not counted. */
    static final int LARGEST_VOCABULARY = 7_996;
    /** So many lines of a reason are listed at the most; the saved report has all. */
    private static final int MOST_LISTED = 10_000;
    private static final int MOST_LOOKED_AT = 50_000;
    private static final double VALIDATION_SHARE = 0.1;

    /** Lines of one reason: how many, and the first of them. */
    record Found(int count, List<Problem> first) {
    }

    private static Map<Reason, Found> found(List<Problem> problems) {
        Map<Reason, Integer> counts = new EnumMap<>(Reason.class);
        Map<Reason, List<Problem>> first = new EnumMap<>(Reason.class);
        for (Problem problem : problems) {
            List<Problem> listed = first.computeIfAbsent(problem.reason(), _ -> new ArrayList<>());
            if (counts.merge(problem.reason(), 1, Integer::sum) <= MOST_LISTED) {
                listed.add(problem);
            }
        }
        Map<Reason, Found> found = new EnumMap<>(Reason.class);
        counts.forEach((reason, count) -> found.put(reason, new Found(count, first.get(reason))));
        return found;
    }

    static PreparedCorpus of(ParallelCorpus corpus, Tokenizer sourceTokenizer, Tokenizer targetTokenizer) {
        int size = corpus.pairs().size();
        int lookedAt = Math.min(size, MOST_LOOKED_AT);
        List<SentencePair> pairs = IntStream.range(0, lookedAt).mapToObj(i -> corpus.pairs().get((int) ((long) i * size / lookedAt))).toList();
        CorpusSplit split = CorpusSplit.of(pairs, VALIDATION_SHARE, 1);
        SideStatistics source = SideStatistics.of(split.training().stream().map(SentencePair::source), sourceTokenizer);
        SideStatistics target = SideStatistics.of(split.training().stream().map(SentencePair::target), targetTokenizer);
        Map<String, Long> bySource = pairs.stream().collect(Collectors.groupingBy(SentencePair::source, Collectors.counting()));
        int shared = (int) pairs.stream().filter(pair -> bySource.get(pair.source()) > 1).count();
        long validation = lookedAt == 0 ? 0 : (long) split.validation().size() * size / lookedAt;
        return new PreparedCorpus(corpus, sourceTokenizer, targetTokenizer, size - validation, validation, lookedAt, shared, source, target,
                unknown(source, split.validation().stream().map(SentencePair::source).toList(), sourceTokenizer),
                unknown(target, split.validation().stream().map(SentencePair::target).toList(), targetTokenizer),
                found(corpus.report().problems()), found(corpus.report().notes()));
    }

    private static double unknown(SideStatistics known, List<String> texts, Tokenizer tokenizer) {
        Set<String> vocabulary = known.tokens().stream().limit(LARGEST_VOCABULARY).map(Map.Entry::getKey).collect(Collectors.toSet());
        List<String> tokens = texts.stream().flatMap(text -> tokenizer.tokenize(text).stream()).toList();
        return tokens.isEmpty() ? 0 : (double) tokens.stream().filter(token -> !vocabulary.contains(token)).count() / tokens.size();
    }
}
