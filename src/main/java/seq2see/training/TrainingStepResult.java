package seq2see.training;

/**
 * What a training step did.
 *
 * @param trainingStep   from 1
 * @param epoch          from 1
 * @param loss           mean masked cross-entropy of the batch, nats a target token
 * @param gradientNorm   global norm before clipping
 * @param clip           the largest norm allowed
 * @param learningRate   of this step
 * @param teacherForcing of this step: the share of decoder steps to be fed the true token
 * @param tokens         valid tokens of both sides
 */
public record TrainingStepResult(long trainingStep, int epoch, double loss, double gradientNorm, double clip,
                                 double learningRate, double teacherForcing, int tokens) {
    /** Whether the gradient was scaled down. */
    public boolean clipped() {
        return gradientNorm > clip;
    }
}
