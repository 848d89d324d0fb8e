package seq2see.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a lesson: a text in Markdown that begins with front matter (lines {@code key: value} between two lines of three
 * hyphens). A heading {@code # …} begins a step; what stands between two lines that begin with {@code :::} is a
 * {@link Directive}; the rest is prose. A problem does not keep what follows it from being read.
 */
public final class LessonReader {
    /** The largest file that is read, in bytes. */
    public static final int LARGEST_FILE = 200_000;
    /** The longest line, in characters: what a parser of nested marks can stand. */
    private static final int LONGEST_LINE = 4_000;
    /** Colons at a line's head that were meant for the three of a directive: another number of them, or such as a Chinese keyboard writes. */
    private static final Pattern COLONS = Pattern.compile("[:：]{2,}");

    private final String file;
    private final List<LessonProblem> problems = new ArrayList<>();

    private LessonReader(String file) {
        this.file = file;
    }

    /** Reads a file. One that cannot be read is a problem like any other. */
    public static Reading read(Path path) {
        return read(path, "");
    }

    /** @param before what stands before the file's name where a place is told, such as {@code zh/} */
    public static Reading read(Path path, String before) {
        String name = before + path.getFileName();
        try (InputStream stream = Files.newInputStream(path)) {
            return read(name, stream);
        } catch (IOException failure) {
            return refused(new Place(name, 1, 1), "lesson.unreadable", failure.getMessage());
        }
    }

    /** Reads a stream to its end, or as far as a lesson may be long. */
    public static Reading read(String file, InputStream stream) throws IOException {
        byte[] bytes = stream.readNBytes(LARGEST_FILE + 1);
        Place start = new Place(file, 1, 1);
        if (bytes.length > LARGEST_FILE) {
            return refused(start, "lesson.tooLarge", LARGEST_FILE / 1000);
        }
        try {
            return read(file, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException undecodable) {
            return refused(start, "lesson.undecodable");
        }
    }

    /** Reads a text. */
    public static Reading read(String file, String text) {
        return new LessonReader(file).read(text);
    }

    private static Reading refused(Place place, String key, Object... arguments) {
        return new Reading(Optional.empty(), List.of(LessonProblem.of(place, key, arguments)));
    }

    private Reading read(String text) {
        List<String> lines = new ArrayList<>(withoutByteOrderMark(text).lines().toList());
        for (int line = 0; line < lines.size(); line++) {
            if (lines.get(line).length() > LONGEST_LINE) {
                return refused(new Place(file, line + 1, LONGEST_LINE + 1), "lesson.longLine", LONGEST_LINE);
            }
        }
        FrontMatter frontMatter = FrontMatter.read(file, lines, problems::add);
        tellColons(lines, frontMatter.lines());
        List<LessonStep> steps = new StepReader(file, lines, problems::add).read(frontMatter.lines());
        problems.sort(Comparator.comparingInt((LessonProblem problem) -> problem.place().line())
                .thenComparingInt(problem -> problem.place().column()));
        boolean empty = steps.isEmpty() || frontMatter.id().isEmpty();
        return new Reading(empty ? Optional.empty() : Optional.of(new Lesson(frontMatter.id(), frontMatter.title(), frontMatter.minutes(),
                frontMatter.needs(), steps, file)), problems);
    }

    /** What follows is read as if the three colons stood there, so that one slip is told once. */
    private void tellColons(List<String> lines, int from) {
        for (int line = from; line < lines.size(); line++) {
            Matcher colons = COLONS.matcher(lines.get(line));
            if (colons.lookingAt() && !colons.group().equals(DirectiveReader.FENCE)) {
                problems.add(LessonProblem.of(new Place(file, line + 1, 1), "lesson.colons", colons.group()));
                lines.set(line, DirectiveReader.FENCE + lines.get(line).substring(colons.end()));
            }
        }
    }

    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
