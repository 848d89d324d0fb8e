package seq2see.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import seq2see.lesson.Directive.Entry;
import seq2see.lesson.Directive.Kind;

/** Reads what stands between two lines that begin with {@code :::}. A directive of one line may end in {@code :::} itself. */
final class DirectiveReader {
    static final String FENCE = ":::";
    /** What an exercise says to people. */
    static final Set<String> PROSE_KEYS = Set.of("question", "hint", "right", "wrong");
    /** A Chinese keyboard writes the wide colon. */
    private static final Pattern ENTRY = Pattern.compile("\\s*+([a-z][a-z-]*+)\\s*+[:：]\\s*+(.*+)");
    /** The lines of a search. */
    private static final Set<String> SEARCH_KEYS = Set.of("table", "search", "beam-width", "alpha", "max-length", "temperature", "top-k", "count", "seed");
    /** The keys of each directive; those of an exercise are its kind's affair. */
    static final Map<Kind, Set<String>> KEYS = Map.of(
            Kind.MODEL, Set.of("corpus", "steps", "planned-steps", "seed", "cell", "layers", "hidden", "embedding", "bidirectional", "context",
                    "attention", "output", "batch", "learning-rate", "clip", "teacher-forcing", "dropout", "optimizer", "noise",
                    "reverse-direction", "both-directions", "source-tokenizer", "target-tokenizer"),
            Kind.VIEW, with(SEARCH_KEYS, "sentence", Directive.SHOWN), Kind.MOMENT, Set.of(), Kind.HIGHLIGHT, Set.of(),
            Kind.RUN, with(SEARCH_KEYS, "until", "vary", "measure"));
    private static final Set<Kind> WITH_ARGUMENT = Set.of(Kind.MOMENT, Kind.HIGHLIGHT, Kind.ASK, Kind.RUN);

    private final String file;
    private final List<String> lines;
    private final Consumer<LessonProblem> problems;

    private static Set<String> with(Set<String> keys, String... more) {
        return Stream.concat(keys.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }

    DirectiveReader(String file, List<String> lines, Consumer<LessonProblem> problems) {
        this.file = file;
        this.lines = lines;
        this.problems = problems;
    }

    static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** The line behind the directive that begins in a line, both from 0. One that does not end, ends before the next directive or step. */
    int end(int line) {
        if (closesItself(lines.get(line))) {
            return line + 1;
        }
        for (int next = line + 1; next < lines.size(); next++) {
            if (lines.get(next).strip().equals(FENCE)) {
                return next + 1;
            }
            if (lines.get(next).startsWith("# ") || lines.get(next).startsWith(FENCE)) {
                return next;
            }
        }
        return lines.size();
    }

    private static boolean closesItself(String opening) {
        return Opening.of(opening).closed();
    }

    /**
     * The first line of a directive.
     *
     * @param nameAt     the column of the name, from 0, as that of the argument
     * @param argumentAt where the argument begins, or would
     * @param closed     whether the directive ends in the same line
     */
    private record Opening(String name, int nameAt, String argument, int argumentAt, boolean closed) {
        static Opening of(String line) {
            String text = line.stripTrailing();
            boolean closed = text.length() >= 2 * FENCE.length() && text.endsWith(FENCE);
            String body = closed ? text.substring(0, text.length() - FENCE.length()).stripTrailing() : text;
            int nameAt = afterBlanks(body, Math.min(body.length(), FENCE.length()));
            int nameEnd = nameAt;
            while (nameEnd < body.length() && body.charAt(nameEnd) != ':' && !Character.isWhitespace(body.charAt(nameEnd))) {
                nameEnd++;
            }
            int argumentAt = afterBlanks(body, nameEnd);
            return new Opening(body.substring(nameAt, nameEnd), nameAt, body.substring(argumentAt), argumentAt, closed);
        }

        private static int afterBlanks(String text, int from) {
            int at = from;
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return at;
        }
    }

    /** The directive in the lines from one on until another, both from 0; empty where it cannot be told what it is. */
    Optional<Directive> read(int line, int end) {
        Place place = new Place(file, line + 1, 1);
        Opening opening = Opening.of(lines.get(line));
        if (opening.name().isEmpty()) {
            problems.accept(LessonProblem.of(place, "lesson.strayFence"));
            return Optional.empty();
        }
        if (!opening.closed() && !lines.get(end - 1).strip().equals(FENCE)) {
            problems.accept(LessonProblem.of(place, "lesson.openDirective", opening.name()));
        }
        Optional<Kind> kind = Arrays.stream(Kind.values()).filter(known -> name(known).equals(opening.name())).findFirst();
        if (kind.isEmpty()) {
            problems.accept(LessonProblem.of(place.right(opening.nameAt()), "lesson.directive", opening.name(),
                    Arrays.stream(Kind.values()).map(DirectiveReader::name).collect(Collectors.joining(", "))));
            return Optional.empty();
        }
        if (opening.argument().isEmpty() && WITH_ARGUMENT.contains(kind.get())) {
            problems.accept(LessonProblem.of(place, "lesson.directiveLacks", opening.name()));
            return Optional.empty();
        }
        Setting argument = new Setting(opening.argument(), place.right(opening.argumentAt()));
        return Optional.of(new Directive(kind.get(), argument, entries(kind.get(), line + 1, end), place));
    }

    private List<Entry> entries(Kind kind, int from, int end) {
        List<Entry> entries = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int line = from; line < end; line++) {
            String text = lines.get(line);
            if (text.isBlank() || text.strip().equals(FENCE)) {
                continue;
            }
            Matcher parts = ENTRY.matcher(text.stripTrailing());
            Place place = new Place(file, line + 1, 1);
            if (!parts.matches()) {
                problems.accept(LessonProblem.of(place, "lesson.directiveLine", name(kind)));
                continue;
            }
            String key = parts.group(1);
            place = place.right(parts.start(1));
            if (KEYS.containsKey(kind) && !KEYS.get(kind).contains(key)) {
                problems.accept(LessonProblem.of(place, "lesson.directiveKey", name(kind), key,
                        KEYS.get(kind).isEmpty() ? "–" : KEYS.get(kind).stream().sorted().collect(Collectors.joining(", "))));
            } else if (!seen.add(key) && !key.equals("hint")) {
                problems.accept(LessonProblem.of(place, "lesson.keyTwice", key));
            } else if (parts.group(2).isEmpty()) {
                problems.accept(LessonProblem.of(place, "lesson.noValue", key));
            } else {
                entries.add(new Entry(key, new Setting(parts.group(2), new Place(file, line + 1, parts.start(2) + 1)), place));
            }
        }
        return entries;
    }
}
