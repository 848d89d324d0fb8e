package seq2see.app.lab.tab;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import seq2see.app.control.Parts;
import seq2see.app.scrubber.Timeline;
import seq2see.app.theme.Text;
import seq2see.app.view.ChoiceRow;
import seq2see.app.view.mask.MaskShown;
import seq2see.app.view.mask.MaskView;
import seq2see.tensor.PaddingMask.Layout;
import seq2see.trace.Moment;
import seq2see.training.BatchLosses;
import seq2see.training.TrainingSnapshot.State;

/**
 * How the padding of a batch is masked: a worked example whose lengths can be set, or a batch of the corpus with the losses that
 * the model has now.
 */
public final class BatchTab implements LabTab {
    /** Under what a scene keeps which batch of the corpus is shown. */
    private static final String NUMBER = "batch-number";
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final int MOST_POSITIONS = 10;
    private static final int MOST_SENTENCES = 6;
    /** A batch is measured so often while it is looked at. */
    private static final long MEASURE_NANOS = 1_000_000_000L;

    private final LabDesk desk;
    private final MaskView view;
    private final ChoiceRow<Boolean> ofCorpus = new ChoiceRow<>("batch.shown", List.of(false, true), false,
            corpus -> Text.binding(corpus ? "batch.corpus" : "batch.worked"));
    private final Spinner<Integer> maximumLength = new Spinner<>(0, MOST_POSITIONS, 3);
    private final TextField lengths = new TextField("1, 2");
    private final Label wrong = Parts.label("batch.lengths.wrong", "small");
    private final ChoiceRow<Layout> layout;
    private final Button next = Parts.button("fth-shuffle", "batch.next", this::nextBatch);
    private final VBox node;
    private List<Integer> validLengths = List.of(1, 2);
    private int positions = 3;
    private int number;
    private long measuredAt = System.nanoTime() - 2 * MEASURE_NANOS;

    public BatchTab(LabDesk desk) {
        this.desk = desk;
        view = new MaskView(desk.appearance(), desk.pointer());
        layout = new ChoiceRow<>("batch.layout", List.of(Layout.values()), Layout.COLUMN,
                choice -> Text.binding("batch.layout." + choice.name().toLowerCase(Locale.ROOT), "N"));
        ofCorpus.setId("batch-shown");
        layout.setId("batch-layout");
        ofCorpus.getStyleClass().add("fitted");
        layout.getStyleClass().add("fitted");
        maximumLength.setId("batch-maximum-length");
        maximumLength.setEditable(true);
        maximumLength.getEditor().accessibleTextProperty().bind(Text.binding("batch.maximumLength"));
        maximumLength.getEditor().setTextFormatter(new TextFormatter<>(change -> change.getControlNewText().matches("\\d{0,2}") ? change : null));
        lengths.setId("batch-lengths");
        lengths.accessibleTextProperty().bind(Text.binding("batch.lengths"));
        lengths.getStyleClass().add("figure");
        lengths.setPrefColumnCount(12);
        next.setId("batch-next");
        wrong.setId("batch-lengths-wrong");
        wrong.getStyleClass().add("danger-text");
        wrong.setVisible(false);
        wrong.managedProperty().bind(wrong.visibleProperty());
        Node maximum = named("batch.maximumLength", maximumLength);
        Node own = named("batch.lengths", lengths);
        for (Node worked : List.of(maximum, own)) {
            worked.visibleProperty().bind(Bindings.createBooleanBinding(() -> !ofCorpus.valueProperty().get(), ofCorpus.valueProperty()));
            worked.managedProperty().bind(worked.visibleProperty());
        }
        next.visibleProperty().bind(ofCorpus.valueProperty().map(Boolean::booleanValue));
        next.managedProperty().bind(next.visibleProperty());
        FlowPane controls = new FlowPane(ofCorpus, maximum, own, named("batch.layout", layout), next, wrong);
        controls.getStyleClass().add("batch-controls");
        Node card = desk.card(view).node();
        VBox.setVgrow(card, Priority.ALWAYS);
        node = new VBox(controls, card);
        node.getStyleClass().add("cards-below");
        node.setMinHeight(0);
        ofCorpus.valueProperty().subscribe((before, now) -> desk.refresh().run());
        layout.valueProperty().subscribe((before, now) -> desk.refresh().run());
        maximumLength.valueProperty().subscribe((before, now) -> {
            // Nothing typed is no number.
            positions = now == null ? positions : now;
            desk.refresh().run();
        });
        lengths.textProperty().subscribe((before, now) -> readLengths());
    }

    private static Node named(String key, Node control) {
        HBox named = new HBox(Parts.label(key, "small", "muted"), control);
        named.getStyleClass().add("named-control");
        named.setAlignment(Pos.CENTER_LEFT);
        return named;
    }

    @Override
    public String name() {
        return "batch";
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public boolean aboutSentence() {
        return false;
    }

    @Override
    public Map<String, String> kept() {
        return Map.of(NUMBER, String.valueOf(number));
    }

    @Override
    public void restore(Map<String, String> kept) {
        if (kept.getOrDefault(NUMBER, "").matches("\\d{1,9}")) {
            number = Integer.parseInt(kept.get(NUMBER)) - 1;
            nextBatch();
        }
    }

    @Override
    public Timeline timeline(LabState state) {
        return Timeline.of(Moment.ofMask());
    }

    @Override
    public void show(LabState state) {
        String part = state.moment().map(Moment::part).orElse("lengths");
        if (ofCorpus.valueProperty().get()) {
            measure(state);
            view.show(MaskShown.ofCorpus(Optional.ofNullable(desk.session().latestBatch()), layout.valueProperty().get()), part, state.highlight());
        } else {
            view.show(MaskShown.worked(positions, validLengths, layout.valueProperty().get()), part, state.highlight());
        }
    }

    /** Asks for new losses now and then: the pass forward is the training's time. A model that has come to rest is measured as it is left. */
    private void measure(LabState state) {
        long now = System.nanoTime();
        BatchLosses known = desk.session().latestBatch();
        boolean left = state.snapshot().filter(shown -> shown.state() == State.PAUSED || shown.state() == State.FINISHED)
                .filter(shown -> known == null || known.trainingStep() != shown.trainingStep()).isPresent();
        if (left || known == null && now - measuredAt > MEASURE_NANOS / 10 || now - measuredAt > MEASURE_NANOS) {
            measuredAt = now;
            desk.session().measureBatch(number);
        }
    }

    private void nextBatch() {
        number++;
        measuredAt = System.nanoTime();
        desk.session().measureBatch(number);
    }

    private void readLengths() {
        Optional<List<Integer>> read = parse(lengths.getText());
        lengths.pseudoClassStateChanged(WRONG, read.isEmpty());
        wrong.setVisible(read.isEmpty());
        read.ifPresent(list -> {
            validLengths = list;
            desk.refresh().run();
        });
    }

    /** Whole numbers parted by commas or blanks; empty where the text is none. */
    static Optional<List<Integer>> parse(String text) {
        String[] parts = text.strip().split("[\\s,;，、；]+");
        boolean sound = parts.length <= MOST_SENTENCES && Arrays.stream(parts).allMatch(part -> part.matches("\\d{1,2}"));
        return sound ? Optional.of(Arrays.stream(parts).map(Integer::valueOf).toList()) : Optional.empty();
    }
}
