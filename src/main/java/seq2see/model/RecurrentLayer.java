package seq2see.model;

import java.util.Arrays;
import seq2see.tensor.Axis;
import seq2see.tensor.Linear;
import seq2see.tensor.Shape;
import seq2see.tensor.Tape;
import seq2see.tensor.Tensor;

/**
 * One layer of recurrent cells run through time: h_t = f(x_t, h_{t−1}). It owns the buffers of all time steps, which
 * training reads backward and the trace reads for people to look at.
 */
public final class RecurrentLayer {
    private final Tape tape;
    private final int[] validLengths;
    private final Linear inputProjection;
    private final Linear recurrentProjection;
    private final Tensor gates;
    private final Tensor states;

    /**
     * Makes room for the run; the state before the first step is zero until it is set.
     *
     * @param prefix       of the parameters' names, such as {@code encoder.rnn}
     * @param input        (T, N, in); its time steps may be filled later, before their step
     * @param timeAxis     source or target time
     * @param validLengths (N), or null where every sentence goes on to the end
     */
    RecurrentLayer(Tape tape, Parameters parameters, String prefix, Tensor input, Axis timeAxis, int[] validLengths) {
        this.tape = tape;
        this.validLengths = validLengths;
        int time = input.shape().size(0);
        int size = input.shape().size(1);
        int hidden = parameters.config().hiddenSize();
        Shape wide = Shape.of(timeAxis, time, Axis.BATCH, size, Axis.HIDDEN, parameters.config().cell().gates() * hidden);
        gates = tape.tensor(wide);
        states = tape.tensor(Shape.of(timeAxis, time + 1, Axis.BATCH, size, Axis.HIDDEN, hidden));
        Arrays.fill(states.values(), states.offset(), states.offset() + size * hidden, 0f);
        inputProjection = new Linear(tape, input, parameters.get(prefix + ".weight_ih_l0"),
                parameters.get(prefix + ".bias_ih_l0"), tape.tensor(wide));
        recurrentProjection = new Linear(tape, states.slice(0, time), parameters.get(prefix + ".weight_hh_l0"),
                parameters.get(prefix + ".bias_hh_l0"), tape.tensor(wide));
    }

    /** The whole input is there: its projections in one product, then every step. */
    void run() {
        inputProjection.forward();
        for (int timeStep = 0; timeStep < gates.shape().size(0); timeStep++) {
            recur(timeStep);
        }
    }

    /** One time step, from 0, whose input has just been filled. */
    void step(int timeStep) {
        inputProjection.step(timeStep);
        recur(timeStep);
    }

    private void recur(int timeStep) {
        recurrentProjection.step(timeStep);
        GruCell.step(tape, inputProjection.output().at(timeStep), recurrentProjection.output().at(timeStep),
                states.at(timeStep), gates.at(timeStep), states.at(timeStep + 1), timeStep, validLengths);
    }

    /** (T + 1, N, H): the state before the first step, then the one after each. */
    public Tensor states() {
        return states;
    }

    /** (T, N, H): the state after each step. */
    public Tensor outputs() {
        return states.slice(1, gates.shape().size(0));
    }

    /** (N, H): the state after the last step; each sentence's own last, since behind its end a sentence keeps its state. */
    public Tensor finalState() {
        return states.at(gates.shape().size(0));
    }

    /** (T, N, gH): the gates after their activation, in PyTorch's order: reset, update, candidate. */
    public Tensor gates() {
        return gates;
    }
}
