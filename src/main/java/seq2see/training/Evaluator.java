package seq2see.training;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import seq2see.corpus.Batch;
import seq2see.corpus.Batches;
import seq2see.corpus.EncodedPair;
import seq2see.corpus.PairCodec;
import seq2see.corpus.SentencePair;
import seq2see.corpus.Vocabulary;
import seq2see.model.Seq2Seq;
import seq2see.search.Hypothesis;
import seq2see.search.Search;
import seq2see.search.Translator;
import seq2see.tensor.Kernels;
import seq2see.tensor.Tape;

/** Measures a model on sentence pairs. */
public final class Evaluator {
    private static final int BATCH_SIZE = 64;

    private Evaluator() {
    }

    /**
     * The translations of the distinct sources, beside what the corpus gives for each.
     *
     * @param sources      distinct, in the corpus's order
     * @param translations one a source
     * @param references   all targets of each source
     * @param right        whether each translation equals one of its source's targets as text and holds no {@code <unk>}
     */
    public record Translations(List<String> sources, List<String> translations, List<Set<String>> references, List<Boolean> right) {
        /** The share of the sources that are translated rightly; empty where there are none. */
        public OptionalDouble exactMatch() {
            return right.stream().mapToInt(one -> one ? 1 : 0).average();
        }
    }

    /** Mean masked cross-entropy in nats a target token; empty where there are no pairs. */
    public static OptionalDouble loss(Seq2Seq network, List<EncodedPair> pairs) {
        LossMeter meter = new LossMeter(network, pairs);
        while (!meter.isDone()) {
            meter.measure();
        }
        return meter.loss();
    }

    /** The same a batch at a time, for whoever has other things to do in between. */
    static final class LossMeter {
        private final Seq2Seq network;
        private final Tape tape = Tape.forwardOnly(Kernels.best());
        private final Iterator<Batch> batches;
        private double loss;
        private long tokens;

        LossMeter(Seq2Seq network, List<EncodedPair> pairs) {
            this.network = network;
            this.batches = Batches.inOrder(pairs, BATCH_SIZE).iterator();
        }

        boolean isDone() {
            return !batches.hasNext();
        }

        /** Takes the next batch. */
        void measure() {
            Batch batch = batches.next();
            tape.reset();
            loss += network.loss(tape, batch, 1);
            tokens += batch.validTargetTokens();
        }

        /** Of what was measured so far. */
        OptionalDouble loss() {
            return tokens == 0 ? OptionalDouble.empty() : OptionalDouble.of(loss / tokens);
        }
    }

    /** Translates every distinct source greedily, as long as outputs may be. */
    public static Translations translate(Seq2Seq network, PairCodec codec, List<SentencePair> pairs) {
        return translate(network, codec, pairs, Optional.empty(), network.config().maximumLength());
    }

    /**
     * Translates every distinct source.
     *
     * @param search        other than plain greedy search, which takes many sentences at a time
     * @param maximumLength of greedy outputs, in tokens
     */
    public static Translations translate(Seq2Seq network, PairCodec codec, List<SentencePair> pairs, Optional<Search> search,
                                         int maximumLength) {
        Map<String, Set<String>> references = new LinkedHashMap<>();
        for (SentencePair pair : pairs) {
            references.computeIfAbsent(pair.source(), source -> new LinkedHashSet<>()).add(pair.target());
        }
        List<String> sources = List.copyOf(references.keySet());
        Translator translator = new Translator(network, codec);
        List<Hypothesis> hypotheses = search.isEmpty() ? translator.search(sources, maximumLength)
                : sources.stream().map(source -> translator.best(source, search.get())).toList();
        List<String> translations = IntStream.range(0, sources.size()).mapToObj(i -> translator.text(sources.get(i), hypotheses.get(i))).toList();
        List<Boolean> right = IntStream.range(0, sources.size())
                .mapToObj(i -> isRight(hypotheses.get(i).tokenIds(), translations.get(i), references.get(sources.get(i)))).toList();
        return new Translations(sources, translations, sources.stream().map(references::get).toList(), right);
    }

    /** Whether a translation equals one of its source's targets as text; one with {@code <unk>} never does. */
    static boolean isRight(List<Integer> tokenIds, String text, Collection<String> targets) {
        return !tokenIds.contains(Vocabulary.UNK) && targets.contains(text);
    }
}
