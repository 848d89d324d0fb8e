package seq2see.model;

import seq2see.tensor.Tape;

/**
 * The elementwise part of a recurrent step, a sentence at a time; the products with the weights are taken by
 * {@link RecurrentLayer} for all sentences at once.
 */
interface Cell {
    static Cell of(CellType type) {
        return switch (type) {
            case RNN -> new RnnCell();
            case GRU -> new GruCell();
            case LSTM -> new LstmCell();
        };
    }

    /** Fills the gates and the new state of a row. */
    void forward(Tape tape, CellStep step, int row);

    /** Adds to the gradients of the row's input, recurrent product and previous state. */
    void backward(CellStep step, int row);
}
