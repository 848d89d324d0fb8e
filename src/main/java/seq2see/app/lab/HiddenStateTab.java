package seq2see.app.lab;

import javafx.scene.Node;
import seq2see.app.view.HiddenStateView;

/** The states of encoder and decoder through time. */
final class HiddenStateTab implements LabTab {
    private final HiddenStateView flow;
    private final Node node;

    HiddenStateTab(LabDesk desk) {
        flow = new HiddenStateView(desk.appearance(), desk.pointer(), desk.scrubber()::go);
        node = desk.card(flow).node();
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
    public Timeline timeline(LabState state) {
        return state.trace().map(Timeline::of).orElse(Timeline.EMPTY);
    }

    @Override
    public void show(LabState state) {
        state.trace().ifPresentOrElse(trace -> flow.show(trace, state.moment(), state.highlight()), flow::clear);
    }
}
