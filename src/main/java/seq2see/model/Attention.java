package seq2see.model;

import java.util.Optional;
import seq2see.tensor.Axis;
import seq2see.tensor.Linear;
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
    private final SourceRows source;
    private final Tensor scores;
    private final Tensor weights;

    Attention(Tape tape, SourceRows source, int steps) {
        this.tape = tape;
        this.source = source;
        int time = source.outputs().shape().size(0);
        Shape shape = Shape.of(Axis.TARGET_TIME, steps, Axis.BATCH, source.size(), Axis.SOURCE_TIME, time);
        scores = tape.tensor(shape);
        weights = tape.tensor(shape);
    }

    /** @param queries (T′, N, H); each time step is filled before its step */
    static Attention of(Tape tape, Parameters parameters, SourceRows source, Tensor queries) {
        return switch (parameters.config().attention()) {
            case ADDITIVE -> new AdditiveAttention(tape, parameters, source, queries);
            case DOT, SCALED_DOT -> new DotAttention(tape, parameters, source, queries);
            case NONE -> throw new IllegalArgumentException("a model without attention");
        };
    }

    /**
     * What the query is compared with: the encoder's outputs, or W_k k where they are projected to its width.
     *
     * @param outputs (T, N, C)
     * @return (T, N, A)
     */
    static Tensor keys(Tape tape, Parameters parameters, Tensor outputs) {
        ModelConfig config = parameters.config();
        return config.projectsKeys() ? new Linear(tape, outputs, parameters.get("attention.W_k.weight"), null,
                tape.tensor(Shape.of(Axis.SOURCE_TIME, outputs.shape().size(0), Axis.BATCH, outputs.shape().size(1),
                        Axis.ATTENTION, config.attentionSize()))).forward() : outputs;
    }

    /** Fills the scores (N, T) of a decoder step, from 0, at the valid positions. */
    abstract void score(int decoderStep, Tensor scores);

    /** Looks back from one decoder step, from 0, and fills the context (N, C). */
    void step(int decoderStep, Tensor context) {
        score(decoderStep, scores.at(decoderStep));
        MaskedSoftmax.forward(tape, scores.at(decoderStep), source.validLengths(), weights.at(decoderStep));
        WeightedSum.forward(tape, weights.at(decoderStep), source.outputs(), source.sentences(), source.validLengths(), context);
    }

    Tape tape() {
        return tape;
    }

    SourceRows source() {
        return source;
    }

    /** (T′, N, A) W_q q and the bias where there is one; with dot attention the query itself. */
    public abstract Tensor queryTerms();

    /** (T, S, A) W_k k of each source, or k itself where no weight brings it to the query's width. */
    public Tensor keyTerms() {
        return source.keys();
    }

    /** (1, A) w_v, where the score is a weighted sum of features. */
    public abstract Optional<Tensor> scoreWeight();

    /** What the sum over the units is multiplied by: 1/√H where attention is scaled, else 1. */
    public abstract float factor();

    /** (T′, N, T) scores; behind a sentence's end they are not set. */
    public Tensor scores() {
        return scores;
    }

    /** (T′, N, T) weights; each row sums to 1, and is exactly 0 behind a sentence's end. */
    public Tensor weights() {
        return weights;
    }
}
