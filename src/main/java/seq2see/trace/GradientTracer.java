package seq2see.trace;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import seq2see.corpus.PairCodec;
import seq2see.corpus.Vocabulary;
import seq2see.model.DecoderRun;
import seq2see.model.EncoderRun;
import seq2see.model.RecurrentLayer;
import seq2see.model.Seq2Seq;
import seq2see.tensor.Axis;
import seq2see.tensor.Grid;
import seq2see.tensor.Kernels;
import seq2see.tensor.MaskedCrossEntropy;
import seq2see.tensor.Tape;
import seq2see.tensor.Tensor;

/**
 * Takes the loss of one sentence back through the unrolled network, and reads at every state how much of it arrives. It has
 * a gradient of its own: the one that trains is not touched.
 */
public final class GradientTracer {
    private final Seq2Seq network;
    private final PairCodec codec;
    private final Tape tape = Tape.recording(Kernels.best());

    /** @param network whose weights it shares, as they are whenever it traces */
    public GradientTracer(Seq2Seq network, PairCodec codec) {
        this.network = new Seq2Seq(network.parameters().withOwnGradient());
        this.codec = codec;
    }

    /**
     * The norms for a source and what it should become, the decoder fed the true tokens.
     *
     * @param source ids, {@code <eos>} included
     * @param target ids, {@code <eos>} included where the sentence ends
     */
    public GradientNorms of(int[] source, int[] target) {
        tape.reset();
        EncoderRun encoded = network.encode(tape, source, new int[] {source.length});
        DecoderRun run = network.begin(tape, encoded, target.length);
        for (int step = 0; step < target.length; step++) {
            network.decode(run, step, new int[] {step == 0 ? Vocabulary.BOS : target[step - 1]});
        }
        double loss = MaskedCrossEntropy.forward(tape, run.logits(), target, new int[] {target.length}, target.length, 0);
        tape.backward();
        List<String> tokens = IntStream.of(target).mapToObj(codec.targetVocabulary()::token).toList();
        boolean memory = network.config().cell().hasMemoryCell();
        return new GradientNorms(loss / target.length, tokens, states(Axis.SOURCE_TIME, encoded.forward(), source.length),
                encoded.backward().isEmpty() ? Optional.empty() : Optional.of(states(Axis.SOURCE_TIME, encoded.backward(), source.length)),
                states(Axis.TARGET_TIME, run.layers(), target.length),
                memory ? Optional.of(memories(Axis.SOURCE_TIME, encoded.forward(), source.length)) : Optional.empty(),
                memory ? Optional.of(memories(Axis.TARGET_TIME, run.layers(), target.length)) : Optional.empty());
    }

    private static Grid states(Axis axis, List<RecurrentLayer> layers, int time) {
        return norms(axis, layers, time, layer -> layer.outputs()::at);
    }

    private static Grid memories(Axis axis, List<RecurrentLayer> layers, int time) {
        return norms(axis, layers, time, layer -> t -> layer.memoryAfter(t).orElseThrow());
    }

    private interface States {
        IntFunction<Tensor> of(RecurrentLayer layer);
    }

    private static Grid norms(Axis axis, List<RecurrentLayer> layers, int time, States states) {
        float[] norms = new float[layers.size() * time];
        for (int layer = 0; layer < layers.size(); layer++) {
            IntFunction<Tensor> at = states.of(layers.get(layer));
            for (int t = 0; t < time; t++) {
                norms[layer * time + t] = norm(at.apply(t));
            }
        }
        return Grid.copyOf(Axis.LAYER, layers.size(), axis, time, norms, 0);
    }

    private static float norm(Tensor state) {
        double squares = 0;
        for (int i = state.offset(); i < state.offset() + state.shape().elements(); i++) {
            squares += (double) state.gradient()[i] * state.gradient()[i];
        }
        return (float) Math.sqrt(squares);
    }
}
