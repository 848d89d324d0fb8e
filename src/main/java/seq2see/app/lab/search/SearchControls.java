package seq2see.app.lab.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import seq2see.app.control.Parts;
import seq2see.app.control.ValueSlider;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Text;
import seq2see.search.SampleTable;

/** What is set about a search: what is searched, how wide and how long, the length penalty, and how much of the tree is shown. */
final class SearchControls {
    static final int MOST_WIDTH = 10;
    static final int MOST_LENGTH = 60;
    static final double MOST_ALPHA = 1.5;
    /** Under what a scene keeps the seed of what is drawn. */
    private static final String SEED = "search-seed";
    /** Under what a scene keeps how long a run of tokens may not come twice. */
    private static final String BLOCKED = "search-blocked";
    private static final int MOST_BLOCKED = 3;
    private static final int ALPHA_STEPS = 30;

    final ValueSlider width = counting("search.width", MOST_WIDTH);
    final ValueSlider length = counting("search.length", MOST_LENGTH);
    final ValueSlider alpha;
    final PenaltyLegend legend;
    final SamplingControls sampling;
    final CheckMenuItem fold = check("search-fold", "search.fold");
    final CheckMenuItem everyKept = check("search-every-kept", "search.everyKept");
    final ToggleButton edit = toggle("search-edit", "search.edit");
    /** How long a run of tokens may not come twice; 0 where any may. */
    private final ReadOnlyIntegerWrapper blockedNGram = new ReadOnlyIntegerWrapper();
    private final ToggleGroup repeats = new ToggleGroup();
    final TextField sought = new TextField();
    final Button force = Parts.button("fth-corner-down-right", "search.force", () -> { });
    final Button release = Parts.button("fth-x", "search.release", () -> { });
    private final MenuButton subject = new MenuButton();
    private final FlowPane node;

    /**
     * @param chosen hears which worked example is to be searched; empty for the sentence of the Lab
     * @param open   asks for a table of one's own
     * @param exact  what looks for the true best
     * @param draw   hears that other outputs are to be drawn
     */
    SearchControls(Consumer<Optional<SampleTable>> chosen, Runnable open, Node exact, Runnable draw) {
        double[] alphas = IntStream.rangeClosed(0, ALPHA_STEPS).mapToDouble(i -> i * MOST_ALPHA / ALPHA_STEPS).toArray();
        alpha = new ValueSlider("search.alpha", "accent", value -> Numbers.fixed(value, 2), alphas);
        alpha.getStyleClass().add("search-alpha");
        alpha.show(0.75);
        width.show(2);
        length.show(5);
        legend = new PenaltyLegend(alpha);
        sampling = new SamplingControls(draw);
        subject.setId("search-subject");
        subject.getStyleClass().addAll("corpus-chooser", "medium");
        subject.getItems().add(item("search-sentence", () -> Text.of("search.sentence"), () -> chosen.accept(Optional.empty())));
        subject.getItems().add(new SeparatorMenuItem());
        for (SampleTable sample : SampleTable.all()) {
            subject.getItems().add(item("search-" + sample.file().replace(".json", ""),
                    () -> sample.titles().getOrDefault(Text.language().code(), sample.file()), () -> chosen.accept(Optional.of(sample))));
        }
        subject.getItems().add(new SeparatorMenuItem());
        subject.getItems().add(item("search-open", () -> Text.of("search.open"), open));
        Parts.handFocusBack(subject);
        prepare();
        MenuButton shown = new MenuButton(null, null, fold, everyKept, new SeparatorMenuItem(), repeats());
        shown.setId("search-shown");
        shown.textProperty().bind(Text.binding("search.shown"));
        shown.getStyleClass().addAll("corpus-chooser", "medium");
        Parts.handFocusBack(shown);
        FlowPane row = new FlowPane(subject, width, length, alpha, shown, sought, edit, force, release, exact);
        row.getChildren().addAll(row.getChildren().indexOf(edit), sampling.nodes());
        row.getStyleClass().add("batch-controls");
        // It stands in the last row where that has room for it.
        legend.node().maxWidthProperty().bind(row.widthProperty());
        row.getChildren().add(legend.node());
        node = row;
    }

    /** Which runs of tokens may not come twice in an output. */
    private Menu repeats() {
        Menu menu = new Menu();
        menu.setId("search-repeats");
        menu.textProperty().bind(Text.binding("search.repeats"));
        for (int n = 0; n <= MOST_BLOCKED; n++) {
            RadioMenuItem item = new RadioMenuItem();
            item.setId("search-repeats-" + n);
            item.textProperty().bind(Text.binding("search.repeats." + n));
            item.setUserData(n);
            item.setToggleGroup(repeats);
            menu.getItems().add(item);
        }
        block(0);
        repeats.selectedToggleProperty().subscribe(now -> blockedNGram.set(now == null ? 0 : (int) now.getUserData()));
        return menu;
    }

    /** Blocks runs of n tokens that came before; 0 for none. */
    void block(int n) {
        repeats.selectToggle(repeats.getToggles().get(n));
    }

    ReadOnlyIntegerProperty blockedNGramProperty() {
        return blockedNGram.getReadOnlyProperty();
    }

    private void prepare() {
        for (ValueSlider slider : List.of(width, length)) {
            slider.getStyleClass().add("search-count");
        }
        sought.setId("search-seek");
        sought.getStyleClass().add("figure");
        sought.setPrefColumnCount(11);
        sought.promptTextProperty().bind(Text.binding("search.seek"));
        sought.accessibleTextProperty().bind(Text.binding("search.seek"));
        force.setId("search-force");
        release.setId("search-release");
        for (Button button : List.of(force, release)) {
            button.managedProperty().bind(button.visibleProperty());
            button.setVisible(false);
        }
        edit.managedProperty().bind(edit.visibleProperty());
    }

    private static ValueSlider counting(String key, int most) {
        return new ValueSlider(key, "accent", value -> Numbers.count(Math.round(value)), IntStream.rangeClosed(1, most).asDoubleStream().toArray());
    }

    int width() {
        return (int) width.value();
    }

    int length() {
        return (int) length.value();
    }

    private static MenuItem item(String id, Supplier<String> words, Runnable action) {
        MenuItem item = new MenuItem();
        item.setId(id);
        item.textProperty().bind(Bindings.createStringBinding(words::get, Text.languageProperty()));
        item.setOnAction(event -> action.run());
        return item;
    }

    private static CheckMenuItem check(String id, String key) {
        CheckMenuItem item = new CheckMenuItem();
        item.setId(id);
        item.textProperty().bind(Text.binding(key));
        return item;
    }

    private static ToggleButton toggle(String id, String key) {
        ToggleButton toggle = new ToggleButton();
        toggle.setId(id);
        toggle.textProperty().bind(Text.binding(key));
        toggle.getStyleClass().addAll("small-button", "medium", "toggle");
        return toggle;
    }

    Node node() {
        return node;
    }

    /** What is chosen in menus, and the seed, for a scene to keep. */
    Map<String, String> kept() {
        return Map.of(fold.getId(), String.valueOf(fold.isSelected()), everyKept.getId(), String.valueOf(everyKept.isSelected()),
                SEED, String.valueOf(sampling.seed()), BLOCKED, String.valueOf(blockedNGram.get()));
    }

    void restore(Map<String, String> kept) {
        for (CheckMenuItem item : List.of(fold, everyKept)) {
            item.setSelected(Boolean.parseBoolean(kept.get(item.getId())));
        }
        String blocked = kept.getOrDefault(BLOCKED, "");
        block(blocked.matches("[0-" + MOST_BLOCKED + "]") ? Integer.parseInt(blocked) : 0);
        if (kept.getOrDefault(SEED, "").matches("\\d{1,18}")) {
            sampling.drawFrom(Long.parseLong(kept.get(SEED)));
        }
    }

    /** Says what is searched. */
    void name(String words) {
        subject.setText(words);
        subject.setAccessibleText(Text.of("search.subject", words));
    }
}
