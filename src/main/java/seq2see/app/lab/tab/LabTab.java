package seq2see.app.lab.tab;

import java.util.Map;
import javafx.scene.Node;
import seq2see.app.scrubber.Timeline;

/** One tab of the Lab's page. Only the one in front is shown anything; what it was not shown, it never needs. */
public interface LabTab {
    /** Its name in the settings; the message {@code tab.NAME} is what it is called on the screen. */
    String name();

    /** What fills the page below its head. */
    Node node();

    /** Whether it is about the sentence that is looked at, whose card then stands above it. */
    boolean aboutSentence();

    /** Whether it needs to know what the cells computed with, which costs the training a little. */
    default boolean inDepth() {
        return false;
    }

    /** What the scrubber steps through while this tab is in front: the sentence, or what follows from the state and from what was set in the tab. */
    default Timeline timeline(LabState state) {
        return state.trace().map(Timeline::of).orElse(Timeline.EMPTY);
    }

    /** What somebody set in it beside its controls, by names of its own, for a scene to keep. */
    default Map<String, String> kept() {
        return Map.of();
    }

    /** Takes what a scene kept, before its controls take theirs. What is not there, or makes no sense here, is passed over. */
    default void restore(Map<String, String> kept) {
    }

    /** Shows the state, whose moment is one of the timeline's. Often called with little that is new. */
    void show(LabState state);
}
