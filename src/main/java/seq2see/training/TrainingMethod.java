package seq2see.training;

import seq2see.corpus.InputException;
import seq2see.corpus.Limits;
import seq2see.corpus.SourceNoise;
import seq2see.model.Initialisation;

/**
 * How a model learns, whatever the corpus.
 *
 * @param initialisation how the first weights are drawn
 * @param optimizer      how weights follow their gradient
 * @param learningRate   and how it changes
 * @param clip           the largest global norm of the gradient
 * @param teacherForcing the share of decoder steps fed with the true token, and how it changes
 * @param dropout        the chance that a unit between two layers is dropped while training, 0 to below 1
 * @param labelSmoothing the share of the target probability that is spread over the whole vocabulary, 0 to below 1
 * @param noise          on the sources, drawn anew each epoch
 */
public record TrainingMethod(Initialisation initialisation, OptimizerType optimizer, LearningRate learningRate, double clip,
                             TeacherForcing teacherForcing, double dropout, double labelSmoothing, SourceNoise noise) {
    /** What the limit of the gradient's global norm may be. */
    public static final Limits CLIP = new Limits(1e-9, 1e9);
    /** What the chance of dropping a unit may be. */
    public static final Limits DROPOUT = new Limits(0, 0.99);
    /** What the share that is spread over the vocabulary may be. */
    public static final Limits LABEL_SMOOTHING = new Limits(0, 0.99);

    /** Xavier's weights, Adam with decay, and nothing that makes learning harder. */
    public static TrainingMethod usual() {
        OptimizerType adam = OptimizerType.ADAM;
        return new TrainingMethod(Initialisation.XAVIER, adam, new LearningRate(adam.usualLearningRate(), ScheduleType.DECAY), 1,
                TeacherForcing.ALWAYS, 0, 0, SourceNoise.NONE);
    }

    public TrainingMethod with(OptimizerType other, LearningRate rate) {
        return new TrainingMethod(initialisation, other, rate, clip, teacherForcing, dropout, labelSmoothing, noise);
    }

    public TrainingMethod withInitialisation(Initialisation other) {
        return new TrainingMethod(other, optimizer, learningRate, clip, teacherForcing, dropout, labelSmoothing, noise);
    }

    public TrainingMethod withLearningRate(double rate) {
        return with(optimizer, learningRate.withRate(rate));
    }

    public TrainingMethod withClip(double other) {
        return new TrainingMethod(initialisation, optimizer, learningRate, other, teacherForcing, dropout, labelSmoothing, noise);
    }

    public TrainingMethod with(TeacherForcing other) {
        return new TrainingMethod(initialisation, optimizer, learningRate, clip, other, dropout, labelSmoothing, noise);
    }

    public TrainingMethod withDropout(double other) {
        return new TrainingMethod(initialisation, optimizer, learningRate, clip, teacherForcing, other, labelSmoothing, noise);
    }

    public TrainingMethod withLabelSmoothing(double other) {
        return new TrainingMethod(initialisation, optimizer, learningRate, clip, teacherForcing, dropout, other, noise);
    }

    public TrainingMethod with(SourceNoise other) {
        return new TrainingMethod(initialisation, optimizer, learningRate, clip, teacherForcing, dropout, labelSmoothing, other);
    }

    /** Refuses numbers that no training can have, naming the field. */
    TrainingMethod checked() throws InputException {
        learningRate.checked();
        CLIP.check("clip", clip);
        teacherForcing.checked();
        DROPOUT.check("dropout", dropout);
        LABEL_SMOOTHING.check("labelSmoothing", labelSmoothing);
        noise.checked("noise");
        return this;
    }
}
