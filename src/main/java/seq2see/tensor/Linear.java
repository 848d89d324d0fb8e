package seq2see.tensor;

/**
 * y = x Wᵀ + b, for all rows at once or a time step at a time.
 *
 * <p>dx = dy W, taken back with each step; dW = dyᵀ x and db = Σ dy, taken once over all rows. W is (out, in) as PyTorch
 * stores it.
 */
public final class Linear implements Operation {
    private final Tape tape;
    private final Tensor input;
    private final Tensor weight;
    private final Tensor bias;
    private final Tensor output;

    /**
     * @param input  (…, in); its rows may be filled later, before their step
     * @param weight (out, in)
     * @param bias   (out), or null
     * @param output (…, out) with as many rows as the input
     */
    public Linear(Tape tape, Tensor input, Tensor weight, Tensor bias, Tensor output) {
        this.tape = tape;
        this.input = input;
        this.weight = weight;
        this.bias = bias;
        this.output = output;
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
        tape.kernels().multiply(x.matrix(), weight.packing().transposed(tape.kernels(), weight.matrix()), y.matrix(), false);
        if (bias != null) {
            for (int row = 0; row < y.rows(); row++) {
                tape.kernels().addScaled(1f, bias.values(), bias.offset(), y.values(), y.offset() + row * y.width(), y.width());
            }
        }
        tape.record(() -> backwardInput(x, y));
    }

    private void backwardInput(Tensor x, Tensor y) {
        tape.kernels().multiply(y.gradientMatrix(), weight.packing().straight(tape.kernels(), weight.matrix()), x.gradientMatrix(), true);
    }

    /** The gradients of the weights, over all rows. */
    @Override
    public void backward() {
        tape.kernels().multiply(output.gradientMatrix().transposed(), input.matrix(), weight.gradientMatrix(), true);
        if (bias != null) {
            for (int row = 0; row < output.rows(); row++) {
                tape.kernels().addScaled(1f, output.gradient(), output.offset() + row * output.width(),
                        bias.gradient(), bias.offset(), output.width());
            }
        }
    }
}
