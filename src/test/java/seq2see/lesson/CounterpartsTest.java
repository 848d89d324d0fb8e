package seq2see.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Two languages of one lesson speak of the same things. */
class CounterpartsTest {
    private static final String LESSON = """
            ---
            id: a
            title: A
            minutes: 3
            ---
            # One
            Look at [this](#source.1) and $x$.
            :::view attention
            sentence: ab
            :::
            :::model
            corpus: reverse.tsv
            :::
            :::moment decoder.1.token:::
            :::highlight source.1:::
            :::run train
            until: 5
            :::
            :::ask number
            question: How much?
            right: yes
            wrong: no
            of: T
            :::
            """;

    private static List<String> differences(String other) {
        return Counterparts.differences(lesson(LESSON), lesson(other)).stream().map(problem -> problem.arguments().getFirst()).toList();
    }

    private static Lesson lesson(String text) {
        return LessonReader.read("a.md", text).lesson().orElseThrow();
    }

    @Test
    void wordsMayDiffer() {
        assertEquals(List.of(), differences(LESSON.replace("How much?", "多少？").replace("# One", "# 一").replace("Look at [this]", "看[这里]")));
    }

    @Test
    void whatTheyShowMayNot() {
        assertEquals(List.of("view"), differences(LESSON.replace("sentence: ab", "sentence: ba")));
        assertEquals(List.of("model"), differences(LESSON.replace("reverse.tsv", "dates.tsv")));
        assertEquals(List.of("moment"), differences(LESSON.replace("decoder.1.token", "decoder.2.token")));
        assertEquals(List.of("highlight"), differences(LESSON.replace(":::highlight source.1", ":::highlight source.2")));
        assertEquals(List.of("run"), differences(LESSON.replace("until: 5", "until: 6")));
        assertEquals(List.of("ask"), differences(LESSON.replace("of: T", "of: H")));
        assertEquals(List.of("[]"), differences(LESSON.replace("#source.1)", "#source.2)")));
        assertEquals(List.of("$"), differences(LESSON.replace("$x$", "$y$")));
        assertEquals(List.of("minutes, needs"), differences(LESSON.replace("minutes: 3", "minutes: 4")));
        assertEquals(List.of("1 / 2 #"), differences(LESSON + "# Two\n"));
    }
}
