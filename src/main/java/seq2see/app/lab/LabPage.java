package seq2see.app.lab;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import seq2see.app.control.FileChoice;
import seq2see.app.control.FileSaver;
import seq2see.app.control.Parts;
import seq2see.app.lab.search.SearchTab;
import seq2see.app.lab.tab.AttentionTab;
import seq2see.app.lab.tab.BatchTab;
import seq2see.app.lab.tab.HiddenStateTab;
import seq2see.app.lab.tab.LabDesk;
import seq2see.app.lab.tab.LabState;
import seq2see.app.lab.tab.ShapesTab;
import seq2see.app.lab.tab.TrainingTab;
import seq2see.app.scrubber.MomentTrack;
import seq2see.app.session.LabSession;
import seq2see.app.theme.Appearance;

/** The Lab's stage: its tabs' names in the head, the sentence and its translation below, then the tab in front. */
final class LabPage {
    private final TranslationCard translation;
    private final LabTabs tabs;
    private final VBox node;
    private final HBox head;
    private boolean alone;

    LabPage(LabSession session, MomentTrack track, Appearance appearance, FileChoice files, FileSaver saver, Runnable openFile, StageActions actions) {
        tabs = new LabTabs(session, track, this::hear);
        translation = new TranslationCard(session, track, tabs, appearance);
        LabDesk desk = new LabDesk(session, appearance, files, saver, tabs, tabs::refresh, track);
        tabs.hold(List.of(new AttentionTab(desk), new HiddenStateTab(desk), new ShapesTab(desk, false), new SearchTab(desk, true), new BatchTab(desk), new TrainingTab(desk)));
        head = new HBox(Parts.label("lab.title", "title"), new CorpusChooser(session, openFile).node(), Parts.spring(), tabs.row(), StageMenu.of(actions));
        head.getStyleClass().add("page-head");
        head.setAlignment(Pos.CENTER_LEFT);
        // The names of the tabs stand in line with the buttons beside them.
        head.setFillHeight(false);
        VBox.setVgrow(tabs.place(), Priority.ALWAYS);
        node = new VBox(head, new ProblemBar(session).node(), translation.node(), tabs.place());
        node.getStyleClass().add("lab-page");
    }

    Node node() {
        return node;
    }

    LabTabs tabs() {
        return tabs;
    }

    /** Shows only the tab in front, or what stands above it too. */
    void present(boolean newAlone) {
        alone = newAlone;
        head.setVisible(!alone);
        head.setManaged(!alone);
        tabs.refresh();
    }

    private void hear(LabState state) {
        boolean about = tabs.front().aboutSentence() && !alone;
        translation.node().setVisible(about);
        translation.node().setManaged(about);
        if (about) {
            translation.show(state);
        }
    }
}
