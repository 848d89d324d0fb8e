package seq2see.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Compares a lesson in two languages: the words differ, and what they speak of does not. */
public final class Counterparts {
    private final Lesson other;
    private final List<LessonProblem> problems = new ArrayList<>();

    private Counterparts(Lesson other) {
        this.other = other;
    }

    /** What a lesson has otherwise than its counterpart. The places are the first one's. */
    public static List<LessonProblem> differences(Lesson lesson, Lesson counterpart) {
        return new Counterparts(counterpart).compare(lesson);
    }

    private List<LessonProblem> compare(Lesson lesson) {
        Place head = new Place(lesson.file(), 1, 1);
        if (lesson.minutes() != other.minutes() || !needs(lesson).equals(needs(other))) {
            add(head, "minutes, needs");
        }
        if (lesson.steps().size() != other.steps().size()) {
            add(head, lesson.steps().size() + " / " + other.steps().size() + " #");
        }
        for (int i = 0; i < Math.min(lesson.steps().size(), other.steps().size()); i++) {
            compare(lesson.steps().get(i), other.steps().get(i));
        }
        return List.copyOf(problems);
    }

    private void compare(LessonStep step, LessonStep same) {
        compare(step, same, "model", one -> one.model().map(Counterparts::values));
        compare(step, same, "view", one -> one.view().map(Counterparts::values));
        compare(step, same, "moment", one -> one.moment().map(Setting::value));
        compare(step, same, "highlight", one -> one.highlights().stream().map(Setting::value).sorted().toList());
        compare(step, same, "run", one -> one.run().map(Counterparts::values));
        compare(step, same, "ask", one -> one.exercise().map(Counterparts::values));
        compare(step, same, "$", one -> one.prose().stream().filter(Inline.Formula.class::isInstance)
                .map(formula -> ((Inline.Formula) formula).tex().value()).sorted().toList());
        compare(step, same, "[]", one -> one.prose().stream().filter(Inline.Mention.class::isInstance)
                .map(mention -> ((Inline.Mention) mention).target().value()).sorted().toList());
    }

    private static List<String> needs(Lesson lesson) {
        return lesson.needs().stream().map(Setting::value).toList();
    }

    private static List<Object> values(Directive directive) {
        return List.of(directive.argument().value(), directive.entries().stream().map(entry -> entry.key() + entry.value().value()).sorted().toList());
    }

    private static List<Object> values(Exercise exercise) {
        return List.of(exercise.kind().value(), exercise.hints().size(),
                exercise.settings().entrySet().stream().map(entry -> entry.getKey() + entry.getValue().value()).sorted().toList());
    }

    private void compare(LessonStep step, LessonStep same, String what, Function<LessonStep, Object> part) {
        Object here = flat(part.apply(step));
        if (!Objects.equals(here, flat(part.apply(same)))) {
            add(step.place(), what);
        }
    }

    private static Object flat(Object value) {
        return value instanceof Optional<?> maybe ? maybe.orElse(null) : value;
    }

    private void add(Place place, String what) {
        problems.add(LessonProblem.of(place, "lesson.counterpart", what, other.file()));
    }
}
