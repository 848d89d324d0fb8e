package seq2see.app.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import seq2see.app.control.Parts;
import seq2see.app.corpus.CorpusDraft.Step;

/**
 * The steps of the way: those done with a tick, the present one in the accent, those to come in grey. Where there is no room
 * for all names, only the present one is written out.
 */
final class StepBar {
    private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    private final HBox node = new HBox();
    private final List<Label> dots = new ArrayList<>();
    private final List<Label> names = new ArrayList<>();

    StepBar(CorpusDraft draft) {
        node.getStyleClass().add("wizard-steps");
        node.setAlignment(Pos.CENTER_LEFT);
        node.setMinWidth(0);
        for (Step step : Step.values()) {
            if (step != Step.FILE) {
                Region line = new Region();
                line.getStyleClass().add("wizard-steps-line");
                node.getChildren().add(line);
            }
            Label dot = new Label();
            dot.getStyleClass().addAll("step-dot", "small", "semi-bold");
            Label name = Parts.label("wizard.step." + step.name().toLowerCase(Locale.ROOT), "step-name", "control");
            dots.add(dot);
            names.add(name);
            node.getChildren().addAll(dot, name);
        }
        node.widthProperty().subscribe(width -> fit(width.doubleValue()));
        draft.stepProperty().subscribe(this::show);
    }

    Node node() {
        return node;
    }

    /** What the bar would take with all names. */
    private double wholeWidth() {
        double gaps = node.getSpacing() * (node.getChildren().size() - 1);
        return gaps + node.getChildren().stream().mapToDouble(part -> part.prefWidth(-1)).sum();
    }

    private void fit(double width) {
        boolean room = width + 0.5 >= wholeWidth();
        for (int i = 0; i < names.size(); i++) {
            boolean shown = room || names.get(i).getPseudoClassStates().contains(NOW);
            names.get(i).setVisible(shown);
            names.get(i).setManaged(shown);
        }
    }

    private void show(Step present) {
        for (int i = 0; i < dots.size(); i++) {
            boolean done = i < present.ordinal();
            boolean now = i == present.ordinal();
            dots.get(i).setText(done ? "✓" : String.valueOf(i + 1));
            for (Label part : List.of(dots.get(i), names.get(i))) {
                part.pseudoClassStateChanged(NOW, now);
                part.pseudoClassStateChanged(DONE, done);
            }
        }
        fit(node.getWidth());
    }
}
