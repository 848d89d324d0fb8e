package seq2see.app;

import javafx.application.Application;
import javafx.stage.Stage;
import seq2see.app.lab.LabSession;

/** The program with a window. The corpus is read and its model begins to learn while the toolkit still starts. */
public class Seq2SeeApplication extends Application {
    private final UserSettingsFile file = UserSettingsFile.ofUser();
    private final UserSettings remembered = file.load();
    private final LabSession session = new LabSession();

    @Override
    public void init() {
        session.openAgain(remembered.corpus(), remembered.sentence(), UserSettings.FIRST_CORPUS);
    }

    @Override
    public void start(Stage stage) {
        new Window(stage, session, remembered, file, new SystemFileChoice(stage));
    }

    /** What the window shows. */
    LabSession session() {
        return session;
    }
}
