package seq2see.training;

import java.util.List;

/**
 * What a model made of one sentence that it does not learn from, while it learnt.
 *
 * @param source    the sentence
 * @param reference what the corpus has for it
 * @param stages    in step order; one that says the same as the one before is left out
 */
public record EvolvingTranslation(String source, String reference, List<Stage> stages) {
    public EvolvingTranslation {
        stages = List.copyOf(stages);
    }

    /** @param trainingStep after which the model first said so */
    public record Stage(long trainingStep, String text) {
    }
}
