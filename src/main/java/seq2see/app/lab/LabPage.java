package seq2see.app.lab;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import seq2see.app.theme.Appearance;
import seq2see.app.view.AttentionView;
import seq2see.app.view.TrainingView;
import seq2see.trace.Moment;
import seq2see.trace.Moment.Phase;
import seq2see.training.TrainingSnapshot;
import seq2see.training.Translation;

/** The Lab's stage: the sentence and its translation above, attention and the course of the training below. */
final class LabPage {
    private final TranslationCard translation;
    private final AttentionView attention;
    private final TrainingView training;
    private final MomentTrack track;
    private final VBox node;
    private Optional<Translation> shown = Optional.empty();

    LabPage(LabSession session, MomentTrack track, Appearance appearance, FileChoice files, FileSaver saver, Runnable openFile) {
        this.track = track;
        translation = new TranslationCard(session, track, appearance);
        attention = new AttentionView(appearance);
        training = new TrainingView(appearance);
        HBox head = new HBox(Parts.label("lab.title", "title"), new CorpusChooser(session, openFile).node());
        head.getStyleClass().add("page-head");
        head.setAlignment(Pos.CENTER_LEFT);
        Node attentionCard = new ViewCard(attention, files, saver).node();
        Node trainingCard = new ViewCard(training, files, saver).node();
        HBox cards = new HBox(attentionCard, trainingCard);
        cards.getStyleClass().add("cards");
        cards.setMinHeight(0);
        HBox.setHgrow(attentionCard, Priority.ALWAYS);
        VBox.setVgrow(cards, Priority.ALWAYS);
        node = new VBox(head, new ProblemBar(session).node(), translation.node(), cards);
        node.getStyleClass().add("lab-page");
        track.placeProperty().subscribe(place -> showAttention());
    }

    Node node() {
        return node;
    }

    /** Takes the translation that the track's moments are about to be those of: whoever hears of them finds it here. */
    void take(Optional<Translation> newTranslation) {
        shown = newTranslation;
    }

    void show(TrainingSnapshot snapshot) {
        translation.show(shown);
        training.show(snapshot);
        showAttention();
    }

    /** The map marks the decoder step of the present moment; none while the moment is the encoder's. */
    private void showAttention() {
        int step = track.present().filter(moment -> moment.phase() == Phase.DECODER).map(Moment::timeStep).orElse(0);
        shown.ifPresentOrElse(translation -> attention.show(translation.trace(), step), attention::clear);
    }
}
