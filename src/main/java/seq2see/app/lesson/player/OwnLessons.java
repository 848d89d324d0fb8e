package seq2see.app.lesson.player;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Runnable found;
    private Optional<LessonFolder> folder = Optional.empty();
    /** The folder that was opened last, now or at another time; empty where none was. */
    private String last = "";
    /** That of another time, where it is still one. */
    private Optional<Path> offered = Optional.empty();
    private List<Own> lessons = List.of();
    /** What is wrong with lessons, as far as one knows. */
    private final Map<Lesson, List<InputException>> known = new HashMap<>();
    /** Those that were checked, or are, since the folder was read: what lies beside them may have changed with it. */
    private final Set<Lesson> checked = new HashSet<>();
    private final Runnable mended;

    /**
     * @param changed called when lessons, or what is wrong with them, are others
     * @param mended  called when something beside a lesson is there that was missing
     * @param found   called when the folder of another time is still there
     */
    OwnLessons(Runnable changed, Runnable mended, Runnable found, Consumer<InputException> refused) {
        this.changed = changed;
        this.mended = mended;
        this.found = found;
        this.refused = refused;
    }

    /** Takes over which folder was opened at another time. It is looked for beside the window's thread; one that has gone is passed over. */
    void remember(String path) {
        last = path;
        if (!path.isEmpty()) {
            Thread.ofVirtual().start(() -> there(path).ifPresent(there -> Platform.runLater(() -> {
                if (folder.isEmpty()) {
                    offered = Optional.of(there);
                    found.run();
                }
            })));
        }
    }

    private static Optional<Path> there(String path) {
        try {
            return Optional.of(Path.of(path)).filter(LessonFolder::isOne);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    /** The folder to remember; empty where there was none. */
    String last() {
        return last;
    }

    /** The folder of another time that can be opened again. */
    Optional<Path> offered() {
        return offered;
    }

    /** Opens a folder in the place of the one before. */
    void open(Path path) {
        close();
        last = path.toAbsolutePath().toString();
        offered = Optional.empty();
        checked.clear();
        known.clear();
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
                .map(own -> Stream.concat(own.problems().stream(), known.getOrDefault(lesson, List.of()).stream()).toList()).orElse(List.of());
    }

    /** Has a lesson that is looked at checked against the engine, once as it is. */
    void check(Lesson lesson) {
        boolean whole = lessons.stream().anyMatch(own -> own.lesson().equals(lesson) && own.problems().isEmpty());
        if (whole && checked.add(lesson)) {
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
                checked.clear();
                known.keySet().retainAll(lessons());
                changed.run();
            });
        }

        @Override
        public void checked(Lesson lesson, List<InputException> problems) {
            Platform.runLater(() -> {
                if (!checked.contains(lesson)) {
                    return;
                }
                List<InputException> before = known.put(lesson, problems);
                if (!problems.isEmpty()) {
                    changed.run();
                } else if (before != null && !before.isEmpty()) {
                    mended.run();
                }
            });
        }

        @Override
        public void refused(InputException problem) {
            Platform.runLater(() -> refused.accept(problem));
        }
    }
}
