package seq2see.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import seq2see.app.control.FileChoice;
import seq2see.app.view.SavedFormat;

/** Stands for a person who is asked for a file: gives the ones that were set before, or has changed their mind. */
final class ChosenFiles implements FileChoice {
    Optional<Path> saved = Optional.empty();
    Optional<Path> report = Optional.empty();
    Optional<Path> tableToOpen = Optional.empty();
    Optional<Path> scene = Optional.empty();
    Optional<Path> lessons = Optional.empty();
    List<Path> corpora = List.of();
    /** What was opened in the browser. */
    final List<String> browsed = new ArrayList<>();

    @Override
    public List<Path> corpora() {
        return corpora;
    }

    @Override
    public Optional<Path> report(String name) {
        return report;
    }

    @Override
    public Optional<Path> saved(String name, SavedFormat format) {
        return saved;
    }

    @Override
    public Optional<Path> table(String name) {
        return saved;
    }

    @Override
    public Optional<Path> tableToOpen() {
        return tableToOpen;
    }

    @Override
    public Optional<Path> scene() {
        return scene;
    }

    @Override
    public Optional<Path> savedScene() {
        return scene;
    }

    @Override
    public void browse(String address) {
        browsed.add(address);
    }

    @Override
    public Optional<Path> lessons() {
        return lessons;
    }
}
