package seq2see.training;

import java.util.Arrays;
import seq2see.corpus.Batch;
import seq2see.model.Feeding;
import seq2see.model.LayerDropout;
import seq2see.model.Parameters;
import seq2see.model.Seq2Seq;
import seq2see.tensor.Kernels;
import seq2see.tensor.Tape;
import seq2see.tensor.Tensor;

/**
 * Computes the loss and the gradient of a part of a batch, with a tape and a gradient of its own, so that parts run on
 * different threads. Sentences do not touch each other; the parts' gradients are added in order afterwards.
 */
final class BatchPart {
    private final Seq2Seq network;
    private final Tape tape = Tape.recording(Kernels.best());
    private Batch batch;
    private Feeding feeding;
    private LayerDropout dropout;
    /** (T′, N, V′). */
    private Tensor logits;
    private double loss;

    BatchPart(Parameters parameters) {
        network = new Seq2Seq(parameters.withOwnGradient());
    }

    /** Takes the sentences that come next. */
    void load(Batch part, Feeding feeding, LayerDropout dropout) {
        this.batch = part;
        this.feeding = feeding;
        this.dropout = dropout;
    }

    /** Computes the logits. */
    void forward() {
        tape.reset();
        logits = network.forward(tape, batch, feeding, dropout);
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
