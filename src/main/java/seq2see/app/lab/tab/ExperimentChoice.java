package seq2see.app.lab.tab;

import java.util.List;
import java.util.Optional;
import seq2see.app.view.experiment.ExperimentMeasure;
import seq2see.training.Experiment;
import seq2see.training.ExperimentResult;

/**
 * An experiment to be shown.
 *
 * @param key            what tells it from others
 * @param configurations what is trained side by side
 * @param until          the training step that each goes up to
 * @param measures       what is drawn
 * @param sentence       whose gradients are measured; empty where none are
 * @param kept           what came of it another time, to be shown instead of training; empty to train here
 */
public record ExperimentChoice(Object key, List<Experiment.Configuration> configurations, long until, List<ExperimentMeasure> measures, Optional<String> sentence,
                               Optional<ExperimentResult> kept) {
    public ExperimentChoice {
        configurations = List.copyOf(configurations);
        measures = List.copyOf(measures);
    }

    /** Whether it is the same experiment. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ExperimentChoice choice && key.equals(choice.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
