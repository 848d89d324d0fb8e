package seq2see.app.lab;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import seq2see.app.control.Deadline;
import seq2see.app.control.FileChoice;
import seq2see.app.control.FileSaver;
import seq2see.app.control.Parts;
import seq2see.app.lab.search.SearchChoice;
import seq2see.app.lab.search.SearchTab;
import seq2see.app.lab.tab.AttentionTab;
import seq2see.app.lab.tab.BatchTab;
import seq2see.app.lab.tab.ExperimentChoice;
import seq2see.app.lab.tab.ExperimentTab;
import seq2see.app.lab.tab.HiddenStateTab;
import seq2see.app.lab.tab.LabDesk;
import seq2see.app.lab.tab.ShapesTab;
import seq2see.app.lab.tab.TrainingTab;
import seq2see.app.lab.tab.TranslationTab;
import seq2see.app.scene.SceneState.Sight;
import seq2see.app.scrubber.MomentBar;
import seq2see.app.scrubber.MomentTrack;
import seq2see.app.scrubber.Scrubber;
import seq2see.app.session.LabSession;
import seq2see.app.theme.Appearance;
import seq2see.app.theme.Text;
import seq2see.app.view.Pointing;
import seq2see.corpus.InputException;
import seq2see.trace.Moment;
import seq2see.training.ExperimentResult;
import seq2see.training.HeldOutScores;
import seq2see.training.SentenceSearch;
import seq2see.training.TrainingSnapshot;
import seq2see.training.Watched;

/** What stands beside a lesson's prose: one of the Lab's tabs, the scrubber and the training line, over a model of its own. */
public final class LessonStage {
    private final LabSession session = new LabSession();
    private final MomentTrack track = new MomentTrack();
    private final LabTabs tabs;
    private final SearchTab searchTab;
    private final ShapesTab shapesTab;
    private final ExperimentTab experimentTab;
    private final Scrubber scrubber;
    private final MomentBar bar;
    private final HBox head;
    private final VBox page;
    private final TrainingLine line;
    private final FileSaver saver;
    private final Consumer<TrainingSnapshot> heard;
    private final Label heading = new Label();
    private final Label model = Parts.figure("muted");
    private final Label checkpoint = new Label();
    private final Button trainHere;
    private Optional<Long> openedAt = Optional.empty();
    private final VBox node;

    /**
     * @param heard   is told of every snapshot that is shown
     * @param actions what can be done with what is on the stage
     * @param again   trains here what was opened from a checkpoint
     */
    public LessonStage(Appearance appearance, FileChoice files, Consumer<TrainingSnapshot> heard, StageActions actions, Runnable again) {
        saver = new FileSaver(refused -> Platform.runLater(() -> session.tell(refused)));
        tabs = new LabTabs(session, track, state -> { });
        LabDesk desk = new LabDesk(session, appearance, files, saver, tabs, tabs::refresh, track);
        searchTab = new SearchTab(desk, false);
        shapesTab = new ShapesTab(desk, true);
        this.heard = heard;
        experimentTab = new ExperimentTab(desk, this::tellAgain);
        tabs.hold(List.of(new TranslationTab(desk), new AttentionTab(desk), new BatchTab(desk), new HiddenStateTab(desk), shapesTab,
                searchTab, new TrainingTab(desk), experimentTab));
        scrubber = new Scrubber(track, appearance);
        bar = new MomentBar(track, appearance);
        line = new TrainingLine(session, appearance);
        heading.getStyleClass().add("heading");
        model.getStyleClass().add("small");
        trainHere = Parts.button("fth-rotate-ccw", "lesson.player.trainHere", again);
        trainHere.setId("lesson-train-here");
        checkpoint.getStyleClass().addAll("small", "muted");
        checkpoint.setId("lesson-checkpoint");
        trainHere.managedProperty().bind(trainHere.visibleProperty());
        tellOfCheckpoint(Optional.empty());
        head = new HBox(heading, model, checkpoint, trainHere, Parts.spring(), StageMenu.of(actions));
        head.getStyleClass().add("lesson-stage-head");
        head.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(tabs.place(), Priority.ALWAYS);
        page = new VBox(head, new ProblemBar(session).node(), tabs.place());
        page.getStyleClass().add("lesson-stage");
        VBox.setVgrow(page, Priority.ALWAYS);
        node = new VBox(page, scrubber.node());
        node.setMinWidth(0);
        session.snapshotProperty().subscribe(snapshot -> {
            line.show(snapshot);
            if (snapshot != null) {
                tabs.take(snapshot);
                showModel(snapshot);
                heard.accept(snapshot);
            }
        });
        Text.follow(node, this::showHeading);
    }

    public Node node() {
        return node;
    }

    public Node trainingLine() {
        return line.node();
    }

    /** Shows only the picture and the moment, large; or heading and scrubber again. */
    public void present(boolean alone) {
        head.setVisible(!alone);
        head.setManaged(!alone);
        node.getChildren().setAll(page, alone ? bar.node() : scrubber.node());
    }

    /** What is on the stage. */
    public StageView view() {
        return new StageView(session, tabs);
    }

    /** Looks at what a scene looked at. */
    public void look(Sight sight) {
        tabs.look(sight);
    }

    /** Says that something asked for did not come about. */
    public void tell(InputException refused) {
        session.tell(refused);
    }

    /** Says beside the moment, when presenting, how far one has come. */
    public void say(String progress) {
        bar.say(progress);
    }

    /** Begins to show what the model does. */
    public void start() {
        session.show();
    }

    /** Whether it keeps back what the decoder has yet to write, and the shapes in letters, while something is asked. */
    public void veil(boolean wanted) {
        scrubber.veil(wanted);
        shapesTab.veil(wanted);
    }

    /** Opens a view by its name and sets its controls, by the id of each. */
    public void open(String view, Map<String, String> controls) {
        tabs.choose(view);
        ControlValues.set(tabs.front().node(), controls);
        boolean steps = tabs.front() != experimentTab;
        scrubber.node().setVisible(steps);
        scrubber.node().setManaged(steps);
        showHeading();
    }

    /** Says that the model was not trained here from its seed, but opened after so many training steps. */
    public void tellOfCheckpoint(Optional<Long> trainingStep) {
        openedAt = trainingStep;
        trainHere.setVisible(openedAt.isPresent());
        showHeading();
    }

    private void showHeading() {
        checkpoint.setText(openedAt.map(step -> Text.of("lesson.player.checkpoint", step)).orElse(""));
        heading.setText(Text.of("tab." + tabs.front().name()));
    }

    private void showModel(TrainingSnapshot snapshot) {
        model.setText(snapshot.plan().corpus().name() + " · " + snapshot.plan().config().cell().toString().toUpperCase(Locale.ROOT));
    }

    /** Makes a plan, which may take long. */
    public interface Planning extends LabSession.Planning {
    }

    /** Leaves what was trained, trains from the plan's seed up to a step, and rests. */
    public void begin(Planning planning, String sentence, long until) {
        session.begin(planning, sentence, until);
    }

    /** Looks at a sentence, goes on with what is being trained up to a step, and rests. */
    public void goOn(String sentence, long until) {
        session.look(sentence);
        session.resumeUntil(until);
    }

    /** What the search's view searches from now on. */
    public void search(SearchChoice choice) {
        searchTab.search(choice);
    }

    /** Trains configurations side by side, or shows what is kept of it. */
    public void experiment(ExperimentChoice choice) {
        experimentTab.show(choice);
    }

    /** Leaves the experiment that is under way. */
    public void endExperiment() {
        experimentTab.end();
    }

    /** What came of the experiment; empty while it is not through. */
    public Optional<ExperimentResult> experimentResult() {
        return experimentTab.result();
    }

    /** Has a sentence searched by the weights of now; a snapshot follows it. */
    public void ask(SentenceSearch.Question question) {
        session.search(question);
    }

    /** Has the gradients of the sentence computed with every snapshot, or no longer. */
    public void watchGradients(boolean wanted) {
        session.watch(Watched.GRADIENTS, this, wanted);
    }

    /** Asks how well what was held out is translated now; a snapshot follows it. */
    public void measureHeldOut() {
        session.measureHeldOut();
    }

    /** What was measured last of what was held out. */
    public Optional<HeldOutScores> latestHeldOut() {
        return Optional.ofNullable(session.latestHeldOut());
    }

    /** Tells of the newest snapshot again: something else of the step has become known. */
    public void tellAgain() {
        snapshot().ifPresent(heard);
    }

    /** The search that was carried out last. */
    public Optional<SentenceSearch> latestSearch() {
        return Optional.ofNullable(session.latestSearch());
    }

    public void pause() {
        experimentTab.pause();
        session.pause();
    }

    /** Goes to the moment with this address, or the one that comes nearest to it. */
    public void go(Moment moment) {
        track.select(moment);
    }

    /** Lights something in every view, until something else is lit. */
    public void point(Pointing pointing) {
        tabs.point(pointing);
    }

    /** Keeps something lit; {@link Pointing#NONE} to let it go. */
    public void keepLit(Pointing pointing) {
        tabs.keepLit(pointing);
    }

    public ReadOnlyObjectProperty<TrainingSnapshot> snapshotProperty() {
        return session.snapshotProperty();
    }

    /** The newest snapshot; empty until there is a model. */
    public Optional<TrainingSnapshot> snapshot() {
        return Optional.ofNullable(session.snapshotProperty().get());
    }

    /** A key that nobody with the focus wanted. */
    public void onKey(KeyEvent event) {
        scrubber.onKey(event);
    }

    /** Waits until what a person saved is written, but not for ever. */
    public void close(Deadline deadline) {
        experimentTab.end();
        saver.close(deadline);
        session.close();
    }
}
