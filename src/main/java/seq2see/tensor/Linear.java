package seq2see.tensor;

/**
 * y = x Wᵀ + b, for all rows at once or a time step at a time; or, with some columns of W only, the share of those
 * columns in [W₁, W₂] [x₁ ; x₂] = W₁ x₁ + W₂ x₂, set down first or added on top.
 *
 * <p>dx = dy W, taken back with each step; dW = dyᵀ x and db = Σ dy, taken once over all rows. W is (out, in) as PyTorch
 * stores it.
 */
public final class Linear implements Operation {
    private final Tape tape;
    private final Tensor input;
    private final Packing packing;
    private final Matrix weight;
    private final Matrix weightGradient;
    private final Tensor bias;
    private final Tensor output;
    private final boolean onTop;

    /**
     * The whole of W.
     *
     * @param input  (…, in); its rows may be filled later, before their step
     * @param weight (out, in)
     * @param bias   (out), or null
     * @param output (…, out) with as many rows as the input
     */
    public Linear(Tape tape, Tensor input, Tensor weight, Tensor bias, Tensor output) {
        this(tape, input, weight, 0, bias, output, false);
    }

    /**
     * As many columns of W as the input is wide.
     *
     * @param input       (…, in)
     * @param weight      (out, at least firstColumn + in)
     * @param firstColumn of W
     * @param bias        (out), or null
     * @param output      (…, out) with as many rows as the input
     * @param onTop       whether the output already holds something that this is added to
     */
    public Linear(Tape tape, Tensor input, Tensor weight, int firstColumn, Tensor bias, Tensor output, boolean onTop) {
        this.tape = tape;
        this.input = input;
        this.packing = weight.packing();
        this.weight = weight.matrix().columns(firstColumn, input.width());
        this.weightGradient = tape.isRecording() ? weight.gradientMatrix().columns(firstColumn, input.width()) : null;
        this.bias = bias;
        this.output = output;
        this.onTop = onTop;
        tape.record(this);
    }

    public Tensor output() {
        return output;
    }

    /** Every row at once. */
    public Tensor forward() {
        forward(input, output);
        return output;
    }

    /** The rows at an index of the first axis. */
    public Tensor step(int timeStep) {
        Tensor y = output.at(timeStep);
        forward(input.at(timeStep), y);
        return y;
    }

    private void forward(Tensor x, Tensor y) {
        tape.kernels().multiply(x.matrix(), packing.transposed(tape.kernels(), weight), y.matrix(), onTop);
        if (bias != null) {
            for (int row = 0; row < y.rows(); row++) {
                tape.kernels().addScaled(1f, bias.values(), bias.offset(), y.values(), y.offset() + row * y.width(), y.width());
            }
        }
        tape.record(() -> backwardInput(x, y));
    }

    private void backwardInput(Tensor x, Tensor y) {
        tape.kernels().multiply(y.gradientMatrix(), packing.straight(tape.kernels(), weight), x.gradientMatrix(), true);
    }

    /** The gradients of the weights, over all rows. */
    @Override
    public void backward() {
        tape.kernels().multiply(output.gradientMatrix().transposed(), input.matrix(), weightGradient, true);
        if (bias != null) {
            for (int row = 0; row < output.rows(); row++) {
                tape.kernels().addScaled(1f, output.gradient(), output.offset() + row * output.width(),
                        bias.gradient(), bias.offset(), output.width());
            }
        }
    }
}
