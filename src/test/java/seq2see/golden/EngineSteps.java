package seq2see.golden;

import java.util.Arrays;
import seq2see.corpus.Batch;
import seq2see.model.Parameters;
import seq2see.model.Seq2Seq;
import seq2see.tensor.Kernels;
import seq2see.tensor.Tape;
import seq2see.training.Optimizer;

/** Training steps at their plainest: the whole batch at once, on one thread, at a rate that is given. */
final class EngineSteps {
    private final Parameters parameters;
    private final Optimizer optimizer;
    private final double labelSmoothing;
    private int trainingStep;

    /** Changes the parameters as it goes. */
    EngineSteps(Parameters parameters, GoldenMethod method) {
        this.parameters = parameters;
        this.optimizer = Optimizer.of(method.optimizer(), parameters.values().length);
        this.labelSmoothing = method.labelSmoothing();
    }

    /** Forward, loss and backward. @return the mean loss */
    double lossAndGradient(Batch batch) {
        Arrays.fill(parameters.gradient(), 0f);
        Tape tape = Tape.recording(Kernels.best());
        double loss = Seq2Seq.loss(tape, new Seq2Seq(parameters).logits(tape, batch), batch, batch.validTargetTokens(), labelSmoothing);
        tape.backward();
        return loss / batch.validTargetTokens();
    }

    /** Clip and update. */
    void update(double clip, double learningRate) {
        double scale = Math.min(1, clip / Deviation.norm(parameters.gradient()));
        trainingStep++;
        optimizer.update(parameters.values(), parameters.gradient(), (float) scale, learningRate, trainingStep);
        parameters.changed();
    }
}
