package seq2see.model;

import java.util.function.Supplier;
import seq2see.corpus.Batch;
import seq2see.tensor.Argmax;
import seq2see.tensor.MaskedCrossEntropy;
import seq2see.tensor.Tape;
import seq2see.tensor.Tensor;

/**
 * The whole model, an encoder–decoder (Cho et al., 2014; Sutskever et al., 2014): encoder, decoder and the loss between them.
 * It has no state of its own but its parameters.
 */
public final class Seq2Seq {
    private final Parameters parameters;

    /** @param parameters read whenever it computes, so that it follows their training */
    public Seq2Seq(Parameters parameters) {
        this.parameters = parameters;
    }

    public ModelConfig config() {
        return parameters.config();
    }

    public Parameters parameters() {
        return parameters;
    }

    /**
     * Encodes N padded sources.
     *
     * @param ids          (T, N) token ids, time first
     * @param validLengths (N), each from 1 to T
     */
    public EncoderRun encode(Tape tape, int[] ids, int[] validLengths) {
        return Encoder.run(tape, parameters, ids, validLengths, LayerDropout.NONE);
    }

    /** A decoder with room for {@code steps} steps; take them with {@link #decode}. */
    public DecoderRun begin(Tape tape, EncoderRun encoded, int steps) {
        return DecoderRun.after(tape, parameters, encoded, steps, LayerDropout.NONE);
    }

    /**
     * One decoder step and its logits (N, V′).
     *
     * @param decoderStep from 0
     * @param ids         N token ids, what the decoder is fed
     */
    public Tensor decode(DecoderRun run, int decoderStep, int[] ids) {
        run.step(decoderStep, ids, 0);
        return run.logits(decoderStep);
    }

    /**
     * The masked cross-entropy of a batch, summed over its valid target tokens, in nats, fed the true tokens.
     *
     * @param denominator the valid target tokens of the whole batch that this one is part of: what the gradient is divided by
     */
    public double loss(Tape tape, Batch batch, double denominator) {
        return loss(tape, logits(tape, batch), batch, denominator, 0);
    }

    /**
     * The logits (T′, N, V′) of a batch, as in training.
     *
     * @param feeding what the decoder is fed. It is asked for whenever the tape computes this; once laid out for true tokens
     *                alone, or for others, it serves feedings of the same kind
     * @param dropout between layers
     */
    public Tensor forward(Tape tape, Batch batch, Supplier<Feeding> feeding, LayerDropout dropout) {
        EncoderRun encoded = Encoder.run(tape, parameters, batch.sourceIds(), batch.sourceLengths(), dropout);
        DecoderRun run = DecoderRun.after(tape, parameters, encoded, batch.targetTime(), dropout);
        return feeding.get().isAllTrue() ? forced(run, batch) : partlyForced(tape, run, batch, feeding);
    }

    /**
     * The masked cross-entropy of logits, summed over the valid target tokens, in nats.
     *
     * @param logits         (T′, N, V′)
     * @param denominator    the valid target tokens of the whole batch that this one is part of: what the gradient is divided by
     * @param labelSmoothing the share of the target probability that is spread over the whole vocabulary
     */
    public static double loss(Tape tape, Tensor logits, Batch batch, double denominator, double labelSmoothing) {
        return MaskedCrossEntropy.forward(tape, logits, batch.targetLabel(), batch.targetLengths(), denominator, labelSmoothing);
    }

    /** The logits (T′, N, V′) of a batch, fed the true tokens. */
    public Tensor logits(Tape tape, Batch batch) {
        return forward(tape, batch, () -> Feeding.TRUE_TOKENS, LayerDropout.NONE);
    }

    private static Tensor forced(DecoderRun run, Batch batch) {
        run.run(batch.targetInput());
        return run.allLogits();
    }

    private static Tensor partlyForced(Tape tape, DecoderRun run, Batch batch, Supplier<Feeding> feeding) {
        int size = batch.size();
        int[] fed = new int[batch.targetInput().length];
        for (int step = 0; step < batch.targetTime(); step++) {
            int decoderStep = step;
            tape.run(() -> choose(decoderStep, feeding.get(), batch.targetInput(), run.logits(), fed, size), () -> { });
            run.step(step, fed, step * size);
            run.logits(step);
        }
        return run.logits();
    }

    /** Puts in place what a step is fed: the true tokens, or those that the step before finds most probable. */
    private static void choose(int decoderStep, Feeding feeding, int[] trueTokens, Tensor logits, int[] fed, int size) {
        int first = decoderStep * size;
        if (feeding.isTrue(decoderStep)) {
            System.arraycopy(trueTokens, first, fed, first, size);
            return;
        }
        for (int row = first; row < first + size; row++) {
            fed[row] = Argmax.of(logits.values(), logits.offset() + (row - size) * logits.width(), logits.width());
        }
    }
}
