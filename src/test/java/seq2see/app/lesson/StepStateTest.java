package seq2see.app.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seq2see.app.lesson.Finding.Found;
import seq2see.lesson.LessonReader;
import seq2see.lesson.LessonStep;

/** What a step shows, and in which way. */
class StepStateTest {
    private static List<LessonStep> steps(String... views) {
        StringBuilder text = new StringBuilder("---\nid: a\ntitle: a\nminutes: 1\n---\n");
        for (String view : views) {
            text.append("# a\n:::model\ncorpus: reverse.tsv\n:::\n:::view ").append(view).append("\n:::\n");
        }
        return LessonReader.read("a.md", text.toString()).lesson().orElseThrow().steps();
    }

    @ParameterizedTest
    @CsvSource({"attention, ribbons, attention-mode, 1", "attention, map, attention-mode, 0", "batch, corpus, batch-shown, 1",
            "hidden-state, plane, hidden-state-shown, 1"})
    void aViewIsShownAsTheLessonSays(String view, String form, String control, String place) throws Found {
        StepState state = StepState.of(steps(view + "\nsentence: b\nshown: " + form).getFirst());
        assertEquals(Map.of(control, place), state.controls());
    }

    @Test
    void howAViewIsShownIsKeptAsLongAsItIsTheSameView() throws Found {
        List<LessonStep> steps = steps("attention\nsentence: b\nshown: sum", "attention", "translation", "attention");
        assertEquals(Map.of("attention-mode", "2"), StepState.of(steps.get(1)).controls());
        assertEquals(Map.of(), StepState.of(steps.get(2)).controls());
        assertEquals(Map.of("attention-mode", "0"), StepState.of(steps.get(3)).controls(), "as it usually is");
    }

    @ParameterizedTest
    @CsvSource({"attention, plane, lesson.value", "translation, map, lesson.oneForm"})
    void aFormThatAViewDoesNotHaveIsTold(String view, String form, String key) {
        Found found = assertThrows(Found.class, () -> StepState.of(steps(view + "\nsentence: b\nshown: " + form).getFirst()));
        assertEquals(key, found.finding().problem().key());
        assertEquals("a.md:12:8", found.finding().place().toString());
    }
}
