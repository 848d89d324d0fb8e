package seq2see.app.lab.tab;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import seq2see.app.view.attention.AttentionView;
import seq2see.app.view.training.TrainingView;
import seq2see.trace.Moment;
import seq2see.trace.Moment.Phase;
import seq2see.training.TrainingSnapshot;
import seq2see.training.Watched;

/** What the output looked at, beside the course of the training. */
public final class AttentionTab implements LabTab {
    /** How much of the width the course of the training takes, where that is more than it needs. */
    private static final double TRAINING_SHARE = 0.24;

    private final AttentionView attention;
    private final TrainingView training;
    private final HBox node;
    private Optional<TrainingSnapshot> shown = Optional.empty();

    public AttentionTab(LabDesk desk) {
        attention = new AttentionView(desk.appearance(), desk.pointer());
        training = TrainingView.small(desk.appearance());
        Node attentionCard = desk.card(attention).node();
        Region trainingCard = (Region) desk.card(training).node();
        node = new HBox(attentionCard, trainingCard);
        trainingCard.prefWidthProperty().bind(node.widthProperty().multiply(TRAINING_SHARE));
        node.getStyleClass().add("cards");
        node.setMinHeight(0);
        HBox.setHgrow(attentionCard, Priority.ALWAYS);
        desk.watch(Watched.PADDING, node, attention.wantsPadding());
    }

    @Override
    public String name() {
        return "attention";
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public boolean aboutSentence() {
        return true;
    }

    /** The map marks the decoder step of the present moment; none while the moment is the encoder's. */
    @Override
    public void show(LabState state) {
        if (!state.snapshot().equals(shown)) {
            shown = state.snapshot();
            shown.ifPresentOrElse(training::show, training::clear);
        }
        int step = state.moment().filter(moment -> moment.phase() == Phase.DECODER).map(Moment::timeStep).orElse(0);
        state.translation().ifPresentOrElse(shownNow -> attention.show(shownNow.trace(), step, state.highlight(), shownNow.padded()),
                attention::clear);
    }
}
