package seq2see.app.lab;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import seq2see.app.control.CrowdedRow;
import seq2see.app.control.Parts;
import seq2see.app.lab.tab.LabState;
import seq2see.app.scrubber.MomentTrack;
import seq2see.app.session.LabSession;
import seq2see.app.session.SentenceLimit;
import seq2see.app.theme.Appearance;
import seq2see.app.theme.Text;
import seq2see.app.view.Pointer;
import seq2see.app.view.Pointing;
import seq2see.corpus.Graphemes;
import seq2see.trace.Moment;
import seq2see.trace.Moment.Phase;
import seq2see.trace.Trace;
import seq2see.training.Translation;

/** The sentence that is being looked at, what the model makes of it, and whether the corpus says the same. */
final class TranslationCard {
    /** A pause in typing as long as this translates. */
    private static final Duration TYPING_PAUSE = Duration.millis(200);
    private static final Duration ROOM_KEPT = Duration.seconds(2);
    private static final int SHOWN_EXAMPLES = 3;
    private static final int LONGEST_EXAMPLE = 14;
    private static final int MOST_COLUMNS = 42;
    private static final double LEAST_ROW = 50;
    private static final int MOST_ROWS = 2;

    private final LabSession session;
    private final MomentTrack track;
    private final Pointer pointer;
    private final TextField sentence = new TextField();
    private final SentenceTokens sourceTokens;
    private final Label limit = new Label();
    private final CrowdedRow examples = new CrowdedRow(6);
    private final BooleanProperty anyExamples = new SimpleBooleanProperty();
    private final FlowPane chips = new FlowPane();
    private final List<TokenChip> pool = new ArrayList<>();
    private final OutputVerdict verdict;
    private final HBox node;
    private final PauseTransition shrink = new PauseTransition(ROOM_KEPT);
    private final PauseTransition pause = new PauseTransition(TYPING_PAUSE);
    /** Whether chips are being put in or taken out, which changes what the mouse is over. */
    private boolean placing;
    private LabState state = LabState.EMPTY;
    private boolean filling;

    TranslationCard(LabSession session, MomentTrack track, Pointer pointer, Appearance appearance) {
        this.session = session;
        this.track = track;
        this.pointer = pointer;
        sourceTokens = new SentenceTokens(sentence, pointer);
        verdict = new OutputVerdict(() -> session.follow(List.of()));
        prepareSentence();
        prepareLimit();
        HBox arrow = new HBox(Parts.icon("fth-arrow-right"));
        arrow.getStyleClass().add("translation-arrow");
        node = new HBox(input(), arrow, output(appearance), verdict.node());
        node.getStyleClass().addAll("card", "translation-card");
        node.setMinHeight(Region.USE_PREF_SIZE);
        session.sentenceProperty().subscribe(this::fill);
        session.examplesProperty().subscribe(this::showExamples);
        Text.follow(node, this::showChips);
    }

    private void prepareSentence() {
        sentence.setId("sentence");
        sentence.getStyleClass().addAll("figure", "sentence-field");
        sentence.accessibleTextProperty().bind(Text.binding("translation.sentence"));
        sentence.promptTextProperty().bind(Text.binding("translation.prompt"));
        sentence.setTextFormatter(SentenceLimit.formatter());
        sentence.setOnAction(event -> commit());
        // A field with a formatter keeps this key to itself.
        sentence.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                sentence.getScene().getRoot().requestFocus();
                event.consume();
            }
        });
        sentence.focusedProperty().subscribe(focused -> {
            if (!focused) {
                restoreWhereEmpty();
            }
        });
        pause.setOnFinished(event -> commit());
        sentence.textProperty().subscribe((before, now) -> {
            if (!filling) {
                pause.playFromStart();
            }
        });
        // The field is as wide as its sentence, within bounds, so that the output does not move while it changes.
        sentence.textProperty().subscribe(text -> sentence.setPrefColumnCount(Math.clamp(text.length() + 2, 20, MOST_COLUMNS)));
    }

    /** What says that the sentence can be no longer takes the place of the examples. */
    private void prepareLimit() {
        limit.setId("sentence-limit");
        limit.getStyleClass().addAll("least", "limit");
        limit.textProperty().bind(Text.binding("translation.limit", SentenceLimit.MOST));
        limit.setGraphic(Parts.icon("fth-alert-triangle"));
        limit.visibleProperty().bind(sentence.lengthProperty().greaterThanOrEqualTo(SentenceLimit.MOST));
        limit.managedProperty().bind(limit.visibleProperty());
        examples.visibleProperty().bind(anyExamples.and(limit.visibleProperty().not()));
        examples.managedProperty().bind(limit.visibleProperty().not());
    }

    private Node input() {
        examples.getStyleClass().add("examples");
        // As wide as the field above it, however many there are.
        examples.setPrefWidth(0);
        FontIcon pencil = Parts.icon("fth-edit-2");
        pencil.setMouseTransparent(true);
        StackPane field = new StackPane(sentence, sourceTokens.rings(), pencil);
        field.getStyleClass().add("sentence-place");
        StackPane.setAlignment(pencil, Pos.CENTER_RIGHT);
        VBox input = new VBox(field, examples, limit);
        input.getStyleClass().add("translation-input");
        HBox.setHgrow(input, Priority.ALWAYS);
        return input;
    }

    private Node output(Appearance appearance) {
        chips.getStyleClass().add("chips");
        chips.setId("translation");
        ScrollPane scroll = new ScrollPane(chips);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("edge-to-edge", "chips-scroll");
        scroll.setFocusTraversable(false);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        appearance.scaleProperty().subscribe(scale -> {
            examples.setScale(scale.doubleValue());
            fitRows(scroll, scale.doubleValue());
        });
        chips.heightProperty().subscribe(height -> fitRows(scroll, appearance.scale()));
        return scroll;
    }

    Node node() {
        return node;
    }

    /**
     * Makes room for the rows that the output needs, up to as many as the card can have; more are scrolled. Room is given at
     * once and taken back after a while, for the output of a model that learns changes all the time.
     */
    private void fitRows(ScrollPane scroll, double scale) {
        double wanted = Math.clamp(chips.getHeight(), LEAST_ROW * scale, MOST_ROWS * (LEAST_ROW + 4) * scale);
        if (wanted >= scroll.getPrefViewportHeight()) {
            shrink.stop();
            scroll.setPrefViewportHeight(wanted);
        } else {
            shrink.setOnFinished(event -> scroll.setPrefViewportHeight(wanted));
            shrink.play();
        }
    }

    private void fill(String text) {
        if (!text.equals(Graphemes.strip(sentence.getText()))) {
            filling = true;
            sentence.setText(text);
            filling = false;
        }
        pause.stop();
    }

    private void commit() {
        pause.stop();
        String text = Graphemes.strip(sentence.getText());
        if (!text.isEmpty() && !text.equals(session.sentenceProperty().get())) {
            session.look(text);
        }
    }

    /** What is shown beside the field is the sentence's translation; an empty field would say that there is none. */
    private void restoreWhereEmpty() {
        if (Graphemes.strip(sentence.getText()).isEmpty()) {
            fill(session.sentenceProperty().get());
        }
    }

    private void showExamples(List<String> sources) {
        examples.clear();
        examples.add(Parts.label("translation.try", "small", "muted"), 0);
        sources.stream().limit(SHOWN_EXAMPLES).forEach(source -> {
            boolean shortened = source.length() > LONGEST_EXAMPLE;
            Button example = new Button(shortened ? SentenceLimit.start(source, LONGEST_EXAMPLE).strip() + "…" : source);
            example.getStyleClass().addAll("example", "least", "mono");
            int number = examples.getChildrenUnmodifiable().size();
            example.setId("example-" + number);
            example.setAccessibleText(source);
            if (shortened) {
                example.setTooltip(new Tooltip(source));
            }
            example.setOnAction(event -> session.look(source));
            examples.add(example, number);
        });
        anyExamples.set(!sources.isEmpty());
    }

    /** Shows the sentence's translation, where it has one. */
    void show(LabState newState) {
        state = newState;
        sourceTokens.show(state.trace().map(trace -> trace.source().tokens()).orElse(List.of()), state.highlight());
        showChips();
        verdict.show(state.translation());
    }

    private void showChips() {
        List<Trace.DecoderStep> steps = state.trace().map(trace -> trace.decoder().steps()).orElse(List.of());
        int now = state.moment().filter(moment -> moment.phase() == Phase.DECODER).map(Moment::timeStep).orElse(0);
        while (pool.size() < steps.size()) {
            int step = pool.size() + 1;
            TokenChip chip = new TokenChip(() -> choose(step));
            chip.hoverProperty().subscribe((before, hovered) -> {
                if (placing) {
                    // Whoever hears of it shows the chips again, and they are just being placed.
                    Platform.runLater(() -> point(step, chip.isHover()));
                } else {
                    point(step, hovered);
                }
            });
            pool.add(chip);
        }
        for (int i = 0; i < steps.size(); i++) {
            Trace trace = state.trace().orElseThrow();
            double probability = steps.get(i).probabilities().get(trace.outputIds().get(i));
            pool.get(i).show(i + 1, trace.outputTokens().get(i), probability, i + 1 == now, state.highlight().target(i + 1));
        }
        if (chips.getChildren().size() != steps.size()) {
            placing = true;
            chips.getChildren().setAll(pool.subList(0, steps.size()));
            placing = false;
        }
        chips.setAccessibleText(state.translation().map(Translation::text).orElse(""));
    }

    private void point(int step, boolean hovered) {
        pointer.point(hovered ? Pointing.target(step) : Pointing.NONE);
    }

    /** Goes to a decoder step, keeping the part that is looked at where it is one of the decoder's. */
    private void choose(int step) {
        String part = track.present().filter(moment -> moment.phase() == Phase.DECODER).map(Moment::part).orElse("attentionWeights");
        int layer = track.present().filter(moment -> moment.phase() == Phase.DECODER).map(Moment::layer).orElse(0);
        track.select(new Moment(Phase.DECODER, step, layer, "", part));
    }
}
