package seq2see.training;

import java.util.ArrayList;
import java.util.List;
import seq2see.training.EvolvingTranslation.Stage;

/** What a model made of one sentence while it learnt: each output with the training step after which it was first seen. */
final class OutputHistory {
    /** More than anybody reads; where there are more, every other one is forgotten. */
    private static final int MOST = 64;

    private final List<Stage> stages = new ArrayList<>();

    /** Keeps what is new; what the model says already is kept once. */
    void add(long trainingStep, String text) {
        if (!stages.isEmpty() && stages.getLast().text().equals(text)) {
            return;
        }
        stages.add(new Stage(trainingStep, text));
        if (stages.size() > MOST) {
            // The first and the newest are what is compared.
            for (int i = stages.size() - 2; i > 0; i -= 2) {
                stages.remove(i);
            }
        }
    }

    void clear() {
        stages.clear();
    }

    List<Stage> stages() {
        return List.copyOf(stages);
    }
}
