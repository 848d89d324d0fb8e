package seq2see.app.lab.tab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import seq2see.app.control.Parts;
import seq2see.app.control.ValueSlider;
import seq2see.app.scrubber.Timeline;
import seq2see.app.session.LabSession;
import seq2see.app.theme.Numbers;
import seq2see.app.theme.Text;
import seq2see.app.view.ChoiceRow;
import seq2see.app.view.shapes.ShapesBatch;
import seq2see.app.view.shapes.ShapesView;
import seq2see.model.CellType;
import seq2see.model.ModelConfig;
import seq2see.trace.BatchTrace;
import seq2see.trace.Moment;
import seq2see.trace.Trace;
import seq2see.training.ModelNow;
import seq2see.training.TrainingPlan;
import seq2see.training.TrainingSnapshot;
import seq2see.training.Translation;

/** A model's tensors as blocks, for sizes that somebody sets, or those of the running model. */
public final class ShapesTab implements LabTab {
    private static final double[] WIDTHS = {1, 2, 3, 4, 6, 8, 10, 12, 16, 20, 24, 32};
    private static final double[] VOCABULARY = {4, 5, 6, 8, 10, 12, 14, 16, 20, 24};
    /** The running model's weights are copied this often at most: it is the training's time. */
    private static final long COPY_NANOS = 2_000_000_000;
    /** Numbers that a layer's states may come to, so that a large model's batch does not fill the memory. */
    private static final long MOST_NUMBERS = 4_000_000;

    /** Under what a scene keeps whether the sizes are the running model's, and what lies open: block, axis and index. */
    private static final String RUNNING = "shapes-running-model";
    private static final String OPEN = "shapes-open";

    private final ShapesView view;
    private final ShapesModel model;
    private final Map<String, ValueSlider> sizes = new LinkedHashMap<>();
    private final ChoiceRow<CellType> cell = new ChoiceRow<>("shapes.cell", List.of(CellType.values()), CellType.GRU,
            type -> Text.binding("settings.cell." + type));
    private final ChoiceRow<Integer> directions = new ChoiceRow<>("shapes.directions", List.of(1, 2), 1, count -> Text.binding("shapes.directions." + count));
    private final HBox node;
    private final LabSession session;
    private final Label note = new Label();
    private Optional<TrainingSnapshot> snapshot = Optional.empty();
    private boolean showing;
    private boolean begun;
    /** The running model and the sentence of the batch that was built last; null where it was not of the running model. */
    private Shown shown;
    /** Whether the sizes are those of whatever model runs, until somebody sets others. */
    private boolean following;
    /** The plan whose sizes were taken last. */
    private TrainingPlan followed;
    /** What a scene had open that is not there yet. */
    private Optional<String> wanted = Optional.empty();
    private long askedAt = System.nanoTime() - COPY_NANOS;

    private record Shown(ModelNow model, Trace.Sentence sentence) {
    }

    /** @param ofLesson whether it begins with the sizes of the model that the lesson speaks of, its controls folded away */
    public ShapesTab(LabDesk desk, boolean ofLesson) {
        session = desk.session();
        view = new ShapesView(desk.appearance(), desk.pointer());
        model = new ShapesModel(desk.refresh());
        slider("N", "batch", 4, 1, 2, 3, 4, 5, 6, 8);
        slider("T", "source-time", 7, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12);
        slider("D", "embedding", 8, WIDTHS);
        slider("H", "hidden", 16, WIDTHS);
        slider("L", "layer", 2, 1, 2, 3, 4);
        slider("V", "source-vocabulary", 10, VOCABULARY);
        slider("Vt", "target-vocabulary", 10, VOCABULARY);
        cell.setId("shapes-cell");
        directions.setId("shapes-directions");
        cell.valueProperty().subscribe((before, now) -> changed());
        directions.valueProperty().subscribe((before, now) -> changed());
        Node card = desk.card(view).node();
        HBox.setHgrow(card, Priority.ALWAYS);
        Node column = column();
        node = new HBox(column, ofLesson ? folding(card, column) : card);
        following = ofLesson;
        node.getStyleClass().add("cards");
        node.setMinHeight(0);
    }

    /** The card with a button that brings the column out and puts it away again. */
    private Node folding(Node card, Node column) {
        ToggleButton fold = new ToggleButton(null, Parts.icon("fth-sliders"));
        fold.setId("shapes-sizes");
        fold.getStyleClass().addAll("icon-button", "bare", "beside-corner");
        Parts.name(fold, Text.binding("shapes.sizes"));
        column.visibleProperty().bind(fold.selectedProperty());
        column.managedProperty().bind(fold.selectedProperty());
        view.leaveCorner(72);
        StackPane folding = new StackPane(card, fold);
        StackPane.setAlignment(fold, Pos.TOP_RIGHT);
        HBox.setHgrow(folding, Priority.ALWAYS);
        return folding;
    }

    private void slider(String letter, String axis, double first, double... values) {
        ValueSlider slider = new ValueSlider("shapes.size." + letter, "axis-" + axis, value -> Numbers.count(Math.round(value)), values);
        slider.show(first);
        slider.valueProperty().subscribe((before, now) -> changed());
        sizes.put(letter, slider);
    }

    private Node column() {
        Button tiny = Parts.button("fth-minimize-2", "shapes.tiny", this::takeTiny);
        tiny.setId("shapes-tiny");
        Button own = Parts.button("fth-activity", "shapes.runningSizes", this::takeRunning);
        own.setId("shapes-running");
        Button measure = Parts.button("fth-clock", "shapes.measure", model::timeAgain);
        measure.setId("shapes-measure");
        for (Button button : List.of(tiny, own, measure)) {
            button.setMaxWidth(Double.MAX_VALUE);
            button.setMinWidth(0);
        }
        note.getStyleClass().addAll("small", "muted");
        note.setId("shapes-note");
        Text.follow(note, this::describe);
        note.setWrapText(true);
        note.setMinWidth(0);
        note.setMinHeight(Region.USE_PREF_SIZE);
        VBox content = new VBox();
        content.getChildren().addAll(sizes.values());
        content.getChildren().addAll(cell, directions, own, tiny, note, new Separator(), new ShapesValues(view).node(), measure);
        content.getStyleClass().add("side-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("edge-to-edge", "side-column");
        return scroll;
    }

    /** Whether the shapes in letters are kept back. */
    public void veil(boolean wanted) {
        view.veil(wanted);
    }

    @Override
    public String name() {
        return "shapes";
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
        Map<String, String> kept = new LinkedHashMap<>();
        kept.put(RUNNING, String.valueOf(isRunning()));
        view.opened().ifPresent(block -> kept.put(OPEN, block + " " + view.axis() + " " + view.index()));
        return kept;
    }

    @Override
    public void restore(Map<String, String> kept) {
        if (Boolean.parseBoolean(kept.get(RUNNING))) {
            takeRunning();
        }
        wanted = Optional.of(kept.getOrDefault(OPEN, "")).filter(open -> open.matches("\\w+ \\d \\d{1,6}"));
        if (wanted.isEmpty()) {
            view.open("", 0, 0);
        }
    }

    /** Opens what a scene had open, once it is there. */
    private void openWanted(BatchTrace trace) {
        ModelConfig config = trace.config();
        boolean there = trace.sentences() == size("N") && trace.sourceTime() == size("T") && config.embeddingSize() == size("D")
                && config.hiddenSize() == size("H") && config.layers() == size("L") && config.cell() == cell.valueProperty().get();
        wanted.filter(open -> there).map(open -> open.split(" ")).ifPresent(open -> {
            wanted = Optional.empty();
            view.open(open[0], Integer.parseInt(open[1]), Integer.parseInt(open[2]));
        });
    }

    @Override
    public Timeline timeline(LabState state) {
        return model.built().map(built -> Timeline.of(Moment.of(built.trace().config(), built.trace().sourceTime(), 1))).orElse(Timeline.EMPTY);
    }

    @Override
    public void show(LabState state) {
        boolean first = snapshot.isEmpty() && state.snapshot().isPresent();
        snapshot = state.snapshot();
        if (first && !begun && !following) {
            begun = true;
            like(snapshot.orElseThrow().plan().config());
            build();
        }
        if (following && snapshot.filter(now -> now.plan() != followed && now.translation().isPresent()).isPresent()) {
            takeRunning();
        }
        follow();
        model.built().ifPresent(built -> {
            view.show(built, state.moment(), model.product(), state.highlight());
            openWanted(built.trace());
        });
        describe();
    }

    /** Where the sizes are the running model's, shows its weights as they are now, and the sentence that is looked at. */
    private void follow() {
        Optional<Trace> trace = snapshot.flatMap(TrainingSnapshot::translation).map(Translation::trace);
        if (trace.isEmpty() || !isRunning()) {
            return;
        }
        ModelNow copied = session.latestModel();
        Trace.Sentence sentence = trace.get().source();
        if (copied != null && copied.plan() == snapshot.get().plan() && (shown == null || shown.model() != copied || !shown.sentence().equals(sentence))) {
            boolean other = shown == null || !shown.sentence().equals(sentence);
            if (other && shown != null && size("T") == shown.sentence().ids().size()) {
                slide("T", sentence.ids().size());
            }
            shown = new Shown(copied, sentence);
            int sentences = size("N");
            int time = size("T");
            model.build(() -> RunningBatch.of(copied, sentence, sentences, time));
        }
        boolean stale = copied == null || copied.plan() != snapshot.get().plan() || copied.trainingStep() != snapshot.get().trainingStep();
        if (stale && System.nanoTime() - askedAt > COPY_NANOS) {
            askedAt = System.nanoTime();
            session.copyModel();
        }
    }

    /** Whether the sizes that are set are the running model's. */
    private boolean isRunning() {
        return snapshot.map(TrainingSnapshot::plan).map(TrainingPlan::config).filter(config -> config.cell() == cell.valueProperty().get()
                && config.directions() == directions.valueProperty().get() && config.layers() == size("L") && config.hiddenSize() == size("H")
                && config.embeddingSize() == size("D") && config.sourceVocabulary() == size("V") && config.targetVocabulary() == size("Vt")).isPresent();
    }

    private void describe() {
        Optional<ShapesBatch> running = model.built().filter(batch -> batch.trainingStep().isPresent());
        note.setText(running.map(batch -> Text.of(batch.sentenceFirst() ? "shapes.ofRunning.sentence" : "shapes.ofRunning",
                Numbers.count(batch.trainingStep().getAsLong()))).orElseGet(() -> Text.of("shapes.untrained")));
    }

    /** Begins with the running model's kind; its sizes are a click away. */
    private void like(ModelConfig config) {
        showing = true;
        cell.valueProperty().set(config.cell());
        directions.valueProperty().set(config.directions());
        showing = false;
    }

    private void changed() {
        if (!showing) {
            following = false;
            build();
        }
    }

    private void takeTiny() {
        following = false;
        set(Map.of("N", 4, "T", 7, "D", 8, "H", 16, "L", 2, "V", 10, "Vt", 10));
    }

    private void takeRunning() {
        snapshot.ifPresent(shown -> {
            TrainingPlan plan = shown.plan();
            following = true;
            followed = plan;
            ModelConfig config = plan.config();
            int time = shown.translation().map(translation -> translation.trace()).map(Trace::sourceTime).orElse(1);
            like(config);
            long numbers = (long) time * config.hiddenSize() * (config.cell().gates() + 2) * config.layers() * config.directions();
            int sentences = Math.clamp(MOST_NUMBERS / Math.max(1, numbers), 1, plan.batchSize());
            set(Map.of("N", sentences, "T", time, "D", config.embeddingSize(), "H", config.hiddenSize(), "L", config.layers(),
                    "V", config.sourceVocabulary(), "Vt", config.targetVocabulary()));
        });
    }

    private void set(Map<String, Integer> values) {
        values.forEach(this::slide);
        build();
    }

    private void slide(String letter, int value) {
        showing = true;
        sizes.get(letter).show(value);
        showing = false;
    }

    private void build() {
        shown = null;
        // Before there is a running model nothing is built: it says how the decoder is told of the source, and what its output reads.
        if (snapshot.isEmpty()) {
            return;
        }
        if (isRunning()) {
            // Its weights come in a moment.
            askedAt = System.nanoTime() - COPY_NANOS;
            follow();
            session.copyModel();
            return;
        }
        ModelConfig kind = snapshot.get().plan().config();
        boolean tied = kind.tiedWeights() && size("D") == size("H");
        ModelConfig config = new ModelConfig(cell.valueProperty().get(), size("L"), directions.valueProperty().get() == 2, kind.context(), kind.attention(),
                kind.attentionBias(), kind.output(), tied, size("V"), size("Vt"), size("D"), size("H"), 1);
        model.build(ShapesModel.untrained(config, size("N"), size("T")));
    }

    private int size(String letter) {
        return (int) Math.round(sizes.get(letter).value());
    }
}
