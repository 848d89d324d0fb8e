package seq2see.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import seq2see.model.Attention;
import seq2see.model.AttentionType;
import seq2see.model.DecoderRun;
import seq2see.tensor.Axis;
import seq2see.tensor.Grid;
import seq2see.tensor.Tensor;

/** Copies, step by step, what attention scores are computed from. */
final class AttentionRecorder {
    private final List<float[]> queries = new ArrayList<>();
    private final List<float[]> queryTerms = new ArrayList<>();

    /** After a step of a run that has room for one, before it is carried over. */
    void step(DecoderRun run) {
        run.attention().ifPresent(attention -> {
            queries.add(values(run.layers().getLast().initialState()));
            queryTerms.add(values(attention.queryTerms().at(0)));
        });
    }

    Optional<AttentionTrace> trace(DecoderRun run, AttentionType type, int sourceTime) {
        return run.attention().map(attention -> trace(attention, type, sourceTime));
    }

    private AttentionTrace trace(Attention attention, AttentionType type, int sourceTime) {
        Tensor keys = attention.keyTerms();
        return new AttentionTrace(type, rows(Axis.HIDDEN, queries), rows(Axis.ATTENTION, queryTerms),
                Grid.copyOf(Axis.SOURCE_TIME, sourceTime, Axis.ATTENTION, keys.width(), keys.values(), keys.offset()),
                attention.scoreWeight().map(weight -> Grid.vector(Axis.ATTENTION, weight.values(), weight.offset(), weight.shape().elements())),
                attention.factor());
    }

    private static float[] values(Tensor tensor) {
        return Arrays.copyOfRange(tensor.values(), tensor.offset(), tensor.offset() + tensor.shape().elements());
    }

    /** A row a decoder step. */
    private static Grid rows(Axis axis, List<float[]> steps) {
        int width = steps.getFirst().length;
        float[] all = new float[steps.size() * width];
        for (int step = 0; step < steps.size(); step++) {
            System.arraycopy(steps.get(step), 0, all, step * width, width);
        }
        return Grid.copyOf(Axis.TARGET_TIME, steps.size(), axis, width, all, 0);
    }
}
