package seq2see.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import seq2see.lesson.Inline.Style;

class SentencesTest {
    private static final Inline FACT = new Inline.Fact(new Setting("output", new Place("a.md", 1, 1)));

    private static Inline words(String text) {
        return new Inline.Words(text, Style.PLAIN);
    }

    @Test
    void eachIsWithoutTheBlanksAroundIt() {
        assertEquals(List.of(List.of(words("One.")), List.of(words("Two is longer."))), Sentences.of(List.of(words("One. Two is longer. ")), Locale.ENGLISH));
        assertEquals(List.of(List.of(words("一。")), List.of(words("二。"))), Sentences.of(List.of(words("一。二。")), Locale.CHINESE));
    }

    @Test
    void aFactMayEndOneOrBeginIt() {
        assertEquals(List.of(List.of(words("It writes "), FACT, words(".")), List.of(FACT, words(" is right."))),
                Sentences.of(List.of(words("It writes "), FACT, words(". "), FACT, words(" is right.")), Locale.ENGLISH));
    }
}
