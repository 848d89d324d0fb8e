package seq2see.app.lab.tab;

import java.util.Optional;
import javafx.scene.Node;
import seq2see.app.view.training.TrainingMode;
import seq2see.app.view.training.TrainingView;
import seq2see.training.TrainingSnapshot;
import seq2see.training.Watched;

/** All there is to see of the training. */
public final class TrainingTab implements LabTab {
    private final TrainingView training;
    private final Node node;
    private Optional<TrainingSnapshot> shown = Optional.empty();

    public TrainingTab(LabDesk desk) {
        training = TrainingView.large(desk.appearance());
        node = desk.card(training).node();
        desk.watch(Watched.GRADIENTS, node, training.mode().map(TrainingMode.GRADIENTS::equals));
    }

    @Override
    public String name() {
        return "training";
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public boolean aboutSentence() {
        return false;
    }

    @Override
    public void show(LabState state) {
        if (!state.snapshot().equals(shown)) {
            shown = state.snapshot();
            shown.ifPresentOrElse(training::show, training::clear);
        }
    }
}
