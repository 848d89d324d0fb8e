package seq2see.app.corpus;

import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import seq2see.app.control.Parts;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Text;
import seq2see.corpus.reading.Format;
import seq2see.corpus.reading.Inspection;
import seq2see.corpus.reading.Inspection.Seen;
import seq2see.corpus.reading.Layout;
import seq2see.corpus.reading.ReportTable;

/** The first records of a file, line by line; above each column stands what it is, and is chosen. */
final class RecordTable {
    private static final int RECORDS = 40;
    private static final int COLUMNS = 6;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final GridPane grid = new GridPane();
    private final ScrollPane node = new ScrollPane(grid);
    private final IntConsumer asSource;
    private final IntConsumer asTarget;

    /** @param asSource hears which column, from 0, is to hold the sources; {@code asTarget} the targets */
    RecordTable(IntConsumer asSource, IntConsumer asTarget) {
        this.asSource = asSource;
        this.asTarget = asTarget;
        grid.getStyleClass().add("record-table");
        grid.setId("wizard-records");
        node.setFitToWidth(true);
        node.getStyleClass().addAll("edge-to-edge", "wizard-scroll");
    }

    Node node() {
        return node;
    }

    void show(Inspection inspection) {
        Layout layout = inspection.layout();
        List<Seen> records = inspection.firstRecords();
        int columns = Math.min(COLUMNS, Math.max(layout.columns().size(),
                records.stream().filter(record -> record.fault().isEmpty()).mapToInt(record -> record.columns().size()).max().orElse(2)));
        grid.getChildren().clear();
        grid.getColumnConstraints().setAll(new ColumnConstraints());
        for (int column = 0; column < columns; column++) {
            ColumnConstraints wide = new ColumnConstraints(60, 100, Double.MAX_VALUE);
            wide.setHgrow(Priority.ALWAYS);
            boolean used = column == layout.sourceColumn() || column == layout.targetColumn();
            wide.setPercentWidth(used ? 88.0 / (columns + 2) * 2 : 88.0 / (columns + 2));
            grid.getColumnConstraints().add(wide);
            grid.add(heading(layout, inspection.fileNames(), column), column + 1, 0);
        }
        for (int row = 0; row < Math.min(RECORDS, records.size()); row++) {
            addRecord(records.get(row), layout, columns, row + 1);
        }
    }

    private Node heading(Layout layout, List<String> files, int column) {
        Label name = new Label(layout.format() == Format.LINE_ALIGNED ? files.get(column) : layout.columnName(column));
        name.getStyleClass().addAll("figure", "small");
        // In a narrow column they stand below each other.
        FlowPane roles = new FlowPane(role(true, column, column == layout.sourceColumn()), role(false, column, column == layout.targetColumn()));
        roles.setPrefWrapLength(0);
        roles.getStyleClass().add("roles");
        VBox heading = new VBox(name, roles);
        heading.getStyleClass().add("record-heading");
        return heading;
    }

    private ToggleButton role(boolean source, int column, boolean chosen) {
        ToggleButton role = new ToggleButton();
        role.setId((source ? "as-source-" : "as-target-") + (column + 1));
        role.textProperty().bind(Text.binding(source ? "wizard.source" : "wizard.target"));
        role.getStyleClass().addAll("role", "small", source ? "source" : "target");
        role.setMinWidth(Region.USE_PREF_SIZE);
        role.setSelected(chosen);
        role.setOnAction(event -> {
            role.setSelected(chosen);
            if (!chosen) {
                (source ? asSource : asTarget).accept(column);
            }
        });
        return role;
    }

    private void addRecord(Seen record, Layout layout, int columns, int row) {
        Label line = Parts.figure("small", "muted");
        line.setText(Numbers.count(record.line()));
        line.setAlignment(Pos.BASELINE_RIGHT);
        grid.add(line, 0, row);
        if (record.fault().isPresent()) {
            Label fault = new Label("△ " + Text.of("wizard.reason." + record.fault().get().name().toLowerCase(Locale.ROOT).replace("_", ""))
                    + "   " + ReportTable.shown(record.columns().getFirst()));
            fault.getStyleClass().addAll("small", "record-fault");
            grid.add(fault, 1, row, columns, 1);
            return;
        }
        for (int column = 0; column < columns; column++) {
            Label cell = new Label(column < record.columns().size() ? ReportTable.shown(record.columns().get(column)) : "");
            cell.getStyleClass().add("record-cell");
            cell.pseudoClassStateChanged(CHOSEN, column == layout.sourceColumn() || column == layout.targetColumn());
            cell.setMinWidth(0);
            grid.add(cell, column + 1, row);
        }
    }
}
