package seq2see.tensor;

/**
 * The elementwise part of a recurrent step, a sentence at a time; the products with the weights are taken for all
 * sentences at once, before. {@link Kernels} has one of each kind; those that compute by vectors leave the units beyond
 * the last whole vector to the scalar form that they extend.
 */
public interface Cell {
    /** Fills the gates and the new state of a row. */
    void forward(CellStep step, int row);

    /** Adds to the gradients of the row's input, recurrent product and previous state. */
    void backward(CellStep step, int row);
}
