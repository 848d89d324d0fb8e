package seq2see.app.lab.tab;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import seq2see.app.theme.Text;
import seq2see.app.view.ChoiceRow;
import seq2see.app.view.hiddenstate.HiddenStateView;
import seq2see.app.view.hiddenstate.StatePlaneView;
import seq2see.trace.Trace;
import seq2see.training.Translation;
import seq2see.training.Watched;

/** The states of encoder and decoder: unit by unit through time, or as paths in the plane in which they differ most. */
public final class HiddenStateTab implements LabTab {
    /** What stands between the choice and the button that saves. */
    private static final double GAP = 14;

    private final LabDesk desk;
    private final HiddenStateView flow;
    private final StatePlaneView plane;
    private final ChoiceRow<Boolean> inPlane = new ChoiceRow<>("hiddenState.shown", List.of(false, true), false,
            plane -> Text.binding(plane ? "hiddenState.plane" : "hiddenState.flow"));
    private final StackPane node;

    public HiddenStateTab(LabDesk desk) {
        this.desk = desk;
        flow = new HiddenStateView(desk.appearance(), desk.pointer(), desk.scrubber()::go);
        plane = new StatePlaneView(desk.appearance(), desk.pointer());
        Node flowCard = desk.card(flow).node();
        Node planeCard = desk.card(plane).node();
        flowCard.visibleProperty().bind(inPlane.valueProperty().map(chosen -> !chosen));
        planeCard.visibleProperty().bind(inPlane.valueProperty());
        inPlane.setId("hidden-state-shown");
        inPlane.getStyleClass().addAll("fitted", "corner-choice");
        inPlane.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(inPlane, Pos.TOP_RIGHT);
        node = new StackPane(flowCard, planeCard, inPlane);
        node.setMinSize(0, 0);
        inPlane.widthProperty().subscribe(this::leaveCorner);
        desk.appearance().scaleProperty().subscribe(this::leaveCorner);
        desk.watch(Watched.NEIGHBOURS, node, inPlane.valueProperty());
        inPlane.valueProperty().subscribe((before, now) -> desk.refresh().run());
    }

    private void leaveCorner() {
        double corner = inPlane.getWidth() / desk.appearance().scale() + 2 * GAP + 20;
        flow.leaveCorner(corner);
        plane.leaveCorner(corner);
    }

    @Override
    public String name() {
        return "hidden-state";
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public boolean aboutSentence() {
        return true;
    }

    @Override
    public boolean inDepth() {
        return true;
    }

    @Override
    public void show(LabState state) {
        if (inPlane.valueProperty().get()) {
            List<Trace> others = state.translation().map(Translation::neighbours).orElse(List.of());
            state.trace().ifPresentOrElse(trace -> plane.show(trace, others, state.moment(), state.highlight()), plane::clear);
        } else {
            state.trace().ifPresentOrElse(trace -> flow.show(trace, state.moment(), state.highlight()), flow::clear);
        }
    }
}
