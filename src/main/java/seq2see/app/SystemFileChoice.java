package seq2see.app;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import seq2see.app.control.FileChoice;
import seq2see.app.scene.SceneFile;
import seq2see.app.theme.Text;
import seq2see.app.view.SavedFormat;

/** Asks with the system's own dialogs. They remember the folder while the window is open. */
final class SystemFileChoice implements FileChoice {
    private final Stage stage;
    private final Consumer<String> browser;
    private File folder;

    /** @param browser opens a page */
    SystemFileChoice(Stage stage, Consumer<String> browser) {
        this.browser = browser;
        this.stage = stage;
    }

    @Override
    public List<Path> corpora() {
        FileChooser chooser = chooser("lab.corpus.open");
        List<File> chosen = chooser.showOpenMultipleDialog(stage);
        if (chosen == null || chosen.isEmpty()) {
            return List.of();
        }
        remembered(chosen.getFirst());
        return chosen.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> report(String name) {
        FileChooser chooser = chooser("wizard.report.save");
        chooser.setInitialFileName(name);
        return withEnding(chooser, ".tsv");
    }

    @Override
    public Optional<Path> saved(String name, SavedFormat format) {
        FileChooser chooser = chooser("save.title");
        chooser.setInitialFileName(name + "." + format.ending());
        chooser.getExtensionFilters().setAll(new ExtensionFilter(Text.of("save." + format.ending()), "*." + format.ending()));
        return withEnding(chooser, "." + format.ending());
    }

    /**
     * Asks until the name has the ending and may be used. Some systems leave the ending out, and then have not asked whether the
     * file that has it may be replaced.
     *
     * @param dialog   asks
     * @param proposal takes the name that is proposed when it asks again
     */
    static Optional<Path> withEnding(Supplier<Optional<Path>> dialog, Consumer<String> proposal, String ending) {
        Optional<Path> chosen = dialog.get();
        while (chosen.filter(file -> completed(file, ending).toFile().exists() && !completed(file, ending).equals(file)).isPresent()) {
            proposal.accept(completed(chosen.get(), ending).getFileName().toString());
            chosen = dialog.get();
        }
        return chosen.map(file -> completed(file, ending));
    }

    private Optional<Path> withEnding(FileChooser chooser, String ending) {
        return withEnding(() -> remembered(chooser.showSaveDialog(stage)), chooser::setInitialFileName, ending);
    }

    /** The file with the ending that the program reads it by. */
    static Path completed(Path file, String ending) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(ending) ? file : file.resolveSibling(file.getFileName() + ending);
    }

    @Override
    public Optional<Path> table(String name) {
        FileChooser chooser = chooser("save.title");
        chooser.setInitialFileName(name + ".json");
        chooser.getExtensionFilters().setAll(new ExtensionFilter("JSON", "*.json"));
        return withEnding(chooser, ".json");
    }

    @Override
    public Optional<Path> tableToOpen() {
        FileChooser chooser = chooser("search.open");
        chooser.getExtensionFilters().setAll(new ExtensionFilter("JSON", "*.json"), new ExtensionFilter(Text.of("lab.corpus.all.files"), "*"));
        return remembered(chooser.showOpenDialog(stage));
    }

    @Override
    public Optional<Path> scene() {
        return remembered(sceneChooser("scene.choose").showOpenDialog(stage));
    }

    @Override
    public Optional<Path> savedScene() {
        return withEnding(sceneChooser("save.title"), SceneFile.ENDING);
    }

    @Override
    public void browse(String address) {
        browser.accept(address);
    }

    @Override
    public Optional<Path> lessons() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Text.of("lesson.own.open"));
        chooser.setInitialDirectory(folder != null && folder.isDirectory() ? folder : null);
        return Optional.ofNullable(chooser.showDialog(stage)).map(File::toPath);
    }

    private FileChooser sceneChooser(String title) {
        FileChooser chooser = chooser(title);
        chooser.getExtensionFilters().setAll(new ExtensionFilter(Text.of("scene.files"), "*" + SceneFile.ENDING));
        return chooser;
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Text.of(title));
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return chooser;
    }

    private Optional<Path> remembered(File chosen) {
        if (chosen != null) {
            folder = chosen.getAbsoluteFile().getParentFile();
        }
        return Optional.ofNullable(chosen).map(File::toPath);
    }
}
