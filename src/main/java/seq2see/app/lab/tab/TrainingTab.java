package seq2see.app.lab.tab;

import java.util.Optional;
import javafx.scene.Node;
import seq2see.app.scrubber.Timeline;
import seq2see.app.session.LabSession;
import seq2see.app.view.training.TrainingMode;
import seq2see.app.view.training.TrainingView;
import seq2see.training.TrainingSnapshot;
import seq2see.training.Watched;

/** All there is to see of the training. */
public final class TrainingTab implements LabTab {
    private final TrainingView training;
    private final Node node;
    private final LabSession session;
    private Optional<TrainingSnapshot> shown = Optional.empty();

    public TrainingTab(LabDesk desk) {
        session = desk.session();
        training = TrainingView.large(desk.appearance());
        node = desk.card(training).node();
        training.mode().subscribe(mode -> watch());
        node.sceneProperty().subscribe(scene -> watch());
    }

    /** Gradients are computed while somebody looks at them. */
    private void watch() {
        session.watch(Watched.GRADIENTS, this, node.getScene() != null && training.mode().getValue() == TrainingMode.GRADIENTS);
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
    public Timeline timeline(LabState state) {
        return state.trace().map(Timeline::of).orElse(Timeline.EMPTY);
    }

    @Override
    public void show(LabState state) {
        if (!state.snapshot().equals(shown)) {
            shown = state.snapshot();
            shown.ifPresentOrElse(training::show, training::clear);
        }
    }
}
