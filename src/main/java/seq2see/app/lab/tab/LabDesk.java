package seq2see.app.lab.tab;

import seq2see.app.control.FileChoice;
import seq2see.app.control.FileSaver;
import seq2see.app.control.ViewCard;
import seq2see.app.scrubber.MomentChoice;
import seq2see.app.session.LabSession;
import seq2see.app.theme.Appearance;
import seq2see.app.view.Pointer;
import seq2see.app.view.View;

/**
 * What the Lab lends to its tabs.
 *
 * @param pointer  hears what is pointed at, so that it lights everywhere
 * @param refresh  to be called when something was set in a tab: its timeline is asked for again, and it is shown the state
 * @param scrubber goes to a moment
 */
public record LabDesk(LabSession session, Appearance appearance, FileChoice files, FileSaver saver, Pointer pointer, Runnable refresh,
               MomentChoice scrubber) {
    /** A card around a view, which can be saved there. */
    public ViewCard card(View view) {
        return new ViewCard(view, files, saver);
    }
}
