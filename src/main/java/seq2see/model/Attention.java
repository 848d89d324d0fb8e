package seq2see.model;

import seq2see.tensor.Axis;
import seq2see.tensor.MaskedSoftmax;
import seq2see.tensor.Shape;
import seq2see.tensor.Tape;
import seq2see.tensor.Tensor;
import seq2see.tensor.WeightedSum;

/**
 * Looks back at the source from each decoder step: scores of the query against every key, weights = softmax of the scores
 * over the valid positions, context c = Σ_t weight_t k_t. The query is the decoder's top hidden state before the step; the
 * keys, which are also the values, are the encoder's outputs.
 */
public abstract sealed class Attention permits AdditiveAttention, DotAttention {
    private final Tape tape;
    private final EncoderRun encoded;
    private final Tensor scores;
    private final Tensor weights;

    Attention(Tape tape, EncoderRun encoded, int steps) {
        this.tape = tape;
        this.encoded = encoded;
        int time = encoded.outputs().shape().size(0);
        Shape shape = Shape.of(Axis.TARGET_TIME, steps, Axis.BATCH, encoded.size(), Axis.SOURCE_TIME, time);
        scores = tape.tensor(shape);
        weights = tape.tensor(shape);
    }

    /** @param queries (T′, N, H); each time step is filled before its step */
    static Attention of(Tape tape, Parameters parameters, EncoderRun encoded, Tensor queries) {
        return switch (parameters.config().attention()) {
            case ADDITIVE -> new AdditiveAttention(tape, parameters, encoded, queries);
            case DOT, SCALED_DOT -> new DotAttention(tape, parameters, encoded, queries);
            case NONE -> throw new IllegalArgumentException("a model without attention");
        };
    }

    /** Fills the scores (N, T) of a decoder step, from 0, at the valid positions. */
    abstract void score(int decoderStep, Tensor scores);

    /** Looks back from one decoder step, from 0, and fills the context (N, C). */
    void step(int decoderStep, Tensor context) {
        score(decoderStep, scores.at(decoderStep));
        MaskedSoftmax.forward(tape, scores.at(decoderStep), encoded.validLengths(), weights.at(decoderStep));
        WeightedSum.forward(tape, weights.at(decoderStep), encoded.outputs(), encoded.validLengths(), context);
    }

    Tape tape() {
        return tape;
    }

    EncoderRun encoded() {
        return encoded;
    }

    /** (T′, N, T) scores; behind a sentence's end they are not set. */
    public Tensor scores() {
        return scores;
    }

    /** (T′, N, T) weights; each row sums to 1, and is exactly 0 behind a sentence's end. */
    public Tensor weights() {
        return weights;
    }
}
