package seq2see.app.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import seq2see.corpus.InputException;
import seq2see.lesson.Lesson;
import seq2see.lesson.LessonProblem;
import seq2see.lesson.LessonReader;
import seq2see.lesson.Reading;

/** Where lessons lie: those that come with the program, and folders of one's own. */
public final class LessonLibrary {
    /** The languages that lessons come in. */
    public static final List<String> LANGUAGES = List.of("en", "zh");
    private static final String FOLDER = "/lessons/";
    static final String ENDING = ".md";
    private static final int MOST_LESSONS = 2_000;

    private LessonLibrary() {
    }

    /** The ids of the program's own lessons, in the order in which they are meant to be read. */
    public static List<String> ids() {
        try (InputStream stream = LessonLibrary.class.getResourceAsStream(FOLDER + "order.txt")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** One of the program's own lessons. */
    public static Reading read(String id, String language) {
        String name = language + "/" + id + ENDING;
        try (InputStream stream = LessonLibrary.class.getResourceAsStream(FOLDER + name)) {
            return LessonReader.read(name, stream);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** All of the program's own lessons in a language. */
    static List<Reading> own(String language) {
        return ids().stream().map(id -> read(id, language)).toList();
    }

    /**
     * What a lesson needs and is not there.
     *
     * @param before the ids of the lessons that come before it
     */
    static List<LessonProblem> unmetNeeds(Lesson lesson, Collection<String> before) {
        return lesson.needs().stream().filter(need -> !before.contains(need.value()))
                .map(need -> LessonProblem.of(need.place(), "lesson.needs", need.value())).toList();
    }

    /** The lessons of a folder, by name. */
    static List<Reading> in(Path folder) throws InputException {
        return in(folder, "");
    }

    /** @param before what stands before a file's name where a place is told, such as {@code zh/} */
    static List<Reading> in(Path folder, String before) throws InputException {
        List<Reading> readings = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> lessons = files.filter(file -> file.getFileName().toString().endsWith(ENDING)).sorted().limit(MOST_LESSONS + 1L).toList();
            if (lessons.size() > MOST_LESSONS) {
                throw new InputException("lesson.folderTooLarge", folder, MOST_LESSONS);
            }
            lessons.forEach(lesson -> readings.add(LessonReader.read(lesson, before)));
            return readings;
        } catch (IOException | UncheckedIOException failure) {
            throw new InputException("lesson.folder", folder);
        }
    }
}
