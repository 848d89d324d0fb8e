package seq2see.app.lab.tab;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import seq2see.app.control.FileChoice;
import seq2see.app.control.FileSaver;
import seq2see.app.control.ViewCard;
import seq2see.app.scrubber.MomentChoice;
import seq2see.app.session.LabSession;
import seq2see.app.theme.Appearance;
import seq2see.app.view.Pointer;
import seq2see.app.view.View;
import seq2see.training.Watched;

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

    /** Has more computed of the sentence while a tab is on the screen and shows what needs it. */
    void watch(Watched what, Node tab, ObservableValue<Boolean> shown) {
        shown.subscribe(now -> watchNow(what, tab, shown));
        tab.sceneProperty().subscribe(now -> watchNow(what, tab, shown));
    }

    private void watchNow(Watched what, Node tab, ObservableValue<Boolean> shown) {
        session.watch(what, tab, tab.getScene() != null && shown.getValue());
    }
}
