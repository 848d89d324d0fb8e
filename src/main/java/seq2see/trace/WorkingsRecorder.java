package seq2see.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import seq2see.model.DecoderRun;
import seq2see.model.EncoderRun;
import seq2see.model.Parameters;
import seq2see.model.RecurrentLayer;
import seq2see.tensor.Axis;
import seq2see.tensor.Grid;
import seq2see.tensor.Tensor;
import seq2see.trace.Workings.CellTerms;

/** Copies {@link Workings} out of the buffers of one sentence, the decoder's step by step, since it has room for one. */
final class WorkingsRecorder {
    private final Parameters parameters;
    private final List<float[]> embedded = new ArrayList<>();
    /** By step, then layer. */
    private final List<List<float[]>> inputs = new ArrayList<>();
    private final List<List<float[]>> recurrents = new ArrayList<>();

    WorkingsRecorder(Parameters parameters) {
        this.parameters = parameters;
    }

    /** Takes what a decoder step left, from a run with room for one step. */
    void step(DecoderRun run) {
        embedded.add(copy(run.embedded()));
        inputs.add(run.layers().stream().map(layer -> copy(layer.projectedInput())).toList());
        recurrents.add(run.layers().stream().map(layer -> copy(layer.projectedState())).toList());
    }

    Workings workings(EncoderRun encoded) {
        int layers = parameters.config().layers();
        List<CellTerms> decoder = IntStream.range(0, layers).mapToObj(layer -> terms("decoder.rnn", "_l" + layer,
                stacked(inputs.stream().map(step -> step.get(layer)).toList(), Axis.HIDDEN),
                stacked(recurrents.stream().map(step -> step.get(layer)).toList(), Axis.HIDDEN))).toList();
        return new Workings(grid(encoded.embedded(), Axis.EMBEDDING), stacked(embedded, Axis.EMBEDDING), encoder(encoded.forward(), ""),
                encoder(encoded.backward(), "_reverse"), decoder);
    }

    private List<CellTerms> encoder(List<RecurrentLayer> layers, String suffix) {
        return IntStream.range(0, layers.size()).mapToObj(layer -> terms("encoder.rnn", "_l" + layer + suffix,
                grid(layers.get(layer).projectedInput(), Axis.HIDDEN), grid(layers.get(layer).projectedState(), Axis.HIDDEN))).toList();
    }

    private CellTerms terms(String prefix, String suffix, Grid input, Grid recurrent) {
        return new CellTerms(input, recurrent, bias(prefix + ".bias_ih" + suffix), bias(prefix + ".bias_hh" + suffix));
    }

    private Grid bias(String name) {
        Tensor bias = parameters.get(name);
        return Grid.vector(Axis.HIDDEN, bias.values(), bias.offset(), bias.width());
    }

    private static float[] copy(Tensor tensor) {
        float[] copy = new float[tensor.shape().elements()];
        System.arraycopy(tensor.values(), tensor.offset(), copy, 0, copy.length);
        return copy;
    }

    /** (T, width) of a tensor (T, 1, width). */
    private static Grid grid(Tensor tensor, Axis axis) {
        return Grid.copyOf(Axis.SOURCE_TIME, tensor.rows(), axis, tensor.width(), tensor.values(), tensor.offset());
    }

    private static Grid stacked(List<float[]> rows, Axis axis) {
        int width = rows.isEmpty() ? 0 : rows.getFirst().length;
        float[] all = new float[rows.size() * width];
        for (int row = 0; row < rows.size(); row++) {
            System.arraycopy(rows.get(row), 0, all, row * width, width);
        }
        return Grid.copyOf(Axis.TARGET_TIME, rows.size(), axis, width, all, 0);
    }
}
