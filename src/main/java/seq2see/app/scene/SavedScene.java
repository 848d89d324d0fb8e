package seq2see.app.scene;

import java.util.Optional;
import seq2see.app.scene.SceneState.CorpusReference;
import seq2see.corpus.GivenParts;
import seq2see.corpus.ParallelCorpus;
import seq2see.training.SavedModel;

/**
 * Everything that is on the screen.
 *
 * @param model as it was trained so far, to look at and to go on with
 * @param pairs the corpus, where it is inside
 */
public record SavedScene(SceneState state, SavedModel model, Optional<Pairs> pairs) {

    /** @param given what came beside the corpus in files of its own */
    public record Pairs(ParallelCorpus corpus, GivenParts given) {
    }

    /** Where the corpus is found. */
    public CorpusReference corpus() {
        return state.corpus();
    }
}
