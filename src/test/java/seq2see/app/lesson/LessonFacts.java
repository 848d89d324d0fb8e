package seq2see.app.lesson;

import java.util.Optional;
import seq2see.lesson.LessonReader;
import seq2see.lesson.LessonStep;

/** The facts of a step that a test writes. */
final class LessonFacts {
    private LessonFacts() {
    }

    /** @param model the lines of the model @param view those of {@code view search} */
    static Facts of(String model, String view) throws Exception {
        return of(step(model, view, ""));
    }

    static LessonStep step(String model, String view, String more) {
        return LessonReader.read("a.md", "---\nid: a\ntitle: a\nminutes: 1\n---\n# a\n:::model\n" + model + "\n:::\n:::view search\n" + view + "\n:::\n" + more)
                .lesson().orElseThrow().steps().getFirst();
    }

    static Facts of(LessonStep step) throws Exception {
        try (LessonModels models = new LessonModels(Optional.empty())) {
            return models.facts(StepState.of(step));
        }
    }
}
