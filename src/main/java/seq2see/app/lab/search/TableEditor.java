package seq2see.app.lab.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import seq2see.app.control.Parts;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Text;
import seq2see.corpus.InputException;
import seq2see.search.ProbabilityTable;

/**
 * The whole model, where it is a table: a row a prefix, a field a token. A row that cannot be is marked and explained, and the
 * search goes on with the table as it was.
 */
final class TableEditor {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    /** A field each for more numbers than these would take seconds to make. */
    private static final int MOST_NUMBERS = 1_000;

    private final Consumer<ProbabilityTable> changed;
    private final Label problem = new Label();
    private final ScrollPane scroll = new ScrollPane();
    private final Button add;
    private final VBox node;
    private ProbabilityTable table;
    /** By the row's fields, why it cannot be taken as it was typed. */
    private final SequencedMap<List<TextField>, InputException> wrong = new LinkedHashMap<>();
    private List<Integer> chosen = List.of();

    /**
     * @param changed hears of every table that can be
     * @param save    asks where to save it
     */
    TableEditor(Consumer<ProbabilityTable> changed, Runnable save) {
        this.changed = changed;
        problem.setId("table-problem");
        problem.getStyleClass().addAll("small", "danger-text");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.managedProperty().bind(problem.visibleProperty());
        add = Parts.button("fth-plus", "search.table.add", this::addRow);
        add.setId("table-add");
        var store = Parts.button("fth-download", "search.table.save", save);
        store.setId("table-save");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("edge-to-edge", "picture-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        FlowPane buttons = new FlowPane(8, 8, add, store);
        node = new VBox(Parts.label("search.table", "heading"), Parts.label("search.table.note", "small", "muted"), scroll, problem, buttons);
        node.getStyleClass().addAll("card", "table-editor");
        node.setMinHeight(0);
        Text.follow(node, this::tell);
    }

    /** What is wrong with the row that was typed last of those that cannot be. */
    private void tell() {
        problem.setVisible(!wrong.isEmpty());
        problem.setText(wrong.isEmpty() ? "" : wrong.lastEntry().getValue().text(Text.language().locale()));
    }

    Node node() {
        return node;
    }

    /** Shows another table. */
    void show(ProbabilityTable shown) {
        if (shown != table) {
            table = shown;
            wrong.clear();
            tell();
            scroll.setContent(isSmall() ? grid() : tooLarge());
            offerRow();
        }
    }

    /** The prefix that a new row would be for. */
    void choose(List<Integer> prefix) {
        chosen = prefix;
        offerRow();
    }

    /** Where the chosen node may have a row and has none. */
    private void offerRow() {
        add.setDisable(table == null || !isSmall() || chosen.contains(table.endToken()) || table.rows().containsKey(rowName()));
    }

    private String rowName() {
        return String.join(" ", chosen.stream().map(table.tokens()::get).toList());
    }

    private boolean isSmall() {
        return numbers() <= MOST_NUMBERS;
    }

    private int numbers() {
        return (table.rows().size() + (table.otherRow().isPresent() ? 1 : 0)) * table.tokens().size();
    }

    private Node tooLarge() {
        Label words = new Label();
        words.setId("table-large");
        words.textProperty().bind(Text.binding("search.table.large", Numbers.count(numbers()), Numbers.count(MOST_NUMBERS)));
        words.getStyleClass().add("small");
        words.setWrapText(true);
        return words;
    }

    private GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("table-grid");
        for (int token = 0; token < table.tokens().size(); token++) {
            Label head = new Label(table.tokens().get(token));
            head.getStyleClass().addAll("figure", "least", "muted");
            grid.add(head, token + 1, 0);
        }
        int line = 1;
        for (var row : table.rows().entrySet()) {
            line(grid, line++, row.getKey(), row.getKey().isEmpty() ? Text.binding("beamTree.start") : new ReadOnlyStringWrapper(row.getKey()), row.getValue());
        }
        if (table.otherRow().isPresent()) {
            line(grid, line, null, Text.binding("search.table.other"), table.otherRow().get());
        }
        return grid;
    }

    /** @param prefix null for the row of all others */
    private void line(GridPane grid, int line, String prefix, ObservableValue<String> words, List<Double> row) {
        Label label = new Label();
        label.setId("table-row-" + line);
        label.textProperty().bind(words);
        label.getStyleClass().add("figure");
        label.setMinWidth(64);
        grid.add(label, 0, line);
        List<TextField> fields = new ArrayList<>();
        for (int token = 0; token < row.size(); token++) {
            TextField field = new TextField(plain(row.get(token)));
            field.setId("table-" + line + "-" + (token + 1));
            field.accessibleTextProperty().bind(Text.binding("search.table.field", label.textProperty(), table.tokens().get(token)));
            field.getStyleClass().addAll("figure", "table-field");
            field.setPrefColumnCount(4);
            fields.add(field);
            field.setOnAction(event -> read(prefix, fields));
            field.focusedProperty().subscribe((before, focused) -> {
                if (before && !focused) {
                    read(prefix, fields);
                }
            });
            grid.add(field, token + 1, line);
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf((int) value) : String.valueOf(value);
    }

    /** Takes a row as it was typed, where it can be. */
    private void read(String prefix, List<TextField> fields) {
        try {
            List<Double> row = new ArrayList<>();
            for (TextField field : fields) {
                row.add(number(field.getText()));
            }
            List<Double> before = prefix == null ? table.otherRow().orElseThrow() : table.rows().get(prefix);
            if (!row.equals(before)) {
                table = prefix == null ? table.withOther(row) : table.with(prefix, row);
                changed.accept(table);
            }
            wrong.remove(fields);
            fields.forEach(field -> field.pseudoClassStateChanged(WRONG, false));
        } catch (InputException refused) {
            wrong.putLast(fields, refused);
            fields.forEach(field -> field.pseudoClassStateChanged(WRONG, true));
        }
        tell();
    }

    /** What is no number is no probability either. */
    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip().replace(',', '.'));
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }

    /** A row for the chosen prefix, all tokens as probable as each other, where it has none yet. */
    private void addRow() {
        String prefix = rowName();
        try {
            List<Double> row = table.otherRow().orElse(Collections.nCopies(table.tokens().size(), 1.0 / table.tokens().size()));
            ProbabilityTable more = table.with(prefix, row);
            show(more);
            changed.accept(more);
        } catch (InputException refused) {
            wrong.putLast(List.of(), refused);
            tell();
        }
    }
}
