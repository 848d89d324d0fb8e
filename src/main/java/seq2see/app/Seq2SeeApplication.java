package seq2see.app;

import java.nio.file.Path;
import javafx.application.Application;
import javafx.stage.Stage;
import seq2see.app.session.LabSession;

/** The program with a window. */
public class Seq2SeeApplication extends Application {
    private Window window;

    @Override
    public void start(Stage stage) {
        UserSettingsFile file = UserSettingsFile.ofUser();
        window = new Window(stage, new LabSession(), file.load(), file, new SystemFileChoice(stage, getHostServices()::showDocument));
        getParameters().getRaw().stream().findFirst().map(Path::of).ifPresent(window::openScene);
    }

    /** What the stage shows. */
    Window window() {
        return window;
    }
}
