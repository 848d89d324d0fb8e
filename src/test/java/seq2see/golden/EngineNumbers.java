package seq2see.golden;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import seq2see.corpus.Batch;
import seq2see.model.DecoderRun;
import seq2see.model.Parameters;
import seq2see.model.Seq2Seq;
import seq2see.tensor.Kernels;
import seq2see.tensor.Tape;
import seq2see.tensor.Tensor;

/** The numbers of this program's own engine. */
public final class EngineNumbers {
    private EngineNumbers() {
    }

    /** Leaves the parameters as they are. */
    public static ModelNumbers of(Parameters parameters, Batch batch, GoldenMethod method) {
        Parameters trained = parameters.copy();
        float[] logits = logits(new Seq2Seq(trained), batch);
        Map<String, float[]> gradients = new LinkedHashMap<>();
        double[] losses = new double[ModelNumbers.STEPS];
        EngineSteps steps = new EngineSteps(trained, method);
        for (int step = 0; step < ModelNumbers.STEPS; step++) {
            losses[step] = steps.lossAndGradient(batch);
            if (step == 0) {
                trained.tensors().forEach((name, tensor) -> gradients.put(name, slice(tensor.gradient(), tensor)));
            }
            steps.update(ModelNumbers.CLIP, method.learningRate().at(step + 1, ModelNumbers.STEPS));
        }
        return new ModelNumbers(logits, gradients, losses);
    }

    /** At the valid target positions, the decoder being fed the true tokens. */
    public static float[] logits(Seq2Seq model, Batch batch) {
        Tape tape = Tape.forwardOnly(Kernels.best());
        DecoderRun run = model.begin(tape, model.encode(tape, batch.sourceIds(), batch.sourceLengths()), batch.targetTime());
        for (int step = 0; step < batch.targetTime(); step++) {
            model.decode(run, step, Arrays.copyOfRange(batch.targetInput(), step * batch.size(), (step + 1) * batch.size()));
        }
        return ModelNumbers.valid(slice(run.logits().values(), run.logits()), batch);
    }

    private static float[] slice(float[] whole, Tensor tensor) {
        return Arrays.copyOfRange(whole, tensor.offset(), tensor.offset() + tensor.shape().elements());
    }
}
