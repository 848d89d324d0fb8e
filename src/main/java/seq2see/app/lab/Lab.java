package seq2see.app.lab;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import seq2see.app.control.Deadline;
import seq2see.app.control.FileChoice;
import seq2see.app.control.FileSaver;
import seq2see.app.scene.SavedScene;
import seq2see.app.scrubber.MomentBar;
import seq2see.app.scrubber.MomentTrack;
import seq2see.app.scrubber.Scrubber;
import seq2see.app.session.LabSession;
import seq2see.app.theme.Appearance;
import seq2see.corpus.InputException;
import seq2see.training.TrainingSnapshot;

/** The Lab: its page, scrubber, training line and settings, and what flows between them. */
public final class Lab implements Presented {
    private final LabSession session;
    private final FileSaver saver;
    private final LabPage page;
    private final Scrubber scrubber;
    private final MomentTrack track = new MomentTrack();
    private final MomentBar bar;
    private final StackPane foot = new StackPane();
    private final TrainingLine line;
    private final SettingsDrawer drawer;
    private boolean resumesLater;

    /**
     * @param openFile    asks for a corpus of one's own
     * @param closeDrawer what the settings' own close button does
     * @param actions     what can be done with what is on the stage
     */
    public Lab(LabSession session, Appearance appearance, FileChoice files, Runnable openFile, Runnable closeDrawer, StageActions actions) {
        this.session = session;
        saver = new FileSaver(refused -> Platform.runLater(() -> session.tell(refused)));
        page = new LabPage(session, track, appearance, files, saver, openFile, actions);
        scrubber = new Scrubber(track, appearance);
        bar = new MomentBar(track, appearance);
        foot.getChildren().setAll(scrubber.node());
        line = new TrainingLine(session, appearance);
        drawer = new SettingsDrawer(session, appearance, closeDrawer);
        session.snapshotProperty().subscribe(this::show);
    }

    private void show(TrainingSnapshot snapshot) {
        line.show(snapshot);
        if (snapshot != null) {
            page.tabs().take(snapshot);
            drawer.show(snapshot);
        }
    }

    /** Lets the training wait, where it is under way, until {@link #resumeTraining}. */
    public void pauseTraining() {
        TrainingSnapshot snapshot = session.snapshotProperty().get();
        resumesLater = snapshot != null && snapshot.state() == TrainingSnapshot.State.TRAINING;
        session.pause();
    }

    /** Goes on with a training that was under way when it was paused. */
    public void resumeTraining() {
        if (resumesLater) {
            session.resume();
        }
    }

    /** The name of the tab in front. */
    public String tab() {
        return page.tabs().front().name();
    }

    /** Brings a tab to the front by its name; a name of none changes nothing. */
    public void openTab(String name) {
        page.tabs().choose(name);
    }

    /** Brings a tab to the front by its place, from 0; a place with no tab changes nothing. */
    public void openTab(int place) {
        page.tabs().choose(place);
    }

    public Node page() {
        return page.node();
    }

    public Node scrubber() {
        return foot;
    }

    public Node trainingLine() {
        return line.node();
    }

    @Override
    public void present(boolean alone) {
        page.present(alone);
        foot.getChildren().setAll(alone ? bar.node() : scrubber.node());
    }

    @Override
    public void goOn() {
        track.forward();
    }

    @Override
    public void goBack() {
        track.back();
    }

    public Node settings() {
        return drawer.node();
    }

    /** Gives the focus to the first control of the settings. */
    public void focusSettings() {
        drawer.requestFocus();
    }

    /** What is on the stage. */
    public StageView stageView() {
        return new StageView(session, page.tabs());
    }

    /**
     * Shows a scene: its model as it stopped, and what was looked at. Where that cannot be, says why, and all stays as it was.
     *
     * @param whenShown is done once the model is there
     */
    public void open(SavedScene scene, Runnable whenShown) {
        session.open(scene, () -> {
            page.tabs().look(scene.state().sight());
            whenShown.run();
        });
    }

    /** Says that something asked for did not come about. */
    public void tell(InputException refused) {
        session.tell(refused);
    }

    /** Says beside the moment, when presenting, how far one has come. */
    public void say(String progress) {
        bar.say(progress);
    }

    /** Waits until what a person saved is written, but not for ever. */
    public void close(Deadline deadline) {
        saver.close(deadline);
    }

    /** A key that nobody with the focus wanted. */
    public void onKey(KeyEvent event) {
        scrubber.onKey(event);
    }
}
