package seq2see.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import seq2see.corpus.PairCodec;
import seq2see.corpus.Vocabulary;
import seq2see.model.DecoderRun;
import seq2see.model.EncoderRun;
import seq2see.model.Seq2Seq;
import seq2see.tensor.Axis;
import seq2see.tensor.Grid;
import seq2see.tensor.Kernels;
import seq2see.tensor.Tape;
import seq2see.tensor.Tensor;

/** Runs a traced sentence once more in a batch of two, so that its padding can be looked at. */
public final class PaddingTracer {
    private final Seq2Seq network;
    private final PairCodec codec;
    private final Tape tape = Tape.forwardOnly(Kernels.best());

    /** @param network of the traces that it is given */
    public PaddingTracer(Seq2Seq network, PairCodec codec) {
        this.network = network;
        this.codec = codec;
    }

    /**
     * The sentence's attention weights beside a longer sentence, the decoder fed what it was fed in the trace.
     *
     * @param neighbour the ids of the longer source
     * @return empty where the model has no attention, or the neighbour is not longer
     */
    public Optional<PaddedAttention> beside(Trace trace, int[] neighbour) {
        int length = trace.sourceTime();
        int time = neighbour.length;
        if (!trace.config().hasAttention() || time <= length) {
            return Optional.empty();
        }
        int[] ids = new int[2 * time];
        for (int t = 0; t < time; t++) {
            ids[2 * t] = t < length ? trace.source().ids().get(t) : Vocabulary.PAD;
            ids[2 * t + 1] = neighbour[t];
        }
        tape.reset();
        EncoderRun encoded = network.encode(tape, ids, new int[] {length, time});
        DecoderRun run = network.begin(tape, encoded, trace.targetTime());
        float[] weights = new float[trace.targetTime() * time];
        for (int step = 0; step < trace.targetTime(); step++) {
            int fed = trace.decoder().steps().get(step).inputId();
            network.decode(run, step, new int[] {fed, fed});
            Tensor all = run.attention().orElseThrow().weights().at(step);
            System.arraycopy(all.values(), all.offset(), weights, step * time, time);
        }
        return Optional.of(new PaddedAttention(tokens(trace, time), length,
                Grid.copyOf(Axis.TARGET_TIME, trace.targetTime(), Axis.SOURCE_TIME, time, weights, 0)));
    }

    private List<String> tokens(Trace trace, int time) {
        String[] padding = new String[time - trace.sourceTime()];
        Arrays.fill(padding, codec.sourceVocabulary().token(Vocabulary.PAD));
        List<String> tokens = new ArrayList<>(trace.source().tokens());
        tokens.addAll(List.of(padding));
        return tokens;
    }
}
