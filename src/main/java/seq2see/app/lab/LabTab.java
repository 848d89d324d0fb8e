package seq2see.app.lab;

import javafx.scene.Node;

/** One tab of the Lab's page. Only the one in front is shown anything; what it was not shown, it never needs. */
interface LabTab {
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

    /** What the scrubber steps through while this tab is in front. It follows from the state and what was set in the tab. */
    Timeline timeline(LabState state);

    /** Shows the state, whose moment is one of the timeline's. Often called with little that is new. */
    void show(LabState state);
}
