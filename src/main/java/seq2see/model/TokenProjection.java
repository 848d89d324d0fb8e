package seq2see.model;

import seq2see.tensor.Axis;
import seq2see.tensor.Embedding;
import seq2see.tensor.Linear;
import seq2see.tensor.Shape;
import seq2see.tensor.Tape;
import seq2see.tensor.Tensor;

/**
 * W x + b of embedded tokens x: what a lowest layer makes of what it reads. Where there are fewer tokens in the vocabulary
 * than rows to compute, the product is taken on the whole vocabulary, and each row looks its token's up: the same numbers for
 * less work, since a token then counts once however often it comes. Where nothing is taken back, a small vocabulary's is kept
 * from one computation to the next ({@link TokenTable}).
 */
final class TokenProjection {
    /** (V, D) to (V, gH), and from there to (…, gH); null where tokens are projected one by one. */
    private final Embedding lookUp;
    /** (…, D) to (…, gH), or null. */
    private final Linear linear;

    /**
     * @param role      {@code encoder} or {@code decoder}
     * @param suffix    of the lowest layer's weights
     * @param embedded  (…, D) the tokens' rows of the embedding, filled before they are projected
     * @param projected (…, gH) receives W x + b
     */
    TokenProjection(Tape tape, Parameters parameters, String role, String suffix, Tensor embedded, Tensor projected) {
        Tensor embedding = parameters.get(role + ".embedding.weight");
        Tensor weight = parameters.get(role + ".rnn.weight_ih" + suffix);
        Tensor bias = parameters.get(role + ".rnn.bias_ih" + suffix);
        TokenTable kept = parameters.tokenTable(role, suffix);
        if (!tape.isRecording() && kept.isSmall()) {
            tape.run(() -> kept.refresh(tape.kernels()), () -> { });
            lookUp = new Embedding(tape, kept.projected(), projected);
            linear = null;
        } else if (embedding.rows() < embedded.rows()) {
            Tensor all = tape.tensor(Shape.of(Axis.UNIT, embedding.rows(), Axis.HIDDEN, projected.width()));
            new Linear(tape, embedding, weight, 0, bias, all, false).forward();
            lookUp = new Embedding(tape, all, projected);
            linear = null;
        } else {
            lookUp = null;
            linear = new Linear(tape, embedded, weight, 0, bias, projected, false);
        }
    }

    /** Every row; {@code ids} holds a token for each. */
    void forward(int[] ids) {
        if (lookUp != null) {
            lookUp.forward(ids);
        } else {
            linear.forward();
        }
    }

    /** The rows of one time step, whose tokens stand from {@code offset} on. */
    void step(int timeStep, int[] ids, int offset) {
        if (lookUp != null) {
            lookUp.step(timeStep, ids, offset);
        } else {
            linear.step(timeStep);
        }
    }
}
