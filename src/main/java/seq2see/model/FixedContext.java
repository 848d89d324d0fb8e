package seq2see.model;

import seq2see.tensor.Axis;
import seq2see.tensor.Concatenation;
import seq2see.tensor.MaskedMax;
import seq2see.tensor.MaskedMean;
import seq2see.tensor.Shape;
import seq2see.tensor.Tape;
import seq2see.tensor.Tensor;

/** c = q(h₁ … h_T), the same at every decoder step: what a decoder without attention is told of the source. */
final class FixedContext {
    private FixedContext() {
    }

    /** @return (N, C) */
    static Tensor of(Tape tape, ModelConfig config, EncoderRun encoded) {
        if (config.context() == ContextType.LAST && !config.bidirectional()) {
            return encoded.forward().getLast().finalState();
        }
        Tensor context = tape.tensor(Shape.of(Axis.BATCH, encoded.size(), Axis.CONTEXT, config.contextSize()));
        switch (config.context()) {
            case LAST -> Concatenation.forward(tape, encoded.forward().getLast().finalState(),
                    encoded.backward().getLast().finalState(), context);
            case MEAN -> MaskedMean.forward(tape, encoded.outputs(), encoded.validLengths(), context);
            case MAX -> MaskedMax.forward(tape, encoded.outputs(), encoded.validLengths(), context);
        }
        return context;
    }
}
