package seq2see.app.corpus;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import seq2see.app.control.Parts;
import seq2see.app.theme.Numbers;

/** Real lines of a corpus, source beside target, by their numbers. */
final class PreviewTable {
    /** Of the width for a side, in percent. */
    private static final double SHARE = 46;

    private final GridPane grid = new GridPane();

    /** @param id of the table */
    PreviewTable(String id) {
        grid.setId(id);
        grid.getStyleClass().add("token-lines");
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(SHARE);
        half.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(new ColumnConstraints(), half, half);
    }

    /** A page: a form at the left, and beside it the lines under what is told of all of them. */
    static HBox page(PreviewTable lines, List<Node> form, Node... told) {
        VBox settings = new VBox(form.toArray(Node[]::new));
        settings.getStyleClass().add("wizard-settings");
        ScrollPane scrolledForm = scrolled(settings);
        VBox.setVgrow(scrolledForm, Priority.ALWAYS);
        VBox left = new VBox(scrolledForm);
        left.getStyleClass().addAll("card", "wizard-form", "scrolled-form");
        ScrollPane scroll = scrolled(lines.grid);
        VBox preview = new VBox(told);
        preview.getChildren().add(scroll);
        preview.getStyleClass().addAll("card", "wizard-preview");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        HBox.setHgrow(preview, Priority.ALWAYS);
        HBox page = new HBox(left, preview);
        page.getStyleClass().add("wizard-step");
        return page;
    }

    private static ScrollPane scrolled(Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("edge-to-edge", "wizard-scroll");
        return scroll;
    }

    /** Leaves nothing but the headings. */
    void begin() {
        grid.getChildren().clear();
        grid.add(Parts.label("wizard.source", "control", "source-text"), 1, 0);
        grid.add(Parts.label("wizard.target", "control", "target-text"), 2, 0);
    }

    /** Tells tokens how wide they stand, from which the grid knows how high. */
    private void fit(Node side) {
        switch (side) {
            case FlowPane chips -> chips.prefWrapLengthProperty().bind(grid.widthProperty().map(width -> Math.max(100, SHARE / 100 * width.doubleValue() - 8)));
            case Parent parent -> parent.getChildrenUnmodifiable().forEach(this::fit);
            default -> { }
        }
    }

    void add(long number, Node source, Node target) {
        int row = grid.getRowCount();
        Label line = Parts.figure("small", "muted");
        line.setText(Numbers.count(number));
        GridPane.setValignment(line, VPos.TOP);
        fit(source);
        fit(target);
        grid.add(line, 0, row);
        grid.add(source, 1, row);
        grid.add(target, 2, row);
    }
}
