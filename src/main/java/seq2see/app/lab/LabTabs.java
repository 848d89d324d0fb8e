package seq2see.app.lab;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import seq2see.app.lab.tab.LabState;
import seq2see.app.lab.tab.LabTab;
import seq2see.app.lab.tab.TokenIds;
import seq2see.app.scene.SceneState.Sight;
import seq2see.app.scrubber.MomentTrack;
import seq2see.app.session.LabSession;
import seq2see.app.theme.Text;
import seq2see.app.view.ChoiceRow;
import seq2see.app.view.Highlight;
import seq2see.app.view.Pointer;
import seq2see.app.view.Pointing;
import seq2see.corpus.InputException;
import seq2see.trace.Moment;
import seq2see.training.TrainingSnapshot;

/**
 * The Lab's tabs and what they show. There is one state; whatever changes in it, the scrubber's track gets the moments of the
 * tab in front, and then that tab is shown the state.
 */
final class LabTabs implements Pointer {
    /** Under what a scene keeps the hypothesis that every view follows. */
    private static final String FOLLOWED = "followed";

    /** How long the window rests before another tab that nobody sees is made ready. */
    private static final Duration REST = Duration.millis(300);

    private final MomentTrack track;
    private final LabSession session;
    private final Consumer<LabState> heard;
    private final StackPane place = new StackPane();
    private List<LabTab> tabs = List.of();
    private ChoiceRow<LabTab> row;
    /** Those that were laid out once behind the one in front. */
    private final Set<LabTab> ready = new HashSet<>();
    private final PauseTransition rest = new PauseTransition(REST);
    private LabState state = LabState.EMPTY;
    /** Whether the track is being given its moments: the state is shown once they are all there. */
    private boolean updating;

    /** @param heard is told of every state before the tab in front is shown it */
    LabTabs(LabSession session, MomentTrack track, Consumer<LabState> heard) {
        this.session = session;
        this.track = track;
        this.heard = heard;
        place.setMinSize(0, 0);
        rest.setOnFinished(_ -> makeReady());
        place.sceneProperty().subscribe(scene -> {
            if (scene == null) {
                rest.stop();
            } else {
                rest.playFromStart();
            }
        });
        track.placeProperty().subscribe(moved -> {
            if (!updating) {
                show();
            }
        });
    }

    /** Takes the tabs in the order in which they stand; the first one is in front. */
    void hold(List<LabTab> newTabs) {
        tabs = List.copyOf(newTabs);
        row = new ChoiceRow<>("tab.name", tabs, tabs.getFirst(), tab -> Text.binding("tab." + tab.name()));
        row.setId("tabs");
        row.getStyleClass().addAll("fitted", "tabs");
        row.setVisible(tabs.size() > 1);
        row.valueProperty().subscribe(this::bringToFront);
    }

    /** The row of their names. */
    Node row() {
        return row;
    }

    /** Where the tab in front stands. */
    Node place() {
        return place;
    }

    LabTab front() {
        return row.valueProperty().get();
    }

    /** Brings a tab to the front by its place in the row, from 0; a place with no tab changes nothing. */
    void choose(int index) {
        if (index < tabs.size()) {
            row.valueProperty().set(tabs.get(index));
        }
    }

    /** Brings a tab to the front by its name; a name of none changes nothing. */
    void choose(String name) {
        tabs.stream().filter(tab -> tab.name().equals(name)).findFirst().ifPresent(row.valueProperty()::set);
    }

    private void bringToFront(LabTab tab) {
        place.getChildren().setAll(tab.node());
        session.lookInDepth(tab.inDepth());
        point(Pointing.NONE);
        refresh();
    }

    /**
     * Lays the next of the tabs that stand behind out once, where nobody sees it, so that showing it need not wait: most of what a
     * first showing takes, up to a tenth of a second, is finding the styles of its controls.
     */
    private void makeReady() {
        // Styles are found by way of what stands around, which has none where it is not seen itself.
        if (!isSeen()) {
            return;
        }
        tabs.stream().filter(tab -> tab != front() && !ready.contains(tab)).findFirst().ifPresent(tab -> {
            ready.add(tab);
            Node node = tab.node();
            node.setVisible(false);
            place.getChildren().addFirst(node);
            node.applyCss();
            place.layout();
            place.getChildren().remove(node);
            node.setVisible(true);
            rest.playFromStart();
        });
    }

    private boolean isSeen() {
        Scene scene = place.getScene();
        return scene != null && scene.getWindow() != null && scene.getWindow().isShowing()
                && Stream.iterate((Node) place, Objects::nonNull, Node::getParent).allMatch(Node::isVisible);
    }

    void take(TrainingSnapshot snapshot) {
        state = state.with(snapshot);
        refresh();
    }

    /** Asks the tab in front for its moments again and shows it the state. */
    void refresh() {
        updating = true;
        track.show(front().timeline(state));
        updating = false;
        show();
    }

    private void show() {
        if (row != null) {
            state = state.at(track.present());
            heard.accept(state);
            front().show(state);
        }
    }

    /** What is looked at now. */
    Sight sight() {
        Pointing pinned = state.highlight().pinned();
        Map<String, String> set = new TreeMap<>(ControlValues.of(front().node()));
        set.putAll(front().kept());
        set.put(FOLLOWED, TokenIds.text(session.hypothesisProperty().get()));
        return new Sight(front().name(), session.sentenceProperty().get(), track.present().map(Moment::toString).orElse(""),
                List.of(pinned.source(), pinned.target(), pinned.layer(), pinned.unit(), pinned.row(), pinned.column()), set);
    }

    /** Looks at the same again, as far as it is there; the sentence and its model are the session's, and there already. */
    void look(Sight sight) {
        choose(sight.tab());
        state.snapshot().ifPresent(snapshot -> session.follow(TokenIds.parse(sight.controls().get(FOLLOWED), snapshot.plan().config().targetVocabulary())));
        front().restore(sight.controls());
        ControlValues.set(front().node(), sight.controls());
        try {
            Moment moment = Moment.parse(sight.moment());
            track.prepare(moment);
            track.select(moment);
        } catch (InputException _) {
            // Nowhere in particular, or a moment that only another version knows.
        }
        List<Integer> numbers = sight.pinned();
        keepLit(new Pointing(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3), numbers.get(4), numbers.get(5)));
    }

    @Override
    public void point(Pointing pointing) {
        light(highlight -> highlight.hovering(pointing));
    }

    @Override
    public void pin(Pointing pointing) {
        light(highlight -> highlight.pinning(pointing));
    }

    /** Pins this instead of what was pinned. */
    void keepLit(Pointing pointing) {
        light(highlight -> new Highlight(highlight.hovered(), pointing));
    }

    private void light(UnaryOperator<Highlight> change) {
        Highlight changed = change.apply(state.highlight());
        if (!changed.equals(state.highlight())) {
            state = state.lit(changed);
            show();
        }
    }
}
