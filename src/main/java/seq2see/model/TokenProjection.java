package seq2see.model;

import seq2see.tensor.Axis;
import seq2see.tensor.Embedding;
import seq2see.tensor.Linear;
import seq2see.tensor.Shape;
import seq2see.tensor.Tape;
import seq2see.tensor.Tensor;

/**
 * W x + b of embedded tokens x: what a lowest layer makes of what it reads. Where there are fewer tokens in the vocabulary
 * than rows to compute, the product is taken on the whole table, and each row looks its token's up: the same numbers for
 * less work, since a token then counts once however often it comes.
 */
final class TokenProjection {
    /** (V, D) to (V, gH), and from there to (…, gH); null where tokens are projected one by one. */
    private final Embedding lookUp;
    /** (…, D) to (…, gH), or null. */
    private final Linear linear;

    /**
     * @param table     (V, D)
     * @param weight    (gH, D or more): its first D columns
     * @param bias      (gH)
     * @param embedded  (…, D) the tokens' rows of the table, filled before they are projected
     * @param projected (…, gH) receives W x + b
     */
    TokenProjection(Tape tape, Tensor table, Tensor weight, Tensor bias, Tensor embedded, Tensor projected) {
        if (table.rows() < embedded.rows()) {
            Tensor all = tape.tensor(Shape.of(Axis.UNIT, table.rows(), Axis.HIDDEN, projected.width()));
            new Linear(tape, table, weight, 0, bias, all, false).forward();
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
