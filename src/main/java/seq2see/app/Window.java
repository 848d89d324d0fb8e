package seq2see.app;

import java.nio.file.Path;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import seq2see.app.control.Deadline;
import seq2see.app.control.FileChoice;
import seq2see.app.corpus.CorpusPlace;
import seq2see.app.lab.Lab;
import seq2see.app.lesson.player.Lessons;
import seq2see.app.session.LabSession;
import seq2see.app.theme.Appearance;
import seq2see.app.theme.Fonts;
import seq2see.app.theme.Text;
import seq2see.lesson.ProgressFile;

/** The window of the program, with what it remembers. */
public final class Window {
    /** The smallest window at scale 1. */
    private static final double LEAST_WIDTH = 1024;
    private static final double LEAST_HEIGHT = 640;
    /** What is still being written when the window closes gets so long; a disk that hangs would hold the program for ever. */
    private static final int LONGEST_WAIT_SECONDS = 10;

    private final UserSettingsFile file;
    private final UserSettings remembered;
    private final LabSession session;
    private final Appearance appearance = new Appearance();
    private final Stage stage;
    private final Lab lab;
    private final Lessons lessons;
    private final Shell shell;
    private final CorpusPlace corpus;
    private final Scenes scenes;
    private final Watchdog watchdog = new Watchdog(Platform::runLater);
    /** These take as long as they take. */
    private final PauseTransition firstFrames = new PauseTransition(Duration.seconds(2));

    /**
     * Shows the window: the first lesson, or the Lab where its session is under way already. JavaFX thread.
     *
     * @param files   how a person is asked for files
     */
    Window(Stage stage, LabSession session, UserSettings remembered, UserSettingsFile file, FileChoice files) {
        this.stage = stage;
        this.session = session;
        this.remembered = remembered;
        this.file = file;
        Text.languageProperty().set(remembered.language());
        appearance.themeProperty().set(remembered.theme());
        appearance.scaleProperty().set(remembered.scale());
        appearance.motionProperty().set(remembered.motion());
        Fonts.load();
        shell = new Shell(appearance);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Scene scene = new Scene(shell.root(), Math.min(remembered.width(), screen.getWidth()), Math.min(remembered.height(), screen.getHeight()));
        appearance.dress(scene);
        lab = new Lab(session, appearance, files, shell::openFile, shell::closeSettings, shell);
        lab.openTab(remembered.tab());
        lessons = new Lessons(appearance, files, new ProgressFile(file.beside("lessons.properties")), shell);
        lessons.remember(remembered.lessonFolder());
        corpus = new CorpusPlace(appearance, files, file.beside("corpora.jsonl"), opened -> {
            session.train(opened);
            shell.goToLab();
        });
        scenes = new Scenes(shell, lab, lessons, shell.notes(), appearance, files);
        shell.hold(lab, lessons, corpus, scenes);
        shell.whenLabOpens(() -> {
            if (!session.isUnderWay()) {
                session.openAgain(remembered.corpus(), remembered.sentence(), remembered.choices(), UserSettings.FIRST_CORPUS);
            }
        });
        shell.presentOn(stage);
        stage.setScene(scene);
        stage.setTitle("Seq2See");
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.sizeToScene();
        stage.setOnHidden(event -> close());
        stage.show();
        shell.openSettingsWhereThereIsRoom();
        // With nothing focused, arrows step and space plays.
        shell.root().requestFocus();
        session.show();
        if (!session.isUnderWay()) {
            shell.welcome();
        }
        firstFrames.setOnFinished(event -> watchdog.start());
        firstFrames.play();
        Platform.runLater(() -> stage.getIcons().add(Logo.icon(appearance.theme().palette(), 64)));
    }

    /** What tells of every pause in which the window did not answer. */
    public Watchdog watchdog() {
        return watchdog;
    }

    /**
     * Opens the window and returns when it was closed. Not for the JavaFX thread, and only once in a process.
     *
     * @param arguments a scene to show, or none
     */
    public static void open(String... arguments) {
        Application.launch(Seq2SeeApplication.class, arguments);
    }

    /** Brings a tab of the Lab to the front by its name. */
    void openTab(String name) {
        lab.openTab(name);
    }

    /** The lessons that the window holds. */
    Lessons lessons() {
        return lessons;
    }

    /** Opens a step of a lesson, from 0. */
    void openLesson(String id, int step) {
        shell.goToLessons();
        lessons.open(id, step);
    }

    /** Shows a scene, or the first of a folder of them. */
    void openScene(Path file) {
        scenes.open(file);
    }

    /** Presents what is on the stage. */
    void present() {
        shell.present();
    }

    private void close() {
        firstFrames.stop();
        shell.leavePresenting();
        // Where the Lab was not opened, what it looked at the last time is still what it comes back to.
        UserSettings looked = session.corpusId().isEmpty() ? remembered
                : remembered.withCorpus(session.corpusId(), session.sentenceProperty().get(), session.choices());
        file.save(looked.withLook(Text.language(), appearance.theme(), appearance.scale())
                .withSize(stage.getScene().getWidth(), stage.getScene().getHeight())
                .withTab(lab.tab())
                .withMotion(appearance.motionProperty().get())
                .withLessonFolder(lessons.folder()));
        watchdog.close();
        Deadline deadline = Deadline.inSeconds(LONGEST_WAIT_SECONDS);
        scenes.close(deadline);
        lessons.close(deadline);
        lab.close(deadline);
        corpus.close(deadline);
        session.close();
    }
}
