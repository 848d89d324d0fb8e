package seq2see.tensor;

/**
 * y_n = row id_n of the table, for all rows at once or a time step at a time. Its gradient adds to the rows that were
 * looked up, in the order of the rows of y.
 */
public final class Embedding {
    private final Tape tape;
    private final Tensor table;
    private final Tensor output;

    /**
     * @param table  (V, D)
     * @param output (…, D)
     */
    public Embedding(Tape tape, Tensor table, Tensor output) {
        this.tape = tape;
        this.table = table;
        this.output = output;
    }

    /** Looks up every row; {@code ids} holds one for each. */
    public Tensor forward(int[] ids) {
        lookUp(ids, 0, output);
        return output;
    }

    /** Looks up the rows at an index of the first axis, with the ids from {@code offset} on. */
    public Tensor step(int timeStep, int[] ids, int offset) {
        Tensor y = output.at(timeStep);
        lookUp(ids, offset, y);
        return y;
    }

    private void lookUp(int[] ids, int idOffset, Tensor y) {
        int width = table.width();
        tape.run(() -> {
            for (int row = 0; row < y.rows(); row++) {
                System.arraycopy(table.values(), table.offset() + ids[idOffset + row] * width,
                        y.values(), y.offset() + row * width, width);
            }
        }, () -> {
            for (int row = 0; row < y.rows(); row++) {
                tape.kernels().addScaled(1f, y.gradient(), y.offset() + row * width,
                        table.gradient(), table.offset() + ids[idOffset + row] * width, width);
            }
        });
    }
}
