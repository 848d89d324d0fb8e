package seq2see.app.lab;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Text;
import seq2see.search.SampleTable;

/** What is set about a search: what is searched, how wide and how long, the length penalty, and how much of the tree is shown. */
final class SearchControls {
    static final int MOST_WIDTH = 10;
    static final int MOST_LENGTH = 60;
    private static final int ALPHA_STEPS = 30;

    final Spinner<Integer> width = new Spinner<>(1, MOST_WIDTH, 2);
    final Spinner<Integer> length = new Spinner<>(1, MOST_LENGTH, 5);
    final ValueSlider alpha;
    final ToggleButton fold = toggle("search-fold", "search.fold");
    final ToggleButton everyKept = toggle("search-every-kept", "search.everyKept");
    final ToggleButton edit = toggle("search-edit", "search.edit");
    final TextField sought = new TextField();
    final Button force = Parts.button("fth-corner-down-right", "search.force", () -> { });
    final Button release = Parts.button("fth-x", "search.release", () -> { });
    final Label note = new Label();
    private final MenuButton subject = new MenuButton();
    private final VBox node;

    /** @param chosen hears which worked example is to be searched; empty for the sentence of the Lab */
    SearchControls(Consumer<Optional<SampleTable>> chosen) {
        double[] alphas = new double[ALPHA_STEPS + 1];
        for (int i = 0; i <= ALPHA_STEPS; i++) {
            alphas[i] = i / 20.0;
        }
        alpha = new ValueSlider("search.alpha", "accent", value -> Numbers.fixed(value, 2), alphas);
        alpha.getStyleClass().add("search-alpha");
        alpha.show(0.75);
        subject.setId("search-subject");
        subject.getStyleClass().addAll("corpus-chooser", "medium");
        subject.getItems().add(item("search-sentence", () -> Text.of("search.sentence"), () -> chosen.accept(Optional.empty())));
        subject.getItems().add(new SeparatorMenuItem());
        for (SampleTable sample : SampleTable.all()) {
            subject.getItems().add(item("search-" + sample.file().replace(".json", ""),
                    () -> sample.titles().getOrDefault(Text.language().code(), sample.file()), () -> chosen.accept(Optional.of(sample))));
        }
        Parts.handFocusBack(subject);
        prepare();
        FlowPane row = new FlowPane(subject, named("search.width", width), named("search.length", length), alpha, fold, everyKept, edit,
                named("search.seek", sought), force, release);
        row.getStyleClass().addAll("batch-controls", "search-controls");
        note.setId("search-note");
        note.getStyleClass().add("small");
        note.setWrapText(true);
        node = new VBox(row, note);
        node.getStyleClass().add("search-head");
    }

    private void prepare() {
        width.setId("search-width");
        length.setId("search-length");
        for (Spinner<Integer> spinner : List.of(width, length)) {
            spinner.setEditable(true);
        }
        width.getEditor().accessibleTextProperty().bind(Text.binding("search.width"));
        length.getEditor().accessibleTextProperty().bind(Text.binding("search.length"));
        sought.setId("search-seek");
        sought.getStyleClass().add("figure");
        sought.setPrefColumnCount(7);
        sought.accessibleTextProperty().bind(Text.binding("search.seek"));
        force.setId("search-force");
        release.setId("search-release");
        for (Button button : List.of(force, release)) {
            button.managedProperty().bind(button.visibleProperty());
            button.setVisible(false);
        }
        edit.managedProperty().bind(edit.visibleProperty());
    }

    private static MenuItem item(String id, Supplier<String> words, Runnable action) {
        MenuItem item = new MenuItem();
        item.setId(id);
        Text.languageProperty().subscribe(language -> item.setText(words.get()));
        item.setOnAction(event -> action.run());
        return item;
    }

    private static ToggleButton toggle(String id, String key) {
        ToggleButton toggle = new ToggleButton();
        toggle.setId(id);
        toggle.textProperty().bind(Text.binding(key));
        toggle.getStyleClass().addAll("small-button", "medium", "toggle");
        return toggle;
    }

    private static Node named(String key, Node control) {
        HBox named = new HBox(Parts.label(key, "small", "muted"), control);
        named.getStyleClass().add("named-control");
        named.setAlignment(Pos.CENTER_LEFT);
        return named;
    }

    Node node() {
        return node;
    }

    /** Says what is searched. */
    void name(String words) {
        subject.setText(words);
        subject.setAccessibleText(Text.of("search.subject", words));
    }
}
