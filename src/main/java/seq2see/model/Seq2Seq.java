package seq2see.model;

import seq2see.corpus.Batch;
import seq2see.tensor.Argmax;
import seq2see.tensor.MaskedCrossEntropy;
import seq2see.tensor.Tape;
import seq2see.tensor.Tensor;

/** The whole model: encoder, decoder and the loss between them. It has no state of its own but its parameters. */
public final class Seq2Seq {
    private final Parameters parameters;

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
     * @param feeding what the decoder is fed
     * @param dropout between layers
     */
    public Tensor forward(Tape tape, Batch batch, Feeding feeding, LayerDropout dropout) {
        EncoderRun encoded = Encoder.run(tape, parameters, batch.sourceIds(), batch.sourceLengths(), dropout);
        DecoderRun run = DecoderRun.after(tape, parameters, encoded, batch.targetTime(), dropout);
        return feeding.isAllTrue() ? forced(run, batch) : partlyForced(run, batch, feeding);
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
        return forward(tape, batch, Feeding.TRUE_TOKENS, LayerDropout.NONE);
    }

    private static Tensor forced(DecoderRun run, Batch batch) {
        run.run(batch.targetInput());
        return run.allLogits();
    }

    private static Tensor partlyForced(DecoderRun run, Batch batch, Feeding feeding) {
        int size = batch.size();
        int[] fed = batch.targetInput().clone();
        for (int step = 0; step < batch.targetTime(); step++) {
            run.step(step, fed, step * size);
            Tensor logits = run.logits(step);
            if (step + 1 < batch.targetTime() && !feeding.isTrue(step + 1)) {
                for (int n = 0; n < size; n++) {
                    fed[(step + 1) * size + n] = Argmax.of(logits.values(), logits.offset() + n * logits.width(), logits.width());
                }
            }
        }
        return run.logits();
    }
}
