package seq2see.trace;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import seq2see.tensor.Grid;

/**
 * How much the loss of one sentence depends on each state of the unrolled network: ‖∂loss/∂h_t‖, the Euclidean norm of the
 * total derivative, through everything that follows. Where it shrinks from step to step going back, the network can hardly
 * learn from what lies there (Bengio et al., 1994; Pascanu et al., 2013).
 *
 * @param loss            mean over the target tokens, nats
 * @param target          the tokens that the loss asks for, {@code <eos>} included
 * @param encoder         (L, T) hidden states of the forward direction
 * @param encoderBackward (L, T) of the backward direction, where there is one
 * @param decoder         (L, T′)
 * @param encoderMemory   (L, T) memory cells of the forward direction, where the cell has one
 * @param decoderMemory   (L, T′)
 */
public record GradientNorms(double loss, List<String> target, Grid encoder, Optional<Grid> encoderBackward, Grid decoder,
                            Optional<Grid> encoderMemory, Optional<Grid> decoderMemory) {
    public GradientNorms {
        target = List.copyOf(target);
    }

    /** The norm over all layers and directions at each source position. */
    public double[] bySourceStep() {
        return together(Stream.concat(Stream.of(encoder), encoderBackward.stream()).toList());
    }

    /** The norm over all layers at each decoder step. */
    public double[] byTargetStep() {
        return together(List.of(decoder));
    }

    /** The norm at the memory cells over all layers of the forward direction at each source position, where the cell has one. */
    public Optional<double[]> memoryBySourceStep() {
        return encoderMemory.map(grid -> together(List.of(grid)));
    }

    /** The same at each decoder step. */
    public Optional<double[]> memoryByTargetStep() {
        return decoderMemory.map(grid -> together(List.of(grid)));
    }

    private static double[] together(List<Grid> grids) {
        double[] norms = new double[grids.getFirst().columns()];
        for (int t = 0; t < norms.length; t++) {
            double squares = 0;
            for (Grid grid : grids) {
                for (int layer = 0; layer < grid.rows(); layer++) {
                    squares += (double) grid.get(layer, t) * grid.get(layer, t);
                }
            }
            norms[t] = Math.sqrt(squares);
        }
        return norms;
    }
}
