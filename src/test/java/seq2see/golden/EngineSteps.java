package seq2see.golden;

import java.util.Arrays;
import seq2see.corpus.Batch;
import seq2see.model.Parameters;
import seq2see.model.Seq2Seq;
import seq2see.tensor.Kernels;
import seq2see.tensor.Tape;
import seq2see.training.Adam;

/** Training steps at their plainest: the whole batch at once, on one thread, at a rate that is given. */
final class EngineSteps {
    private final Parameters parameters;
    private final Adam adam;
    private int trainingStep;

    /** Changes the parameters as it goes. */
    EngineSteps(Parameters parameters) {
        this.parameters = parameters;
        this.adam = new Adam(parameters.values().length);
    }

    /** Forward, loss and backward. @return the mean loss */
    double lossAndGradient(Batch batch) {
        Arrays.fill(parameters.gradient(), 0f);
        Tape tape = Tape.recording(Kernels.best());
        double loss = new Seq2Seq(parameters).loss(tape, batch, batch.validTargetTokens());
        tape.backward();
        return loss / batch.validTargetTokens();
    }

    /** Clip and update. */
    void update(double clip, double learningRate) {
        double scale = Math.min(1, clip / Deviation.norm(parameters.gradient()));
        trainingStep++;
        adam.update(parameters.values(), parameters.gradient(), (float) scale, learningRate, trainingStep);
        parameters.changed();
    }
}
