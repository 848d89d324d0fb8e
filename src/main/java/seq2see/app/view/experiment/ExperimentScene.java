package seq2see.app.view.experiment;

import java.util.List;
import java.util.Optional;
import seq2see.training.ExperimentResult;

/**
 * What the picture of an experiment shows.
 *
 * @param result   empty while there is none
 * @param measures what is drawn of it, a chart each
 * @param tokens   of the sentence whose gradients are measured
 */
public record ExperimentScene(Optional<ExperimentResult> result, List<ExperimentMeasure> measures, List<String> tokens) {
    public static final ExperimentScene EMPTY = new ExperimentScene(Optional.empty(), List.of(), List.of());

    public ExperimentScene {
        measures = List.copyOf(measures);
        tokens = List.copyOf(tokens);
    }
}
