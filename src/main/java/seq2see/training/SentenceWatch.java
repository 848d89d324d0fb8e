package seq2see.training;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import seq2see.corpus.EncodedPair;
import seq2see.corpus.Permutation;
import seq2see.model.CellType;
import seq2see.model.ModelConfig;
import seq2see.model.Parameters;
import seq2see.model.Seq2Seq;
import seq2see.trace.GradientNorms;
import seq2see.trace.GradientTracer;
import seq2see.trace.PaddedAttention;
import seq2see.trace.PaddingTracer;
import seq2see.trace.Trace;
import seq2see.trace.Tracer;

/** Computes what is shown of the sentence that is looked at, by the weights of the moment. */
final class SentenceWatch {
    /** A neighbour is so much longer where the corpus has one, so that padding can be seen. */
    private static final int PADDING = 3;
    /** While training, translations take one part in so many of the time at the most. */
    private static final int MOST_RARE = 30;
    private static final int NEIGHBOURS = 8;

    private final TrainingPlan plan;
    private final Tracer tracer;
    private final PaddingTracer padding;
    private final GradientTracer gradients;
    private Optional<Translation> last = Optional.empty();
    private List<Integer> lastHypothesis = List.of();
    private Set<Watched> lastWatched = Set.of();
    private long endedAt;
    private long took;
    private List<String> drawn = List.of();
    private int[] comparedSource = {};
    private int[] comparedTarget = {};
    private Map<CellType, GradientNorms> untrained = Map.of();

    SentenceWatch(Seq2Seq network, TrainingPlan plan) {
        this.plan = plan;
        this.tracer = new Tracer(network, plan.codec());
        this.padding = new PaddingTracer(network, plan.codec());
        this.gradients = new GradientTracer(network, plan.codec());
    }

    /**
     * The sentence's translation and what is watched beside it.
     *
     * @param hypothesis the token ids that the decoder is made to write; empty for its own output
     * @param mayBeOlder whether it may be some steps old where it would otherwise take more than its share of the time that trains
     */
    Translation translate(String source, List<Integer> hypothesis, Set<Watched> watched, boolean mayBeOlder) {
        boolean same = last.filter(before -> before.source().equals(source)).isPresent() && lastHypothesis.equals(hypothesis) && lastWatched.equals(watched);
        if (mayBeOlder && same && System.nanoTime() - endedAt < MOST_RARE * took) {
            return last.get();
        }
        long began = System.nanoTime();
        Translation translation = translate(source, hypothesis, watched, same ? last.get().references() : plan.targetsOf(source));
        last = Optional.of(translation);
        lastHypothesis = List.copyOf(hypothesis);
        lastWatched = Set.copyOf(watched);
        endedAt = System.nanoTime();
        took = endedAt - began;
        return translation;
    }

    private Translation translate(String source, List<Integer> hypothesis, Set<Watched> watched, List<String> references) {
        int longest = plan.config().maximumLength();
        Trace trace = trace(source, hypothesis, longest, watched.contains(Watched.WORKINGS));
        int[] ids = trace.outputIds().stream().mapToInt(Integer::intValue).toArray();
        return new Translation(source, plan.codec().towardsThatOf(source).decodeTarget(ids), trace, references,
                watched.contains(Watched.PADDING) ? inABatch(trace) : Optional.empty(),
                watched.contains(Watched.NEIGHBOURS) ? neighbours(source, longest) : List.of(),
                watched.contains(Watched.GRADIENTS) ? Optional.of(compare(source, references, ids)) : Optional.empty(), List.of());
    }

    private Trace trace(String source, List<Integer> hypothesis, int longest, boolean inDepth) {
        if (hypothesis.isEmpty()) {
            return inDepth ? tracer.greedyInDepth(source, longest) : tracer.greedy(source, longest);
        }
        return inDepth ? tracer.forcedInDepth(source, hypothesis) : tracer.forced(source, hypothesis);
    }

    /** Always the same few sentences, so that what moves is the model. */
    private List<Trace> neighbours(String source, int longest) {
        if (drawn.isEmpty()) {
            List<EncodedPair> pairs = plan.training();
            drawn = Arrays.stream(Permutation.of(pairs.size(), plan.seed(), 0)).mapToObj(number -> pairs.get(number).pair().source()).distinct()
                    .limit(NEIGHBOURS + 1).toList();
        }
        return drawn.stream().filter(other -> !other.equals(source)).limit(NEIGHBOURS).map(other -> tracer.greedy(other, longest)).toList();
    }

    /** Beside the shortest sentence of the corpus that is long enough; where none is, beside the sentence said twice. */
    private Optional<PaddedAttention> inABatch(Trace trace) {
        if (!plan.config().hasAttention()) {
            return Optional.empty();
        }
        int[] own = trace.source().ids().stream().mapToInt(Integer::intValue).toArray();
        int[] neighbour = plan.training().stream().map(pair -> pair.source()).filter(ids -> ids.length >= own.length + PADDING)
                .min(Comparator.comparingInt(ids -> ids.length)).orElseGet(() -> {
                    int[] twice = Arrays.copyOf(own, Math.max(own.length + PADDING, 2 * own.length));
                    for (int i = own.length; i < twice.length; i++) {
                        twice[i] = own[i % own.length];
                    }
                    return twice;
                });
        return padding.beside(trace, neighbour);
    }

    /** The loss asks for what the corpus has, or else for what the model itself says. */
    private GradientComparison compare(String source, List<String> references, int[] said) {
        int[] sourceIds = plan.codec().encodeSource(source);
        int[] target = references.isEmpty() ? said : plan.codec().towardsThatOf(source).encodeTarget(references.getFirst());
        if (!Arrays.equals(sourceIds, comparedSource) || !Arrays.equals(target, comparedTarget)) {
            untrained = untrained(sourceIds, target);
            comparedSource = sourceIds;
            comparedTarget = target;
        }
        return new GradientComparison(gradients.of(sourceIds, target), untrained);
    }

    private Map<CellType, GradientNorms> untrained(int[] source, int[] target) {
        Map<CellType, GradientNorms> norms = new LinkedHashMap<>();
        for (CellType cell : CellType.values()) {
            ModelConfig config = plan.config().withCell(cell);
            Seq2Seq fresh = new Seq2Seq(Parameters.initialised(config, plan.method().initialisation(), plan.seed()));
            norms.put(cell, new GradientTracer(fresh, plan.codec()).of(source, target));
        }
        return norms;
    }
}
