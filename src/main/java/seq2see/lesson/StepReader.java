package seq2see.lesson;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import seq2see.lesson.Directive.Kind;

/** Cuts the lines behind the front matter into steps, and each step into prose and directives. */
final class StepReader {
    /** Directives that a step can hold only one of. */
    private static final Set<Kind> SINGLE = EnumSet.complementOf(EnumSet.of(Kind.HIGHLIGHT));

    private final String file;
    private final List<String> lines;
    private final Consumer<LessonProblem> problems;
    private final ProseReader proseReader;
    private final DirectiveReader directiveReader;
    private final List<LessonStep> steps = new ArrayList<>();

    // Of the step that is being read.
    private String title;
    private int titleLine;
    private List<String> prose;
    private List<Directive> directives;

    StepReader(String file, List<String> lines, Consumer<LessonProblem> problems) {
        this.file = file;
        this.lines = lines;
        this.problems = problems;
        this.proseReader = new ProseReader(file, problems);
        this.directiveReader = new DirectiveReader(file, lines, problems);
    }

    /** @param from the first line that is read, from 0 */
    List<LessonStep> read(int from) {
        int line = from;
        while (line < lines.size()) {
            line = take(line);
        }
        endStep();
        if (steps.isEmpty()) {
            problems.accept(LessonProblem.of(new Place(file, Math.max(1, lines.size()), 1), "lesson.noStep"));
        }
        return List.copyOf(steps);
    }

    /** @return the line to go on with */
    private int take(int line) {
        String text = lines.get(line);
        Optional<String> heading = heading(text);
        if (heading.isPresent()) {
            endStep();
            beginStep(line, heading.get());
            return line + 1;
        }
        if (title == null) {
            if (!text.isBlank()) {
                problems.accept(LessonProblem.of(new Place(file, line + 1, 1), "lesson.beforeFirstStep"));
                beginStep(line, "");
                prose.set(0, text);
            }
            return line + 1;
        }
        if (text.startsWith(DirectiveReader.FENCE)) {
            int end = directiveReader.end(line);
            directiveReader.read(line, end).ifPresent(this::add);
            // Blank lines in its place keep the prose's lines counted.
            for (int inside = line; inside < end; inside++) {
                prose.add("");
            }
            return end;
        }
        prose.add(text);
        return line + 1;
    }

    /** The title in a line that begins a step; number signs at its end, which Markdown allows, are none of it. */
    private static Optional<String> heading(String line) {
        if (!line.startsWith("#")) {
            return Optional.empty();
        }
        String rest = line.substring(1).stripTrailing();
        int end = rest.length();
        while (end > 0 && rest.charAt(end - 1) == '#') {
            end--;
        }
        String title = rest.substring(0, end);
        return title.isBlank() || Character.isWhitespace(title.charAt(0)) ? Optional.of(title.strip()) : Optional.empty();
    }

    private void beginStep(int line, String newTitle) {
        title = newTitle;
        titleLine = line;
        prose = new ArrayList<>(List.of(""));
        directives = new ArrayList<>();
        if (newTitle.isEmpty()) {
            problems.accept(LessonProblem.of(new Place(file, line + 1, 1), "lesson.noTitle"));
        }
    }

    private void add(Directive directive) {
        if (SINGLE.contains(directive.kind()) && directives.stream().anyMatch(other -> other.kind() == directive.kind())) {
            problems.accept(LessonProblem.of(directive.place(), "lesson.directiveTwice", DirectiveReader.name(directive.kind())));
        } else {
            directives.add(directive);
        }
    }

    private void endStep() {
        if (title == null) {
            return;
        }
        Optional<LessonStep> before = steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast());
        Optional<Directive> view = find(Kind.VIEW).map(own -> before.flatMap(LessonStep::view).map(own::over).orElse(own))
                .or(() -> before.flatMap(LessonStep::view));
        Optional<Setting> moment = find(Kind.MOMENT).map(Directive::argument).or(() -> before.flatMap(LessonStep::moment));
        steps.add(new LessonStep(title, new Place(file, titleLine + 1, 1), proseReader.blocks(prose, titleLine), model(before), view, moment,
                highlights(), find(Kind.ASK).map(this::exercise), find(Kind.RUN)));
        title = null;
    }

    /** A step that names a corpus begins a model of its own; else it changes the one before. */
    private Optional<Directive> model(Optional<LessonStep> before) {
        Optional<Directive> own = find(Kind.MODEL);
        Optional<Directive> earlier = before.flatMap(LessonStep::model);
        if (own.isEmpty()) {
            return earlier;
        }
        return Optional.of(own.get().value("corpus").isPresent() || earlier.isEmpty() ? own.get() : own.get().over(earlier.get()));
    }

    private Optional<Directive> find(Kind kind) {
        return directives.stream().filter(directive -> directive.kind() == kind).findFirst();
    }

    private List<Setting> highlights() {
        return directives.stream().filter(directive -> directive.kind() == Kind.HIGHLIGHT).map(Directive::argument).toList();
    }

    private Exercise exercise(Directive ask) {
        return new Exercise(ask.argument(), sentence(ask, "question"), ask.values("hint").stream().map(proseReader::sentence).toList(),
                sentence(ask, "right"), sentence(ask, "wrong"), ask.entries().stream()
                .filter(entry -> !DirectiveReader.PROSE_KEYS.contains(entry.key()))
                .collect(Collectors.toMap(Directive.Entry::key, Directive.Entry::value, (first, second) -> first)));
    }

    private List<Inline> sentence(Directive ask, String key) {
        return ask.value(key).map(proseReader::sentence).orElseGet(() -> {
            problems.accept(LessonProblem.of(ask.place(), "lesson.exerciseLacks", key));
            return List.of();
        });
    }
}
