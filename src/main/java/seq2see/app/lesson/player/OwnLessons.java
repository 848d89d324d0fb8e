package seq2see.app.lesson.player;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import seq2see.app.lesson.LessonFolder;
import seq2see.app.lesson.LessonFolder.Own;
import seq2see.app.theme.Text;
import seq2see.corpus.InputException;
import seq2see.lesson.Lesson;

/** The lessons of a folder that a person has opened, as the window knows them. JavaFX thread. */
final class OwnLessons implements AutoCloseable {
    private final Runnable changed;
    private final Consumer<InputException> refused;
    private Optional<LessonFolder> folder = Optional.empty();
    private List<Own> lessons = List.of();
    private final Map<Lesson, List<InputException>> checked = new HashMap<>();

    /** @param changed called when lessons, or what is wrong with them, are others */
    OwnLessons(Runnable changed, Consumer<InputException> refused) {
        this.changed = changed;
        this.refused = refused;
    }

    /** Opens a folder in the place of the one before. */
    void open(Path path) {
        close();
        LessonFolder opened = new LessonFolder(path, () -> Text.language().locale().getLanguage(), new OnWindow());
        folder = Optional.of(opened);
        opened.start();
    }

    /** Reads the folder once more, in the language of the window. */
    void readAgain() {
        folder.ifPresent(LessonFolder::readAgain);
    }

    List<Lesson> lessons() {
        return lessons.stream().map(Own::lesson).toList();
    }

    /** Where a lesson's own files lie; empty for one of the program's. */
    Optional<Path> place(Lesson lesson) {
        return lesson.id().startsWith(LessonFolder.OWN) ? folder.map(LessonFolder::place) : Optional.empty();
    }

    /** What is wrong with a lesson, by line and column. */
    List<InputException> problems(Lesson lesson) {
        return lessons.stream().filter(own -> own.lesson().equals(lesson)).findFirst()
                .map(own -> Stream.concat(own.problems().stream(), checked.getOrDefault(lesson, List.of()).stream()).toList()).orElse(List.of());
    }

    /** Has a lesson that is looked at checked against the engine, once. */
    void check(Lesson lesson) {
        boolean whole = lessons.stream().anyMatch(own -> own.lesson().equals(lesson) && own.problems().isEmpty());
        if (whole && !checked.containsKey(lesson)) {
            checked.put(lesson, List.of());
            folder.ifPresent(opened -> opened.check(lesson));
        }
    }

    @Override
    public void close() {
        folder.ifPresent(LessonFolder::close);
        folder = Optional.empty();
    }

    /** Brings what is told to the window's thread. */
    private final class OnWindow implements LessonFolder.Listener {
        @Override
        public void read(List<Own> read) {
            Platform.runLater(() -> {
                lessons = read;
                checked.keySet().retainAll(lessons());
                changed.run();
            });
        }

        @Override
        public void checked(Lesson lesson, List<InputException> problems) {
            Platform.runLater(() -> {
                if (checked.replace(lesson, problems) != null && !problems.isEmpty()) {
                    changed.run();
                }
            });
        }

        @Override
        public void refused(InputException problem) {
            Platform.runLater(() -> refused.accept(problem));
        }
    }
}
