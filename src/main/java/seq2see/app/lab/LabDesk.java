package seq2see.app.lab;

import seq2see.app.theme.Appearance;
import seq2see.app.view.Pointer;
import seq2see.app.view.View;
import seq2see.trace.Moment;

/**
 * What the Lab lends to its tabs.
 *
 * @param pointer  hears what is pointed at, so that it lights everywhere
 * @param refresh  to be called when something was set in a tab: its timeline is asked for again, and it is shown the state
 * @param scrubber goes to a moment
 */
record LabDesk(LabSession session, Appearance appearance, FileChoice files, FileSaver saver, Pointer pointer, Runnable refresh,
               MomentChoice scrubber) {

    /** Goes to moments. */
    interface MomentChoice {
        /** Goes to a moment of the tab in front, or the one that comes nearest to it. */
        void go(Moment moment);

        /** Has tabs that come to the front later stand on this moment. */
        void prepare(Moment moment);
    }

    /** A card around a view, which can be saved there. */
    ViewCard card(View view) {
        return new ViewCard(view, files, saver);
    }
}
