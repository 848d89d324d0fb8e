package seq2see.app;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Application;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import seq2see.app.lab.LabSession;
import seq2see.app.theme.Text;

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
        new Window(stage, session, remembered, file, () -> choose(stage));
    }

    /** What the window shows. */
    LabSession session() {
        return session;
    }

    private static Optional<Path> choose(Stage stage) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Text.of("lab.corpus.open"));
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter(Text.of("lab.corpus.files"), "*.tsv", "*.txt"),
                new FileChooser.ExtensionFilter(Text.of("lab.corpus.all.files"), "*"));
        return Optional.ofNullable(chooser.showOpenDialog(stage)).map(File::toPath);
    }
}
