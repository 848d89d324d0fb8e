package seq2see.training;

import java.util.List;
import java.util.Optional;
import seq2see.trace.PaddedAttention;
import seq2see.trace.Trace;
import seq2see.training.EvolvingTranslation.Stage;

/**
 * A sentence that is being looked at, through the model as it is now.
 *
 * @param source     the text as typed
 * @param text       the greedy translation, or what the decoder was made to write
 * @param trace      every number of it
 * @param references what the corpus gives for this source; empty where it does not hold it
 * @param padded     its attention in a batch, where that is watched
 * @param neighbours other sentences of the corpus through the same model, where they are watched
 * @param gradients  how its loss reaches back through the network, where that is watched
 * @param stages     what the model made of it since it is looked at, in step order, this translation the last; empty where
 *                   the decoder was made to write it
 */
public record Translation(String source, String text, Trace trace, List<String> references, Optional<PaddedAttention> padded, List<Trace> neighbours,
                          Optional<GradientComparison> gradients, List<Stage> stages) {
    public Translation {
        references = List.copyOf(references);
        neighbours = List.copyOf(neighbours);
        stages = List.copyOf(stages);
    }

    /** Whether it is a hypothesis of somebody's choice instead of the model's own output. */
    public boolean isForced() {
        return trace.decoder().forced().isPresent();
    }

    Translation after(List<Stage> newStages) {
        return new Translation(source, text, trace, references, padded, neighbours, gradients, newStages);
    }

    /** Whether the translation equals one of the corpus's; see {@link Evaluator#isRight}. */
    public boolean exactMatch() {
        return Evaluator.isRight(trace.outputIds(), text, references);
    }
}
