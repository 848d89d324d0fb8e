package seq2see.model;

import java.util.stream.IntStream;
import seq2see.tensor.Axis;
import seq2see.tensor.Shape;
import seq2see.tensor.Tape;
import seq2see.tensor.Tensor;

/**
 * What a decoder reads of its S encoded sources at every step, with a row for each of the N outputs that it writes. Rows may
 * share a source.
 *
 * @param outputs      (T, S, C) the encoder's outputs, which attention looks back at
 * @param keys         (T, S, A) what attention compares with its query, or null without attention
 * @param sentences    (N) the source that each row reads, from 0
 * @param validLengths (N)
 * @param context      (N, C) the context that stays the same, or null where the model has attention
 */
record SourceRows(Tensor outputs, Tensor keys, int[] sentences, int[] validLengths, Tensor context) {
    /** One row for each encoded sentence. */
    static SourceRows of(Tape tape, Parameters parameters, EncoderRun encoded) {
        boolean attention = parameters.config().hasAttention();
        return new SourceRows(encoded.outputs(), attention ? Attention.keys(tape, parameters, encoded.outputs()) : null,
                IntStream.range(0, encoded.size()).toArray(), encoded.validLengths(),
                attention ? null : FixedContext.of(tape, parameters.config(), encoded));
    }

    /** N. */
    int size() {
        return sentences.length;
    }

    /**
     * Other rows that read the same sources, for searches: nothing is taken back through them.
     *
     * @param rows of these rows any, in any order and as often as wanted
     */
    SourceRows choose(Tape tape, int[] rows) {
        int[] lengths = new int[rows.length];
        Tensor copies = context == null ? null : tape.tensor(Shape.of(Axis.BATCH, rows.length, Axis.CONTEXT, context.width()));
        tape.run(() -> {
            for (int i = 0; i < rows.length; i++) {
                lengths[i] = validLengths[rows[i]];
                if (context != null) {
                    int width = context.width();
                    System.arraycopy(context.values(), context.offset() + rows[i] * width, copies.values(), copies.offset() + i * width, width);
                }
            }
        }, () -> { });
        return new SourceRows(outputs, keys, IntStream.of(rows).map(row -> sentences[row]).toArray(), lengths, copies);
    }
}
