package seq2see.app.lab;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import seq2see.app.control.Parts;
import seq2see.app.theme.Text;
import seq2see.training.Translation;

/**
 * What there is to say of an output: whether the corpus says the same; or that it is a hypothesis of somebody's choice, and
 * the way back to the model's own output.
 */
final class OutputVerdict {
    private final Label badge = new Label();
    private final FontIcon badgeIcon = Parts.icon("fth-check");
    private final Label reference = new Label();
    private final Tooltip wholeReference = new Tooltip();
    private final Label hypothesis = new Label();
    private final VBox node;
    private Optional<Translation> shown = Optional.empty();

    /** @param back goes back to the model's own output */
    OutputVerdict(Runnable back) {
        badge.setId("match");
        badge.getStyleClass().addAll("badge", "success");
        badge.setGraphic(badgeIcon);
        wholeReference.textProperty().bind(reference.textProperty());
        reference.getStyleClass().addAll("least", "mono", "muted");
        hypothesis.setId("hypothesis");
        hypothesis.getStyleClass().addAll("badge", "warning");
        hypothesis.setGraphic(Parts.icon("fth-git-branch"));
        hypothesis.textProperty().bind(Text.binding("translation.hypothesis"));
        hypothesis.setTooltip(new Tooltip());
        hypothesis.getTooltip().textProperty().bind(Text.binding("translation.hypothesis.note"));
        Button own = Parts.button("fth-corner-up-left", "translation.own", back);
        own.setId("own-output");
        node = new VBox(badge, reference, hypothesis, own);
        node.getStyleClass().add("verdict");
        node.managedProperty().bind(node.visibleProperty());
        for (Node part : node.getChildren()) {
            part.managedProperty().bind(part.visibleProperty());
        }
        own.visibleProperty().bind(hypothesis.visibleProperty());
        reference.visibleProperty().bind(badge.visibleProperty());
        Text.follow(node, this::show);
    }

    Node node() {
        return node;
    }

    void show(Optional<Translation> translation) {
        if (!translation.equals(shown)) {
            shown = translation;
            show();
        }
    }

    /** Whether there is a verdict depends on the sentence alone, so that a model that learns does not move the output. */
    private void show() {
        boolean forced = shown.filter(Translation::isForced).isPresent();
        boolean compared = !forced && shown.filter(translation -> !translation.references().isEmpty()).isPresent();
        hypothesis.setVisible(forced);
        badge.setVisible(compared);
        node.setVisible(forced || compared);
        if (!compared) {
            return;
        }
        boolean exact = shown.get().exactMatch();
        badge.setText(Text.of(exact ? "translation.exact" : "translation.differs"));
        reference.setText(exact ? "" : Text.of("translation.corpus", shown.get().references().getFirst()));
        // Ten times a second there is nothing new about these.
        String verdict = exact ? "success" : "warning";
        if (!badge.getStyleClass().contains(verdict)) {
            badge.getStyleClass().removeAll("success", "warning");
            badge.getStyleClass().add(verdict);
            badgeIcon.setIconLiteral(exact ? "fth-check" : "fth-alert-triangle");
            reference.setTooltip(exact ? null : wholeReference);
        }
    }
}
