package seq2see.training;

import java.util.Arrays;
import seq2see.corpus.Batch;
import seq2see.model.Feeding;
import seq2see.model.LayerDropout;
import seq2see.model.Parameters;
import seq2see.model.Seq2Seq;
import seq2see.tensor.Kernels;
import seq2see.tensor.Tape;

/**
 * Computes the loss and the gradient of a part of a batch, with a tape and a gradient of its own, so that parts run on
 * different threads. Sentences do not touch each other; the parts' gradients are added in order afterwards.
 */
final class BatchPart {
    private final Seq2Seq network;
    private final Tape tape = Tape.recording(Kernels.best());

    BatchPart(Parameters parameters) {
        network = new Seq2Seq(parameters.withOwnGradient());
    }

    /** Forward, loss and backward. @return the sum of the losses */
    double run(Batch part, double denominator, Feeding feeding, LayerDropout dropout, double labelSmoothing) {
        Arrays.fill(gradient(), 0f);
        tape.reset();
        double loss = network.loss(tape, part, denominator, feeding, dropout, labelSmoothing);
        tape.backward();
        return loss;
    }

    /** The gradient of this part, end to end. */
    float[] gradient() {
        return network.parameters().gradient();
    }
}
