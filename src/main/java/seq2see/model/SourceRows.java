package seq2see.model;

import seq2see.tensor.Axis;
import seq2see.tensor.Shape;
import seq2see.tensor.Tape;
import seq2see.tensor.Tensor;

/**
 * What a decoder reads of its sources at every step, a row for each sentence that it writes.
 *
 * @param outputs      (T, N, C) the encoder's outputs, which attention looks back at
 * @param validLengths (N)
 * @param context      (N, C) the context that stays the same, or null where the model has attention
 */
record SourceRows(Tensor outputs, int[] validLengths, Tensor context) {
    /** One row for each encoded sentence. */
    static SourceRows of(Tape tape, ModelConfig config, EncoderRun encoded) {
        return new SourceRows(encoded.outputs(), encoded.validLengths(), config.hasAttention() ? null : FixedContext.of(tape, config, encoded));
    }

    /** N. */
    int size() {
        return validLengths.length;
    }

    /**
     * Copies of rows, in any order and as often as wanted, for searches: nothing is taken back through them.
     *
     * @param rows the row that each copy is taken from
     */
    SourceRows copies(Tape tape, int[] rows) {
        int[] lengths = new int[rows.length];
        int time = outputs.shape().size(0);
        Tensor copied = tape.tensor(Shape.of(Axis.SOURCE_TIME, time, Axis.BATCH, rows.length, Axis.CONTEXT, outputs.width()));
        Tensor copiedContext = context == null ? null : tape.tensor(Shape.of(Axis.BATCH, rows.length, Axis.CONTEXT, context.width()));
        tape.run(() -> {
            for (int i = 0; i < rows.length; i++) {
                lengths[i] = validLengths[rows[i]];
            }
            copyRows(outputs, time, rows, copied);
            if (context != null) {
                copyRows(context, 1, rows, copiedContext);
            }
        }, () -> { });
        return new SourceRows(copied, lengths, copiedContext);
    }

    private void copyRows(Tensor from, int times, int[] rows, Tensor to) {
        int width = from.width();
        for (int t = 0; t < times; t++) {
            for (int i = 0; i < rows.length; i++) {
                System.arraycopy(from.values(), from.offset() + (t * size() + rows[i]) * width,
                        to.values(), to.offset() + (t * rows.length + i) * width, width);
            }
        }
    }
}
