package seq2see.model;

import java.util.Arrays;
import java.util.Optional;
import seq2see.tensor.Axis;
import seq2see.tensor.Cell;
import seq2see.tensor.CellStep;
import seq2see.tensor.Linear;
import seq2see.tensor.Shape;
import seq2see.tensor.Tape;
import seq2see.tensor.Tensor;

/**
 * One layer of recurrent cells run through time, in one direction: h_t = f(x_t, h_{t−1}), or h_t = f(x_t, h_{t+1}). It owns
 * the buffers of all time steps, which training reads backward and the trace reads for people to look at.
 */
public final class RecurrentLayer {
    private final Tape tape;
    private final Cell cell;
    private final int time;
    private final boolean backward;
    private final int[] validLengths;
    /** (T, N, gH) W_i x + b_i. */
    private final Tensor projectedInput;
    /** (T, N, gH) W_h h + b_h. */
    private final Linear recurrentProjection;
    /** (T, N, gH). */
    private final Tensor gates;
    /** (T + 1, N, H): in the forward direction the initial state comes first, in the backward direction last. */
    private final Tensor states;
    /** (T + 1, N, H) in the same order, or null. */
    private final Tensor memory;

    /**
     * Makes room for the run; the state that it begins with is zero until it is set.
     *
     * @param prefix       of the parameters' names, such as {@code encoder.rnn}
     * @param suffix       of the parameters' names, such as {@code _l0} or {@code _l0_reverse}
     * @param projected    (T, N, gH) W_i x + b_i; its time steps may be filled later, before their step
     * @param timeAxis     source or target time
     * @param validLengths (N), or null where every sentence goes on to the end
     * @param backward     whether it runs from the last time step to the first
     */
    RecurrentLayer(Tape tape, Parameters parameters, String prefix, String suffix, Tensor projected, Axis timeAxis,
                   int[] validLengths, boolean backward) {
        CellType type = parameters.config().cell();
        this.tape = tape;
        this.cell = switch (type) {
            case RNN -> tape.kernels().rnn();
            case GRU -> tape.kernels().gru();
            case LSTM -> tape.kernels().lstm();
        };
        this.time = projected.shape().size(0);
        this.projectedInput = projected;
        this.backward = backward;
        this.validLengths = validLengths;
        int size = projected.shape().size(1);
        int hidden = parameters.config().hiddenSize();
        Shape wide = Shape.of(timeAxis, time, Axis.BATCH, size, Axis.HIDDEN, type.gates() * hidden);
        Shape narrow = Shape.of(timeAxis, time + 1, Axis.BATCH, size, Axis.HIDDEN, hidden);
        gates = tape.values(wide);
        states = tape.tensor(narrow);
        begin(states.at(slotBefore(firstStep())));
        memory = type.hasMemoryCell() ? tape.tensor(narrow) : null;
        memoryAt(slotBefore(firstStep())).ifPresent(this::begin);
        recurrentProjection = new Linear(tape, states.slice(slotBefore(0), time), parameters.get(prefix + ".weight_hh" + suffix),
                parameters.get(prefix + ".bias_hh" + suffix), tape.tensor(wide));
    }

    /** The state that the run begins with is zero. */
    private void begin(Tensor state) {
        tape.run(() -> Arrays.fill(state.values(), state.offset(), state.offset() + state.shape().elements(), 0f), () -> { });
    }

    private int firstStep() {
        return backward ? time - 1 : 0;
    }

    /** Where the state before a time step stands among the T + 1 states. */
    private int slotBefore(int timeStep) {
        return backward ? timeStep + 1 : timeStep;
    }

    private int slotAfter(int timeStep) {
        return backward ? timeStep : timeStep + 1;
    }

    private Optional<Tensor> memoryAt(int slot) {
        return Optional.ofNullable(memory).map(cells -> cells.at(slot));
    }

    /** W_i x + b_i of an input (T, N, in), for every time step at once or one at a time. */
    static Linear projection(Tape tape, Parameters parameters, String prefix, String suffix, Tensor input, Tensor projected) {
        return new Linear(tape, input, parameters.get(prefix + ".weight_ih" + suffix), parameters.get(prefix + ".bias_ih" + suffix), projected);
    }

    /** Every step, where the whole projected input is there. */
    void run() {
        for (int i = 0; i < time; i++) {
            step(backward ? time - 1 - i : i);
        }
    }

    /** One time step, from 0, whose projected input is there. */
    void step(int timeStep) {
        recurrentProjection.step(timeStep);
        CellStep step = new CellStep(projectedInput.at(timeStep), recurrentProjection.output().at(timeStep),
                states.at(slotBefore(timeStep)), memoryAt(slotBefore(timeStep)).orElse(null), gates.at(timeStep),
                states.at(slotAfter(timeStep)), memoryAt(slotAfter(timeStep)).orElse(null));
        tape.run(() -> forward(step, timeStep), () -> backward(step, timeStep));
    }

    private void forward(CellStep step, int timeStep) {
        for (int row = 0; row < step.next().rows(); row++) {
            if (isValid(timeStep, row)) {
                cell.forward(step, row);
            } else {
                keep(step.previous(), step.next(), row);
                keep(step.previousMemory(), step.nextMemory(), row);
            }
        }
    }

    private void backward(CellStep step, int timeStep) {
        for (int row = 0; row < step.next().rows(); row++) {
            if (isValid(timeStep, row)) {
                cell.backward(step, row);
            } else {
                passGradient(step.next(), step.previous(), row);
                passGradient(step.nextMemory(), step.previousMemory(), row);
            }
        }
    }

    /** Behind its valid length a sentence keeps its state. */
    private boolean isValid(int timeStep, int row) {
        return validLengths == null || timeStep < validLengths[row];
    }

    private static void keep(Tensor previous, Tensor next, int row) {
        if (next != null) {
            int width = next.width();
            System.arraycopy(previous.values(), previous.offset() + row * width, next.values(), next.offset() + row * width, width);
        }
    }

    private void passGradient(Tensor next, Tensor previous, int row) {
        if (next != null) {
            int width = next.width();
            tape.kernels().addScaled(1f, next.gradient(), next.offset() + row * width,
                    previous.gradient(), previous.offset() + row * width, width);
        }
    }

    /** (T, N, H): the hidden state after each step. */
    public Tensor outputs() {
        return states.slice(slotAfter(0), time);
    }

    /** (T, N, H): the hidden state before each step. */
    public Tensor statesBefore() {
        return states.slice(slotBefore(0), time);
    }

    /** (N, H): the hidden state that the run begins with. */
    public Tensor initialState() {
        return states.at(slotBefore(firstStep()));
    }

    /** (N, H): the memory cell that the run begins with, where the cell has one. */
    public Optional<Tensor> initialMemory() {
        return memoryAt(slotBefore(firstStep()));
    }

    /**
     * (N, H): the hidden state at the end of the run; in the forward direction each sentence's own last, since behind its
     * end a sentence keeps its state.
     */
    public Tensor finalState() {
        return states.at(slotAfter(backward ? 0 : time - 1));
    }

    /** (N, H): the memory cell at the end of the run, where the cell has one. */
    public Optional<Tensor> finalMemory() {
        return memoryAt(slotAfter(backward ? 0 : time - 1));
    }

    /** (N, H): the memory cell after a time step, from 0, where the cell has one. */
    public Optional<Tensor> memoryAfter(int timeStep) {
        return memoryAt(slotAfter(timeStep));
    }

    /** (T, N, gH): W_i x + b_i. */
    public Tensor projectedInput() {
        return projectedInput;
    }

    /** (T, N, gH): W_h h + b_h, of the state before each step. */
    public Tensor projectedState() {
        return recurrentProjection.output();
    }

    /** (T, N, gH): the gates after their activation, in PyTorch's order; not set for a cell without gates. */
    public Tensor gates() {
        return gates;
    }
}
