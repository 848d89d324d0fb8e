package seq2see.tensor;

/**
 * y = x Wᵀ + b, for all rows at once or a time step at a time; or, with some columns of W only, the share of those
 * columns in [W₁, W₂] [x₁ ; x₂] = W₁ x₁ + W₂ x₂, set down first or added on top.
 *
 * <p>dx = dy W, taken back with each step; dW = dyᵀ x and db = Σ dy, taken once over all rows. W is (out, in) as PyTorch
 * stores it.
 */
public final class Linear {
    private final Tape tape;
    private final Tensor input;
    /** W and Wᵀ, laid out for products. */
    private final Packing.Form straight;
    private final Packing.Form transposed;
    private final Matrix weightGradient;
    private final Matrix inputMatrix;
    /** dyᵀ, or null where nothing is taken back. */
    private final Matrix outputGradient;
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
        this.straight = weight.packing().straight(weight.matrix().columns(firstColumn, input.width()));
        this.transposed = weight.packing().transposed(weight.matrix().columns(firstColumn, input.width()));
        this.weightGradient = tape.isRecording() ? weight.gradientMatrix().columns(firstColumn, input.width()) : null;
        this.inputMatrix = input.matrix();
        this.outputGradient = tape.isRecording() ? output.gradientMatrix().transposed() : null;
        this.bias = bias;
        this.output = output;
        this.onTop = onTop;
        tape.run(() -> { }, this::weightsBackward);
    }

    /** (…, out), one row for each of the input's, as far as they were computed. */
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
        Kernels kernels = tape.kernels();
        Matrix rows = x.matrix();
        Matrix products = y.matrix();
        tape.run(() -> {
            begin(y);
            kernels.multiply(rows, transposed.packed(kernels), products, onTop || bias != null);
        }, tape.isRecording() ? inputBackward(y.gradientMatrix(), x.gradientMatrix()) : null);
    }

    private Runnable inputBackward(Matrix dy, Matrix dx) {
        return () -> tape.kernels().multiply(dy, straight.packed(tape.kernels()), dx, true);
    }

    /** The products are added to b, and to what is there where this is a share only. */
    private void begin(Tensor y) {
        if (bias == null) {
            return;
        }
        for (int row = 0; row < y.rows(); row++) {
            int offset = y.offset() + row * y.width();
            if (onTop) {
                tape.kernels().addScaled(1f, bias.values(), bias.offset(), y.values(), offset, y.width());
            } else {
                System.arraycopy(bias.values(), bias.offset(), y.values(), offset, y.width());
            }
        }
    }

    /** The gradients of the weights, over all rows. */
    private void weightsBackward() {
        tape.kernels().multiply(outputGradient, inputMatrix, weightGradient, true);
        if (bias != null) {
            for (int row = 0; row < output.rows(); row++) {
                tape.kernels().addScaled(1f, output.gradient(), output.offset() + row * output.width(),
                        bias.gradient(), bias.offset(), output.width());
            }
        }
    }
}
