package seq2see.training;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import seq2see.corpus.Batch;
import seq2see.model.Feeding;
import seq2see.model.LayerDropout;
import seq2see.model.Parameters;
import seq2see.model.Seq2Seq;
import seq2see.tensor.Kernels;
import seq2see.tensor.Tape;
import seq2see.tensor.Tensor;
import seq2see.tensor.Workspace;

/**
 * Computes the loss and the gradient of a part of a batch, with a tape and a gradient of its own, so that parts run on
 * different threads. Sentences do not touch each other; the parts' gradients are added in order afterwards.
 */
final class BatchPart {
    /** So many kinds of batches keep their layout: each takes some hundred kilobytes of small objects. */
    private static final int LAYOUTS = 64;

    /** @param trueTokens whether the decoder is fed them alone */
    private record Kind(int sentences, int sourceTime, int targetTime, boolean trueTokens) {
    }

    /**
     * The computation of batches of one kind, which is done again for each.
     *
     * @param batch  whose arrays it reads
     * @param logits what it computes
     */
    private record Layout(Tape tape, Batch batch, Tensor logits) {
    }

    private final Seq2Seq network;
    private final Workspace workspace = Workspace.withGradient();
    /** How the computation of a batch is laid out; those that were not met for longest are forgotten. */
    private final Map<Kind, Layout> layouts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Kind, Layout> eldest) {
            return size() > LAYOUTS;
        }
    };
    private Tape tape;
    private Batch batch;
    private Feeding feeding;
    private double dropout;
    private SplittableRandom chance;
    /** (T′, N, V′). */
    private Tensor logits;
    private double loss;

    BatchPart(Parameters parameters) {
        network = new Seq2Seq(parameters.withOwnGradient());
    }

    /**
     * Takes the sentences that come next.
     *
     * @param dropout the chance that a unit between two layers is dropped; always the same
     * @param chance  draws which
     */
    void load(Batch part, Feeding feeding, double dropout, SplittableRandom chance) {
        this.batch = part;
        this.feeding = feeding;
        this.dropout = dropout;
        this.chance = chance;
    }

    /** Computes the logits. */
    void forward() {
        Kind kind = new Kind(batch.size(), batch.sourceTime(), batch.targetTime(), feeding.isAllTrue());
        Layout layout = layouts.get(kind);
        if (layout == null) {
            layout = layOut();
            layouts.put(kind, layout);
        } else {
            layout.batch.refill(batch);
            layout.tape.again();
        }
        tape = layout.tape;
        batch = layout.batch;
        logits = layout.logits;
    }

    /** What is drawn anew for each step it asks for when it computes. */
    private Layout layOut() {
        Tape fresh = Tape.recording(Kernels.best(), workspace);
        return new Layout(fresh, batch, network.forward(fresh, batch, () -> feeding, new LayerDropout(dropout, () -> chance)));
    }

    /** @param denominator the valid target tokens of the whole batch: what the gradient is divided by */
    void loss(double denominator, double labelSmoothing) {
        loss = Seq2Seq.loss(tape, logits, batch, denominator, labelSmoothing);
    }

    /** Takes the loss back to the weights. */
    void backward() {
        Arrays.fill(gradient(), 0f);
        tape.backward();
    }

    Batch batch() {
        return batch;
    }

    /** (T′, N, V′): room that the next forward pass uses again. */
    Tensor logits() {
        return logits;
    }

    /** The sum of the losses, nats. */
    double loss() {
        return loss;
    }

    /** The gradient of this part, end to end. */
    float[] gradient() {
        return network.parameters().gradient();
    }
}
