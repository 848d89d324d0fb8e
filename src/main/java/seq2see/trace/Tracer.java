package seq2see.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import seq2see.corpus.PairCodec;
import seq2see.corpus.Vocabulary;
import seq2see.model.Attention;
import seq2see.model.DecoderRun;
import seq2see.model.EncoderRun;
import seq2see.model.RecurrentLayer;
import seq2see.model.Seq2Seq;
import seq2see.tensor.Argmax;
import seq2see.tensor.Axis;
import seq2see.tensor.Grid;
import seq2see.tensor.Kernels;
import seq2see.tensor.MaskedSoftmax;
import seq2see.tensor.Tape;
import seq2see.tensor.Tensor;

/** Runs one sentence through the model and copies what the buffers hold into a {@link Trace}. */
public final class Tracer {
    private final Seq2Seq network;
    private final PairCodec codec;
    private final Tape tape = Tape.forwardOnly(Kernels.best());

    /** It traces with the weights that the network has at that moment, on one thread at a time. */
    public Tracer(Seq2Seq network, PairCodec codec) {
        this.network = network;
        this.codec = codec;
    }

    /** The model's own greedy output, at most {@code maximumLength} tokens long. */
    public Trace greedy(String source, int maximumLength) {
        return trace(source, Optional.empty(), maximumLength, Optional.empty());
    }

    /** The same with what the cells computed with. */
    public Trace greedyInDepth(String source, int maximumLength) {
        return trace(source, Optional.empty(), maximumLength, Optional.of(new WorkingsRecorder(network.parameters())));
    }

    /** The decoder fed with the tokens of a given target. */
    public Trace forced(String source, String target) {
        return forced(source, ids(codec.towardsThatOf(source).encodeTarget(target)));
    }

    /** The decoder made to write given tokens, of a hypothesis perhaps that has not ended; nothing comes behind {@code <eos>}. */
    public Trace forced(String source, List<Integer> tokenIds) {
        return trace(source, Optional.of(tokenIds), tokenIds.size(), Optional.empty());
    }

    /** The same with what the cells computed with. */
    public Trace forcedInDepth(String source, List<Integer> tokenIds) {
        return trace(source, Optional.of(tokenIds), tokenIds.size(), Optional.of(new WorkingsRecorder(network.parameters())));
    }

    private static List<Integer> ids(int[] ids) {
        return IntStream.of(ids).boxed().toList();
    }

    private Trace trace(String source, Optional<List<Integer>> target, int steps, Optional<WorkingsRecorder> recorder) {
        tape.reset();
        int[] sourceIds = codec.encodeSource(source);
        EncoderRun encoded = network.encode(tape, sourceIds, new int[] {sourceIds.length});
        DecoderRun run = network.begin(tape, encoded, 1);
        List<Trace.Layer> initial = run.layers().stream().map(Tracer::initial).toList();
        List<Trace.DecoderStep> decoderSteps = new ArrayList<>();
        AttentionRecorder attention = new AttentionRecorder();
        int fed = Vocabulary.BOS;
        for (int step = 0; step < steps; step++) {
            network.decode(run, 0, new int[] {fed});
            Trace.DecoderStep taken = decoderStep(run, fed, sourceIds.length);
            decoderSteps.add(taken);
            attention.step(run);
            recorder.ifPresent(wanted -> wanted.step(run));
            run.carryOver();
            fed = target.isPresent() ? target.get().get(step) : taken.tokenId();
            if (fed == Vocabulary.EOS) {
                break;
            }
        }
        return new Trace(network.config(), sentence(source, sourceIds), encoderTrace(encoded, sourceIds.length),
                new Trace.DecoderTrace(initial, decoderSteps, target.map(ids -> written(ids.subList(0, decoderSteps.size())))), attention.trace(run, network.config().attention(), sourceIds.length),
                recorder.map(wanted -> wanted.workings(encoded)));
    }

    /** The tokens as written, also those that the vocabulary does not know. */
    private Trace.Sentence sentence(String source, int[] ids) {
        return new Trace.Sentence(codec.sourceTokens(source), ids(ids));
    }

    private Trace.Sentence written(List<Integer> ids) {
        return new Trace.Sentence(ids.stream().map(codec.targetVocabulary()::token).toList(), ids);
    }

    private Trace.EncoderTrace encoderTrace(EncoderRun encoded, int time) {
        List<Trace.EncoderStep> steps = IntStream.range(0, time)
                .mapToObj(t -> new Trace.EncoderStep(layers(encoded.forward(), t), layers(encoded.backward(), t))).toList();
        Tensor outputs = encoded.outputs();
        return new Trace.EncoderTrace(steps,
                Grid.copyOf(Axis.SOURCE_TIME, time, Axis.CONTEXT, outputs.width(), outputs.values(), outputs.offset()));
    }

    /** What the one step that the run has room for left in its buffers. */
    private Trace.DecoderStep decoderStep(DecoderRun run, int fed, int sourceTime) {
        Tensor logits = run.logits().at(0);
        int size = logits.width();
        float[] probabilities = new float[size];
        MaskedSoftmax.softmax(tape.kernels(), logits.values(), logits.offset(), probabilities, 0, size);
        int chosen = Argmax.of(logits.values(), logits.offset(), size);
        return new Trace.DecoderStep(fed, codec.targetVocabulary().token(fed), vector(Axis.CONTEXT, run.context().at(0)),
                run.attention().map(Attention::scores).map(scores -> sourceVector(scores.at(0), sourceTime)),
                run.attention().map(Attention::weights).map(weights -> sourceVector(weights.at(0), sourceTime)),
                layers(run.layers(), 0), vector(Axis.TARGET_VOCABULARY, logits),
                Grid.vector(Axis.TARGET_VOCABULARY, probabilities, 0, size), chosen, codec.targetVocabulary().token(chosen));
    }

    private static Trace.Layer initial(RecurrentLayer layer) {
        return new Trace.Layer(vector(Axis.HIDDEN, layer.initialState()),
                layer.initialMemory().map(memory -> vector(Axis.HIDDEN, memory)), Map.of());
    }

    private List<Trace.Layer> layers(List<RecurrentLayer> layers, int timeStep) {
        return layers.stream().map(layer -> layer(layer, timeStep)).toList();
    }

    private Trace.Layer layer(RecurrentLayer layer, int timeStep) {
        Tensor state = layer.outputs().at(timeStep);
        Tensor gates = layer.gates().at(timeStep);
        int hidden = state.width();
        Map<String, Grid> named = new LinkedHashMap<>();
        for (String name : network.config().cell().gateNames()) {
            named.put(name, Grid.vector(Axis.HIDDEN, gates.values(), gates.offset() + named.size() * hidden, hidden));
        }
        return new Trace.Layer(vector(Axis.HIDDEN, state), layer.memoryAfter(timeStep).map(memory -> vector(Axis.HIDDEN, memory)),
                named);
    }

    private static Grid vector(Axis axis, Tensor tensor) {
        return Grid.vector(axis, tensor.values(), tensor.offset(), tensor.shape().elements());
    }

    private static Grid sourceVector(Tensor tensor, int sourceTime) {
        return Grid.vector(Axis.SOURCE_TIME, tensor.values(), tensor.offset(), sourceTime);
    }
}
