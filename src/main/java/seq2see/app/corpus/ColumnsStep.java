package seq2see.app.corpus;

import atlantafx.base.controls.ToggleSwitch;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import seq2see.app.control.Parts;
import seq2see.app.theme.Text;
import seq2see.corpus.reading.Encodings;
import seq2see.corpus.reading.Format;
import seq2see.corpus.reading.Inspection;
import seq2see.corpus.reading.Layout;
import seq2see.corpus.reading.ReadingOptions;

/** Format, encoding and columns, with the first records as they are read with them. */
final class ColumnsStep {
    private static final List<String> ENCODINGS = List.of("UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "Big5", "windows-1252", "Shift_JIS",
            "EUC-KR", "windows-1251");

    private final CorpusDraft draft;
    private final ComboBox<Format> format = new ComboBox<>();
    private final ComboBox<Charset> encoding = new ComboBox<>();
    private final ToggleSwitch header = new ToggleSwitch();
    private final ToggleSwitch tags = new ToggleSwitch();
    private final VBox offers = new VBox();
    private final ToggleGroup offered = new ToggleGroup();
    private final RecordTable records;
    private final HBox formatRow;
    private final HBox encodingRow;
    private final Button swap;
    private final VBox form;
    private final VBox preview;
    private final HBox headerRow;
    private final HBox tagsRow;
    private final HBox node;
    private boolean showing;

    ColumnsStep(CorpusDraft draft) {
        this.draft = draft;
        records = new RecordTable(column -> choose(column, target()), column -> choose(source(), column));
        format.setId("wizard-format");
        encoding.setId("wizard-encoding");
        header.setId("wizard-header");
        tags.setId("wizard-tags");
        format.valueProperty().subscribe((before, now) -> change(options().withFormat(now).withColumns(null, null).withHeader(null)));
        encoding.valueProperty().subscribe((before, now) -> change(options().withEncoding(now)));
        header.selectedProperty().subscribe((before, now) -> change(options().withHeader(now).withColumns(null, null)));
        tags.selectedProperty().subscribe((before, now) -> change(options().withTags(now)));
        swap = Parts.button("fth-repeat", "wizard.columns.swap", () -> choose(target(), source()));
        swap.setId("wizard-swap");
        formatRow = row("wizard.columns.format", format);
        encodingRow = row("wizard.columns.encoding", encoding);
        headerRow = row("wizard.columns.header", header);
        tagsRow = row("wizard.columns.tags", tags);
        offers.getStyleClass().add("wizard-offers");
        form = new VBox(Parts.label("wizard.columns.title", "heading"), FileStep.wrapped("wizard.columns.words", "small", "muted"),
                formatRow, encodingRow, offers, headerRow, tagsRow, swap);
        form.getStyleClass().addAll("card", "wizard-form");
        preview = new VBox(records.node());
        preview.getStyleClass().addAll("card", "wizard-preview");
        VBox.setVgrow(records.node(), Priority.ALWAYS);
        HBox.setHgrow(preview, Priority.ALWAYS);
        node = new HBox(form, preview);
        node.getStyleClass().add("wizard-step");
        draft.inspectionProperty().subscribe(this::show);
        draft.offersProperty().subscribe(this::showOffers);
        // A choice that was refused or left is not kept beside what was read without it.
        draft.work().busyProperty().subscribe(busy -> {
            if (!busy) {
                show(draft.inspectionProperty().get());
            }
        });
        Text.follow(node, () -> show(draft.inspectionProperty().get()));
    }

    private static HBox row(String key, Node control) {
        HBox row = new HBox(Parts.label(key, "control"), Parts.spring(), control);
        row.getStyleClass().add("choice-setting");
        return row;
    }

    Node node() {
        return node;
    }

    private ReadingOptions options() {
        return draft.choices().options();
    }

    private int source() {
        return draft.inspectionProperty().get().layout().sourceColumn();
    }

    private int target() {
        return draft.inspectionProperty().get().layout().targetColumn();
    }

    /** Takes other columns; where both would be the same, they change places. */
    private void choose(int source, int target) {
        int other = source == target && source == source() ? target() : source();
        Layout layout = draft.inspectionProperty().get().layout();
        int sourceColumn = source == target && source == source() ? other : source;
        int targetColumn = source == target && source != source() ? other : target;
        draft.read(options().withColumns(name(layout, sourceColumn), name(layout, targetColumn)));
    }

    /** What says which column is meant: its name, or its number where another has that name too. */
    private static String name(Layout layout, int column) {
        String name = layout.columnName(column);
        return layout.columns().stream().filter(name::equalsIgnoreCase).count() > 1 ? String.valueOf(column + 1) : name;
    }

    private void change(ReadingOptions wanted) {
        if (!showing && draft.inspectionProperty().get() != null) {
            draft.read(wanted);
        }
    }

    private void show(Inspection inspection) {
        boolean seen = inspection != null;
        List.of(formatRow, encodingRow, swap, preview).forEach(part -> showWhere(part, seen));
        showWhere(form, seen || !draft.offersProperty().get().isEmpty());
        if (!seen) {
            showWhere(headerRow, false);
            showWhere(tagsRow, false);
            return;
        }
        showing = true;
        Layout layout = inspection.layout();
        boolean two = layout.format() == Format.LINE_ALIGNED;
        format.getItems().setAll(two ? List.of(Format.LINE_ALIGNED) : List.of(Format.values()).stream().filter(one -> one != Format.LINE_ALIGNED).toList());
        format.setValue(layout.format());
        Set<Charset> charsets = new LinkedHashSet<>(List.of(inspection.encoding()));
        ENCODINGS.stream().filter(Charset::isSupported).map(Charset::forName).forEach(charsets::add);
        encoding.getItems().setAll(charsets);
        encoding.setValue(inspection.encoding());
        boolean columns = layout.format().hasNumberedColumns();
        header.setSelected(layout.header());
        showWhere(headerRow, columns);
        tags.setSelected(layout.keepTags());
        showWhere(tagsRow, layout.format() == Format.TMX || inspection.holdsTags());
        offered.getToggles().forEach(choice -> choice.setSelected(inspection.encoding().equals(choice.getUserData())));
        records.show(inspection);
        showing = false;
    }

    private static void showWhere(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void showOffers(List<Encodings.Offer> found) {
        List<Node> rows = new ArrayList<>();
        if (!found.isEmpty()) {
            rows.add(FileStep.wrapped("wizard.columns.offers", "small", "warning-text"));
        }
        offered.getToggles().clear();
        for (Encodings.Offer offer : found) {
            RadioButton choice = new RadioButton(offer.charset().name());
            choice.setId("offer-" + offer.charset().name());
            choice.getStyleClass().add("control");
            choice.setUserData(offer.charset());
            choice.setToggleGroup(offered);
            choice.setOnAction(event -> draft.read(options().withEncoding(offer.charset())));
            Label sample = new Label(offer.sample());
            sample.getStyleClass().add("offer-sample");
            sample.setWrapText(true);
            rows.add(new VBox(choice, sample));
        }
        offers.getChildren().setAll(rows);
        showWhere(offers, !rows.isEmpty());
        show(draft.inspectionProperty().get());
    }
}
