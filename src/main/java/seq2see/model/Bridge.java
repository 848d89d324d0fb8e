package seq2see.model;

import seq2see.tensor.Axis;
import seq2see.tensor.Concatenation;
import seq2see.tensor.Copy;
import seq2see.tensor.Linear;
import seq2see.tensor.Shape;
import seq2see.tensor.Tanh;
import seq2see.tensor.Tape;
import seq2see.tensor.Tensor;

/**
 * Joins the encoder's final state to the decoder's first: as it is with one direction, else by a learnt layer from both
 * directions' states, s₀ = tanh(W [h→ ; h←] + b), and for the memory cell the same without tanh.
 */
final class Bridge {
    private Bridge() {
    }

    /** Fills the decoder layer's initial state from the encoder's layer of the same number, from 0. */
    static void join(Tape tape, Parameters parameters, EncoderRun encoded, int layer, RecurrentLayer decoder) {
        RecurrentLayer forward = encoded.forward().get(layer);
        if (!parameters.config().bidirectional()) {
            Copy.forward(tape, forward.finalState(), decoder.initialState());
            decoder.initialMemory().ifPresent(memory -> Copy.forward(tape, forward.finalMemory().orElseThrow(), memory));
            return;
        }
        RecurrentLayer backward = encoded.backward().get(layer);
        Tensor hidden = linear(tape, parameters, "bridge.hidden." + layer, forward.finalState(), backward.finalState());
        Tanh.forward(tape, hidden, decoder.initialState());
        decoder.initialMemory().ifPresent(memory -> Copy.forward(tape, linear(tape, parameters, "bridge.memory." + layer,
                forward.finalMemory().orElseThrow(), backward.finalMemory().orElseThrow()), memory));
    }

    private static Tensor linear(Tape tape, Parameters parameters, String name, Tensor forward, Tensor backward) {
        Tensor both = tape.tensor(Shape.of(Axis.BATCH, forward.rows(), Axis.CONTEXT, forward.width() + backward.width()));
        Concatenation.forward(tape, forward, backward, both);
        return new Linear(tape, both, parameters.get(name + ".weight"), parameters.get(name + ".bias"),
                tape.tensor(Shape.of(Axis.BATCH, forward.rows(), Axis.HIDDEN, forward.width()))).forward();
    }
}
