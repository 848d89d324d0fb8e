package seq2see.app.lab;

import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import seq2see.app.control.Parts;
import seq2see.app.session.LabSession;
import seq2see.app.theme.Text;
import seq2see.corpus.InputException;

/** Says in the present language what is wrong with something that was asked for; it stays until it is put away. */
final class ProblemBar {
    private final Label words = new Label();
    private final HBox node;
    private final LabSession session;

    ProblemBar(LabSession session) {
        this.session = session;
        words.setId("problem");
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        words.setAccessibleRole(AccessibleRole.TEXT);
        // Screen readers say nothing of a text that appears, but of what takes the focus.
        words.focusTraversableProperty().bind(Platform.accessibilityActiveProperty());
        HBox.setHgrow(words, Priority.ALWAYS);
        Button close = Parts.iconButton("fth-x", "lab.problem.close", session::dismissProblem);
        close.setId("problem-close");
        close.getStyleClass().add("bare");
        node = new HBox(Parts.icon("fth-x-circle"), words, close);
        node.setAlignment(Pos.CENTER_LEFT);
        node.getStyleClass().add("problem-bar");
        node.setMinHeight(Region.USE_PREF_SIZE);
        session.problemProperty().subscribe((before, problem) -> {
            show();
            if (problem != null && Platform.isAccessibilityActive()) {
                words.requestFocus();
            }
        });
        Text.follow(node, this::show);
    }

    Node node() {
        return node;
    }

    private void show() {
        InputException problem = session.problemProperty().get();
        node.setVisible(problem != null);
        node.setManaged(problem != null);
        words.setText(problem == null ? "" : problem.text(Text.language().locale()));
    }
}
