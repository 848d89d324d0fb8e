package seq2see.app.lesson;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import seq2see.corpus.InputException;
import seq2see.lesson.Counterparts;
import seq2see.lesson.Lesson;
import seq2see.lesson.LessonProblem;
import seq2see.lesson.LessonStep;
import seq2see.lesson.Reading;

/**
 * What checking many lessons came to.
 *
 * @param findings in the order of the lessons
 */
public record LessonCheck(List<Count> counts, List<Finding> findings) {

    /** How much there is in a language; the language of a flat folder has no name. */
    public record Count(String language, int lessons, int steps, int exercises) {
    }

    public LessonCheck {
        counts = List.copyOf(counts);
        findings = List.copyOf(findings);
    }

    /** The lessons that come with the program. */
    public static LessonCheck own() {
        try (LessonModels models = new LessonModels(Optional.empty())) {
            return own(models);
        }
    }

    static LessonCheck own(LessonModels models) {
        return new Run(Optional.empty(), Optional.of(models)).languages(LessonLibrary.LANGUAGES.stream().map(LessonLibrary::own).toList());
    }

    /** A folder of lessons: flat, or with one folder a language. */
    public static LessonCheck of(Path folder) throws InputException {
        Run run = new Run(Optional.of(folder), Optional.empty());
        if (LessonLibrary.LANGUAGES.stream().noneMatch(language -> Files.isDirectory(folder.resolve(language)))) {
            return run.flat(LessonLibrary.in(folder));
        }
        List<List<Reading>> languages = new ArrayList<>();
        for (String language : LessonLibrary.LANGUAGES) {
            languages.add(LessonLibrary.in(folder.resolve(language), language + "/"));
        }
        return run.languages(languages);
    }

    private static final class Run {
        private final Optional<Path> folder;
        private final Optional<LessonModels> shared;
        private final List<Count> counts = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();

        /** @param shared the models of all languages, where they learn from the same corpora */
        Run(Optional<Path> folder, Optional<LessonModels> shared) {
            this.folder = folder;
            this.shared = shared;
        }

        LessonCheck flat(List<Reading> readings) {
            take("", readings, folder);
            return new LessonCheck(counts, findings);
        }

        LessonCheck languages(List<List<Reading>> languages) {
            for (int i = 0; i < languages.size(); i++) {
                String language = LessonLibrary.LANGUAGES.get(i);
                take(language, languages.get(i), folder.map(place -> place.resolve(language)));
            }
            compare(lessons(languages.getLast()), lessons(languages.getFirst()));
            return new LessonCheck(counts, findings);
        }

        private void take(String language, List<Reading> readings, Optional<Path> place) {
            Set<String> ids = new HashSet<>();
            // A lesson of one's own may build on the program's.
            Set<String> before = new HashSet<>(place.isPresent() ? LessonLibrary.ids() : List.of());
            try (LessonModels own = new LessonModels(place)) {
                LessonChecker checker = new LessonChecker(place, shared.orElse(own));
                for (Reading reading : readings) {
                    reading.problems().stream().map(Finding::of).forEach(findings::add);
                    reading.lesson().filter(lesson -> !ids.add(lesson.id())).ifPresent(lesson -> findings.add(Finding.of(
                            LessonProblem.of(lesson.steps().getFirst().place(), "lesson.idTwice", lesson.id()))));
                    reading.lesson().ifPresent(lesson -> {
                        LessonLibrary.unmetNeeds(lesson, before).stream().map(Finding::of).forEach(findings::add);
                        findings.addAll(checker.check(lesson));
                        before.add(lesson.id());
                    });
                }
            }
            List<LessonStep> steps = lessons(readings).stream().flatMap(lesson -> lesson.steps().stream()).toList();
            counts.add(new Count(language, readings.size(), steps.size(), (int) steps.stream().filter(step -> step.exercise().isPresent()).count()));
        }

        private static List<Lesson> lessons(List<Reading> readings) {
            return readings.stream().flatMap(reading -> reading.lesson().stream()).toList();
        }

        private void compare(List<Lesson> lessons, List<Lesson> counterparts) {
            for (Lesson lesson : lessons) {
                counterparts.stream().filter(other -> other.id().equals(lesson.id())).findFirst().ifPresentOrElse(
                        other -> Counterparts.differences(lesson, other).stream().map(Finding::of).forEach(findings::add),
                        () -> findings.add(Finding.of(LessonProblem.of(lesson.steps().getFirst().place(), "lesson.noCounterpart", lesson.id()))));
            }
            for (Lesson lesson : counterparts) {
                if (lessons.stream().noneMatch(other -> other.id().equals(lesson.id()))) {
                    findings.add(Finding.of(LessonProblem.of(lesson.steps().getFirst().place(), "lesson.noCounterpart", lesson.id())));
                }
            }
        }
    }
}
