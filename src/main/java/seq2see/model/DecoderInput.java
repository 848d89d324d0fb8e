package seq2see.model;

import seq2see.tensor.AddToEach;
import seq2see.tensor.Axis;
import seq2see.tensor.Copy;
import seq2see.tensor.Embedding;
import seq2see.tensor.Linear;
import seq2see.tensor.Shape;
import seq2see.tensor.Tape;
import seq2see.tensor.Tensor;

/**
 * What the decoder's lowest layer reads at each step, [embedded token ; context], times its weights. The product is taken
 * in two parts, W [x ; c] = W_x x + W_c c: a context that stays the same is projected once, and tokens that are known
 * beforehand are projected all at once.
 */
final class DecoderInput {
    private final Tape tape;
    private final Embedding embedding;
    private final Attention attention;
    /** (T′, N, D). */
    private final Tensor embedded;
    /** (T′, N, C). */
    private final Tensor context;
    /** (T′, N, gH) W_x x + b, then W_c c on top. */
    private final Tensor projected;
    private final TokenProjection tokenProjection;
    private final Linear contextProjection;
    /** (N, C) and (N, gH), or null where the model has attention. */
    private final Tensor fixedContext;
    private final Tensor projectedFixedContext;

    /**
     * @param projected (T′, N, gH) receives W [x ; c] + b
     * @param attention looks back with the decoder's top state; null where the context stays the same
     */
    DecoderInput(Tape tape, Parameters parameters, SourceRows source, Tensor projected, Attention attention) {
        ModelConfig config = parameters.config();
        this.tape = tape;
        this.attention = attention;
        this.projected = projected;
        int size = source.size();
        int steps = projected.shape().size(0);
        Tensor weight = parameters.get("decoder.rnn.weight_ih_l0");
        embedded = tape.tensor(Shape.of(Axis.TARGET_TIME, steps, Axis.BATCH, size, Axis.EMBEDDING, config.embeddingSize()));
        context = tape.tensor(Shape.of(Axis.TARGET_TIME, steps, Axis.BATCH, size, Axis.CONTEXT, config.contextSize()));
        embedding = new Embedding(tape, parameters.get("decoder.embedding.weight"), embedded);
        tokenProjection = new TokenProjection(tape, parameters, "decoder", "_l0", embedded, projected);
        if (attention == null) {
            fixedContext = source.context();
            projectedFixedContext = new Linear(tape, fixedContext, weight, config.embeddingSize(), null,
                    tape.tensor(projected.shape().inner()), false).forward();
            contextProjection = null;
            copyContext();
        } else {
            fixedContext = null;
            projectedFixedContext = null;
            contextProjection = new Linear(tape, context, weight, config.embeddingSize(), null, projected, true);
        }
    }

    /** For people and for the output layer, each step has a context of its own. */
    private void copyContext() {
        for (int step = 0; step < context.shape().size(0); step++) {
            Copy.forward(tape, fixedContext, context.at(step));
        }
    }

    /** All tokens are known: N ids for each step, time first. With attention, {@link #lookBack} follows at each step. */
    void tokens(int[] ids) {
        embedding.forward(ids);
        tokenProjection.forward(ids);
        if (attention == null) {
            AddToEach.forward(tape, projectedFixedContext, projected);
        }
    }

    /** The tokens of one step, from 0: N ids from {@code offset} on. With attention, {@link #lookBack} follows. */
    void tokens(int decoderStep, int[] ids, int offset) {
        embedding.step(decoderStep, ids, offset);
        tokenProjection.step(decoderStep, ids, offset);
        if (attention == null) {
            AddToEach.forward(tape, projectedFixedContext, projected.slice(decoderStep, 1));
        }
    }

    /** Attention fills the step's context from the state before it. */
    void lookBack(int decoderStep) {
        if (attention != null) {
            attention.step(decoderStep, context.at(decoderStep));
            contextProjection.step(decoderStep);
        }
    }

    /** (T′, N, D). */
    Tensor embedded() {
        return embedded;
    }

    /** (T′, N, C). */
    Tensor context() {
        return context;
    }
}
