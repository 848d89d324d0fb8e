package seq2see.app.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import seq2see.app.lesson.Finding.Found;
import seq2see.lesson.Place;
import seq2see.lesson.Setting;

/** A condition is decided by the facts of the moment. */
class ConditionTest {
    private static Facts facts;

    @BeforeAll
    static void search() throws Exception {
        facts = LessonFacts.of("corpus: reverse.tsv\nhidden: 8\nembedding: 4\nsteps: 1", "sentence: abc\ntable: greedy-misses");
    }

    private static Condition condition(String text) throws Found {
        return Condition.of(new Setting(text, new Place("a.md", 7, 5)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 < 2                                        | true
            2 <= 2 and 3 > 2                             | true
            2 <= 2 and 3 < 2                             | false
            1 + 2 * 3 = 7                                | true
            (1 + 2) * 3 = 9                              | true
            2 ^ 3 ^ 2 = 512                              | true
            10 - 2 - 3 = 5                               | true
            8 / 4 / 2 = 1                                | true
            1e-3 < 0.01                                  | true
            0.1 + 0.2 = 0.3                              | true
            H = 8                                        | true
            T' >= 1 and T = 4                            | true
            greedy.score < exhaustive.score              | true
            greedy.output = exhaustive.output            | false
            greedy.output != exhaustive.output           | true
            greedy.output = "A B C"                      | true
            source = "abc"                               | true
            greedy.cost = search.V' * search.L           | true
            beam.cost = search.k * greedy.cost           | true
            exhaustive.cost = search.V' ^ search.L       | true
            """)
    void itHoldsOrNot(String text, boolean expected) throws Exception {
        assertEquals(expected, condition(text).holds(facts), text);
    }

    @ParameterizedTest
    @CsvSource({"D + 2 * H, 20", "(1 + T) ^ 2, 25", "exhaustive.cost, 1024"})
    void aTermIsANumber(String text, double expected) throws Exception {
        assertEquals(expected, Condition.number(new Setting(text, new Place("a.md", 7, 5)), facts));
    }

    @ParameterizedTest
    @CsvSource({"D +, lesson.condition", "D < H, lesson.condition", "weather, lesson.noFact", "source, lesson.noFact", "1 / 0, lesson.noFact"})
    void aTermThatIsNoNumberIsRefused(String text, String key) {
        Found found = assertThrows(Found.class, () -> Condition.number(new Setting(text, new Place("a.md", 7, 5)), facts));
        assertEquals(key, found.finding().problem().key());
    }

    @Test
    void itsSidesAreThoseOfWhatDecidesIt() throws Exception {
        Condition condition = condition("1 < 2 and greedy.output = \"x y\"");
        assertEquals("A B C", condition.left(facts));
        assertEquals("x y", condition.right(facts));
        assertEquals("2", condition("1 < 2").right(facts));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1 <", "< 1", "1 < 2 and", "1 < 2 3", "(1 < 2", "1 ? 2", "\"a < 1", "1 < 2 or 2 < 3", "a && b"})
    void whatMakesNoSenseIsRefused(String text) {
        Found found = assertThrows(Found.class, () -> condition(text));
        assertEquals("lesson.condition", found.finding().problem().key());
    }

    @ParameterizedTest
    @CsvSource({"'(', 1, ')', 1900", "'2 ^ ', 1, '', 1500", "'1 + ', 1, '', 1500"})
    void whatNeverEndsIsRefusedAndNoStackOverflows(String before, String middle, String after, int times) {
        Found found = assertThrows(Found.class, () -> condition(before.repeat(times) + middle + after.repeat(times) + " = 1"));
        assertEquals("lesson.condition", found.finding().problem().key());
    }

    @Test
    void textsHaveNoOrder() throws Exception {
        Condition condition = condition("source < \"b\"");
        Found found = assertThrows(Found.class, () -> condition.holds(facts));
        assertEquals("lesson.condition", found.finding().problem().key());
        assertEquals(5 + "source ".length(), found.finding().place().column());
    }

    @Test
    void aFactThatIsNotThereIsNamedWithItsColumn() throws Exception {
        Condition condition = condition("T < weather");
        Found found = assertThrows(Found.class, () -> condition.holds(facts));
        assertEquals("lesson.noFact", found.finding().problem().key());
        assertEquals(5 + "T < ".length(), found.finding().place().column());
    }
}
