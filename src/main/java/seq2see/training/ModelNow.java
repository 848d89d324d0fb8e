package seq2see.training;

import seq2see.model.Parameters;
import seq2see.model.Seq2Seq;
import seq2see.search.NextTokenModel;
import seq2see.search.Translator;

/**
 * The model as it was at one moment of its training.
 *
 * @param plan         what is being trained, on what
 * @param trainingStep how many steps it had learnt
 * @param parameters   a copy, which no longer follows the training
 */
public record ModelNow(TrainingPlan plan, long trainingStep, Parameters parameters) {
    /** What these weights say of the words that follow, once they have read a sentence. */
    public NextTokenModel reading(String source) {
        return new Translator(new Seq2Seq(parameters), plan.codec()).model(source);
    }
}
